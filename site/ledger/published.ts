/**
 * The ledger as data, byte for byte as it lies in the book.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The published files; the schema is the book's, whichever content is built. */
export const PUBLISHED = ['claims.json', 'claims.schema.json'] as const;

/** A response with a published file; the first names the second, which lies beside it. */
export function publish(name: (typeof PUBLISHED)[number]): Response {
  const folder = name === 'claims.json' ? process.env['ROUND_TRIP_CONTENT'] : undefined;
  const text = readFileSync(join(process.cwd(), folder ?? 'content', name), 'utf8');
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
}
