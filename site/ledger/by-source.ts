/**
 * The ledger as its page shows it.
 *
 * @module
 */

import { rulingOf } from '../components/claim/verdict.ts';
import type { ReadLedger, ReadRow } from './schema.ts';

/** A source with the rows that judge it. */
export interface JudgedSource {
  key: string;
  source: ReadLedger['sources'][string];
  rows: ReadRow[];
}

/** How often a label was given. */
export interface LabelCount {
  label: string;
  sign: string;
  tone: string;
  count: number;
}

/** The sources that have rows, oldest first, each with its rows in the ledger's order. */
export function bySource(ledger: ReadLedger): JudgedSource[] {
  const judged = Object.entries(ledger.sources).map(([key, source]) => ({
    key,
    source,
    rows: ledger.claims.filter((row) => row.source === key),
  }));
  return judged
    .filter(({ rows }) => rows.length > 0)
    .toSorted((a, b) => a.source.year - b.source.year);
}

/** How often each label was given, the most frequent first. */
export function countLabels(rows: ReadRow[]): LabelCount[] {
  const counts = new Map<string, LabelCount>();
  for (const row of rows) {
    const { label, sign, tone } = rulingOf(row.kind, row.verdict);
    const count = (counts.get(label)?.count ?? 0) + 1;
    counts.set(label, { label, sign, tone, count });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}
