import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BookOptions } from '../../src/doctest/book.ts';
import type { Ledger } from '../../src/doctest/model.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const content = 'test/doctest/fixtures';

/** A book of mistakes: each chapter of it makes one kind. */
export const fixtureBook: BookOptions = {
  root,
  content,
  runtime: 'src/runtime',
  ledger: () => JSON.parse(readFileSync(`${root}/${content}/ledger.json`, 'utf8')) as Ledger,
};
