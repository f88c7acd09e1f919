import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BookOptions } from '../../src/doctest/book.ts';

/** A book in a folder of its own, thrown away after the test. */
export interface ScratchBook {
  options: BookOptions;
  write: (file: string, text: string) => void;
  read: (file: string) => string;
  remove: () => void;
}

/** Makes an empty book; chapters go to `content/`, its runtime to `runtime/`. */
export function makeScratchBook(options: Partial<BookOptions> = {}): ScratchBook {
  const root = mkdtempSync(join(tmpdir(), 'doctest-'));
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'package.json'), '{"type": "module"}');
  return {
    options: { root, content: 'content', ...options },
    write: (file, text) => {
      mkdirSync(join(root, file, '..'), { recursive: true });
      writeFileSync(join(root, file), text);
    },
    read: (file) => readFileSync(join(root, file), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
