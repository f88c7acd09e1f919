/**
 * What the engine is told about this book.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BookOptions } from './src/doctest/book.ts';
import type { Ledger } from './src/doctest/model.ts';
import { djangoFences } from './test/oracle/django/fences/runner.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Round Trip: its chapters, the runtime they stand on, and the ledger of claims. */
export const book: BookOptions = {
  root,
  content: 'content',
  runtime: 'src/runtime',
  environments: { 'django-2.2': djangoFences() },
  ledger: () => JSON.parse(readFileSync(`${root}/content/claims.json`, 'utf8')) as Ledger,
};
