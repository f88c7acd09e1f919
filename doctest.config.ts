/**
 * What the engine is told about this book.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BookOptions } from './src/doctest/book.ts';
import type { Ledger } from './src/doctest/model.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Round Trip: its chapters, the runtime they stand on, and the ledger of claims. */
export const book: BookOptions = {
  root,
  content: 'content',
  runtime: 'src/runtime',
  ledger: () => JSON.parse(readFileSync(`${root}/content/claims.json`, 'utf8')) as Ledger,
};
