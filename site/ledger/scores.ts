/**
 * What the ledger's verdicts amount to: for a text, for several, and by release.
 *
 * @module
 */

import type { Verdict } from '../../src/doctest/model.ts';
import type { ReadLedger, ReadRow } from './schema.ts';

/** The texts that the draft cites, by their keys in the ledger. */
export const ARTICLES = ['ronacher', 'willison', 'bennett', 'mustafa', 'rosner'] as const;

/** The verdicts, from the best to the worst. */
export const VERDICTS = ['holds', 'holds partly', 'no longer holds', 'wrong'] as const;

/** How often each verdict was given; opinions and what was not checked stand apart. */
export interface Score {
  counts: Record<Verdict, number>;
  /** Rows with a verdict. */
  decided: number;
  /** Rows without one. */
  open: number;
}

/** A text with its score. */
export interface ScoredText {
  key: string;
  source: ReadLedger['sources'][string];
  score: Score;
}

/** A release, and the claims that hold up to it. */
export interface Release {
  release: string;
  rows: ReadRow[];
}

/** Counts the verdicts of some rows. */
export function scoreOf(rows: readonly ReadRow[]): Score {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  const decided = rows.filter((row) => row.verdict !== undefined).length;
  return {
    counts: {
      holds: count('holds'),
      'holds partly': count('holds partly'),
      'no longer holds': count('no longer holds'),
      wrong: count('wrong'),
    },
    decided,
    open: rows.length - decided,
  };
}

/** The score of each text, oldest first. */
export function scoreTexts(ledger: ReadLedger, keys: readonly string[]): ScoredText[] {
  return Object.entries(ledger.sources)
    .filter(([key]) => keys.includes(key))
    .map(([key, source]) => ({ key, source, score: scoreOf(rowsOf(ledger, [key])) }))
    .toSorted((a, b) => a.source.year - b.source.year);
}

/** The rows of some sources, in the ledger's order. */
export function rowsOf(ledger: ReadLedger, keys: readonly string[]): ReadRow[] {
  return ledger.claims.filter((row) => keys.includes(row.source));
}

/** How many of the decided rows have one of these verdicts. */
export function countOf({ counts }: Score, verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, verdict) => sum + counts[verdict], 0);
}

/** The share of the decided rows that have one of these verdicts, from 0 to 1. */
export function shareOf(score: Score, verdicts: readonly Verdict[]): number {
  return score.decided === 0 ? 0 : countOf(score, verdicts) / score.decided;
}

/** A share in words, as far as half is concerned. */
export function comparedToHalf(share: number): string {
  if (share === 0.5) return 'half';
  return share > 0.5 ? 'more than half' : 'less than half';
}

/** The claims by the release from which on they do not hold, Django's releases first, oldest first. */
export function byRelease(rows: readonly ReadRow[]): Release[] {
  const releases = Map.groupBy(
    rows.filter(({ since }) => since !== undefined),
    ({ since = '' }) => since,
  );
  return Array.from(releases, ([release, changed]) => ({ release, rows: changed })).toSorted(
    (a, b) => a.release.localeCompare(b.release, 'en', { numeric: true }),
  );
}
