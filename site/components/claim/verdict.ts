/**
 * What the page says of a claim's verdict: a word, and a sign that does not rest on colour.
 *
 * @module
 */

import type { ClaimKind, Verdict } from '../../../src/doctest/model.ts';

/** A verdict as it is printed; `tone` is a class of the stylesheet. */
export interface Ruling {
  label: string;
  sign: string;
  tone: 'holds' | 'partly' | 'stale' | 'wrong' | 'cited' | 'open';
}

const RULINGS: Record<Verdict, Ruling> = {
  holds: { label: 'holds', sign: '✓', tone: 'holds' },
  'holds partly': { label: 'holds partly', sign: '◐', tone: 'partly' },
  'no longer holds': { label: 'no longer holds', sign: '†', tone: 'stale' },
  wrong: { label: 'wrong', sign: '✗', tone: 'wrong' },
};

/** How a claim of some kind and verdict is labelled. */
export function rulingOf(kind: ClaimKind, verdict?: Verdict): Ruling {
  if (kind === 'opinion') return { label: 'opinion', sign: '~', tone: 'open' };
  if (kind === 'not checked') return { label: 'not checked', sign: '?', tone: 'open' };
  if (kind === 'document') {
    if (!verdict || verdict === 'holds') return { label: 'cited', sign: '”', tone: 'cited' };
    return { ...RULINGS[verdict], label: `cited, ${verdict}`, sign: '”' };
  }
  return verdict ? RULINGS[verdict] : { label: 'not checked', sign: '?', tone: 'open' };
}
