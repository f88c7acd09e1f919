import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { definitionAt, hashOf } from '#models/definition';

const file = new URL('fixture/django/greeting/words.py', import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');
const hashOfLines = (first: number, last: number) =>
  hashOf(lines.slice(first - 1, last).join('\n'));

describe('a definition', () => {
  it('ends where its text has the recorded hash, and is shown without its margin', () => {
    expect(definitionAt(lines, 19, hashOfLines(19, 22))).toEqual({
      code: 'def say(self):\n    print(self.text)\n\n    return self',
      first: 19,
      last: 22,
    });
  });

  it('has its decorators, and a head of several lines', () => {
    const found = definitionAt(lines, 13, hashOfLines(13, 17));
    expect(found).toMatchObject({ first: 11, last: 17 });
    expect(found?.code.startsWith('@property\n@functools.lru_cache()\ndef text(\n')).toBe(true);
  });

  it('is not found where the file has another text', () => {
    expect(definitionAt(lines, 20, hashOfLines(19, 22))).toBeUndefined();
    const changed = lines.with(19, '        print(1)');
    expect(definitionAt(changed, 19, hashOfLines(19, 22))).toBeUndefined();
    expect(definitionAt(lines, 1000, hashOfLines(19, 22))).toBeUndefined();
  });
});
