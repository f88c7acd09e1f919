import { describe, expect, it } from 'vitest';
import type { ReadLedger, ReadRow } from '../../site/ledger/schema.ts';
import {
  byRelease,
  comparedToHalf,
  countOf,
  scoreOf,
  scoreTexts,
  shareOf,
} from '../../site/ledger/scores.ts';

const row = (id: string, source: string, more: Partial<ReadRow>): ReadRow => ({
  id,
  source,
  kind: 'behaviour',
  claim: `The claim ${id}.`,
  ...more,
});

const ledger: ReadLedger = {
  sources: {
    late: { title: 'Late', author: 'L', year: 2014 },
    early: { title: 'Early', author: 'E', year: 2005 },
    other: { title: 'Other', author: 'O', year: 2001 },
  },
  claims: [
    row('L01', 'late', { verdict: 'holds' }),
    row('L02', 'late', { verdict: 'no longer holds', since: 'Django 1.10' }),
    row('L03', 'late', { kind: 'opinion' }),
    row('E01', 'early', { verdict: 'holds partly', since: 'Django 1.9' }),
    row('E02', 'early', { verdict: 'no longer holds', since: 'Django 1.10' }),
    row('E03', 'early', { verdict: 'wrong' }),
    row('O01', 'other', { verdict: 'holds' }),
  ],
};

describe('the score of a text', () => {
  it('counts each verdict, and what has none apart', () => {
    expect(scoreOf(ledger.claims)).toEqual({
      counts: { holds: 2, 'holds partly': 1, 'no longer holds': 2, wrong: 1 },
      decided: 6,
      open: 1,
    });
  });

  it('is given for the texts asked for, the oldest first', () => {
    const texts = scoreTexts(ledger, ['late', 'early']);
    expect(texts.map(({ key, score }) => [key, score.decided])).toEqual([
      ['early', 3],
      ['late', 2],
    ]);
  });

  it('is a share of what was decided, so that an opinion lowers nothing', () => {
    const score = scoreOf(ledger.claims.filter(({ source }) => source === 'late'));
    expect(countOf(score, ['holds', 'holds partly'])).toBe(1);
    expect(shareOf(score, ['holds'])).toBe(0.5);
    expect(shareOf(scoreOf([]), ['holds'])).toBe(0);
  });

  it('is said to be more or less than half', () => {
    expect([0.49, 0.5, 0.51].map(comparedToHalf)).toEqual([
      'less than half',
      'half',
      'more than half',
    ]);
  });
});

describe('the releases', () => {
  it('are in the order of their numbers, not of their letters, each with what it ended', () => {
    expect(byRelease(ledger.claims).map(({ release, rows }) => [release, rows.length])).toEqual([
      ['Django 1.9', 1],
      ['Django 1.10', 2],
    ]);
  });
});
