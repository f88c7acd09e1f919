import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nameOf, TagIndex } from '#models/tag-index';

let root: string;
let index: TagIndex;

const MODULE = `import 'x';

/** Greets. @models django.greeting.words:greet */
export function greet(): void {}

export class Greeting {
  /** Says it. @models django.greeting.words:Greeting.say */
  say(): void {
    greet();
  }
}
`;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tags-'));
  mkdirSync(join(root, 'port/deep'), { recursive: true });
  writeFileSync(join(root, 'port/deep/words.ts'), MODULE);
  index = new TagIndex(root, 'port');
});

afterEach(() => rmSync(root, { recursive: true }));

it('finds the symbols that model a name, with their own text and line', () => {
  expect(index.modelling('django.greeting.words:Greeting.say')).toMatchObject([
    {
      file: 'port/deep/words.ts',
      symbol: 'Greeting.say',
      first: 8,
      code: 'say(): void {\n  greet();\n}',
    },
  ]);
  expect(index.all().map(nameOf)).toEqual([
    'django.greeting.words:greet',
    'django.greeting.words:Greeting.say',
  ]);
});

it('finds what a symbol models by the path and name under which a snippet shows it', () => {
  expect(index.modelsOf('port/deep/words.ts#greet')).toEqual(['django.greeting.words:greet']);
  expect(index.modelsOf('port/deep/words.ts#Greeting')).toEqual([]);
  expect(index.modelsOf('port/nowhere.ts#greet')).toEqual([]);
});

it('sees that a file has changed', () => {
  expect(index.all()).toHaveLength(2);
  writeFileSync(join(root, 'port/deep/words.ts'), MODULE.replace(/\/\*\* Greets.*\n/, ''));
  expect(index.all()).toHaveLength(1);
});
