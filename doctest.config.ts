/**
 * What the engine is told about this book.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BookOptions } from './src/doctest/book.ts';
import type { Ledger } from './src/doctest/model.ts';
import { checkCitations } from './test/oracle/citations/check-citations.ts';
import { originalsOf } from './test/oracle/citations/originals.ts';
import { djangoFences } from './test/oracle/django/fences/runner.ts';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Round Trip: its chapters, the runtime they stand on, and the ledger of claims. */
export const book: BookOptions = {
  root,
  content: 'content',
  exercises: 'content/exercises',
  runtime: 'src/runtime',
  environments: { 'django-2.2': djangoFences() },
  checks: [checkCitations(() => originalsOf(root))],
  ledger: () => JSON.parse(readFileSync(`${root}/content/claims.json`, 'utf8')) as Ledger,
};
