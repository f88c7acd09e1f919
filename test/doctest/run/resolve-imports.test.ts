import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FailureList } from '../../../src/doctest/failure.ts';
import { resolveImports } from '../../../src/doctest/run/resolve-imports.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;

beforeEach(() => {
  book = makeScratchBook();
});

afterEach(() => book.remove());

/** Where the import of a chapter leads, or what is said where it leads nowhere. */
function lead(file: string, specifier: string): string | undefined {
  const failures = new FailureList(file);
  const place = { line: 1, column: 1, offset: 0 };
  const imports = [{ specifier, place, fence: 'one', names: [] }];
  const found = resolveImports(join(book.options.root, file), imports, failures);
  return found.get(specifier)?.replace(book.options.root, '') ?? failures.failures[0]?.message;
}

it('says where imports lead, of each folder anew, and again once a module has gone', () => {
  book.write('lib/a.ts', 'export const a = 1;\n');
  book.write('content/lib/a.ts', 'export const a = 2;\n');
  const specifier = '../lib/a.ts';
  expect(lead('content/one.mdx', specifier)).toBe('/lib/a.ts');
  expect(lead('content/two.mdx', specifier)).toBe('/lib/a.ts');
  expect(lead('content/part/one.mdx', specifier)).toBe('/content/lib/a.ts');
  rmSync(join(book.options.root, 'lib/a.ts'));
  expect(lead('content/one.mdx', specifier)).toBe(`Cannot find the module "${specifier}".`);
  book.write('lib/a.ts', 'export const a = 1;\n');
  expect(lead('content/one.mdx', specifier)).toBe('/lib/a.ts');
  expect(lead('content/one.mdx', 'node:fs')).toBe('node:fs');
});
