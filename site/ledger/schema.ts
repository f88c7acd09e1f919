/**
 * The shape of `content/claims.json`, held against the engine's `Ledger`.
 *
 * @module
 */

import { z } from 'astro/zod';

const citation = z.object({ address: z.string(), place: z.string(), says: z.string() });

const row = z.object({
  id: z.string(),
  source: z.string(),
  kind: z.enum(['behaviour', 'document', 'opinion', 'not checked']),
  claim: z.string(),
  verdict: z.enum(['holds', 'holds partly', 'no longer holds', 'wrong']).optional(),
  since: z.string().optional(),
  note: z.string().optional(),
  decidedBy: z.array(z.string()).optional(),
  citation: citation.optional(),
});

const source = z.object({
  title: z.string(),
  author: z.string(),
  year: z.number(),
  address: z.string().optional(),
});

/** The ledger of claims: its sources by key, and its rows in order. */
export const ledgerSchema = z.object({
  sources: z.record(z.string(), source),
  claims: z.array(row),
});

/** The ledger once read. */
export type ReadLedger = z.infer<typeof ledgerSchema>;

/** One row of the ledger once read. */
export type ReadRow = ReadLedger['claims'][number];
