import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const engine = join(import.meta.dirname, '../../src/doctest');
const readme = readFileSync(join(engine, 'README.md'), 'utf8');
const fences = [...readme.matchAll(/^(`{3,})(\w+)\n(.*?)\n\1$/gms)].map(
  ([, , language, text = '']) => ({ language, text }),
);
const [chapter, book, command, passing, failing] = fences.map(({ text }) => text);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctest-readme-'));
  mkdirSync(join(folder, 'book'));
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  writeFileSync(join(folder, 'book.ts'), `${book}\n`);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function check(text: string) {
  writeFileSync(join(folder, 'book/hello.mdx'), `${text}\n`);
  const [, script = '', ...args] = (command ?? '')
    .replace('path/to/src/doctest', engine)
    .split(' ');
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout: untimed(stdout.trimEnd()) };
}

const untimed = (text = ''): string => text.replace(/in \d+ ms$/m, 'in N ms');

describe("the engine's README", () => {
  it('shows a book of two lines that passes, just as it says', () => {
    expect(check(chapter ?? '')).toEqual({ status: 0, stdout: untimed(passing) });
  });

  it('shows how it fails, just as it says', () => {
    expect(check((chapter ?? '').replace("'HELLO'", "'Hello'"))).toEqual({
      status: 1,
      stdout: untimed(failing),
    });
  });
});
