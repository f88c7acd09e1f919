import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import type { Ledger, LedgerRow } from '../../src/doctest/model.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8');

const text = read('claims.json');
const ledger = JSON.parse(text) as Ledger;
const schema = z.fromJSONSchema(JSON.parse(read('claims.schema.json')));

const KEYS = ['id', 'source', 'kind', 'claim', 'verdict', 'since', 'note', 'decidedBy', 'citation'];
const LETTERS: Record<string, string> = {
  S: 'seed',
  P: 'pep',
  R: 'ronacher',
  W: 'willison',
  B: 'bennett',
  K: 'mustafa',
  E: 'rosner',
  O: 'ours',
};
const CITED = ['ronacher', 'willison', 'bennett', 'mustafa', 'rosner'];

const idsWhere = (wrong: (row: LedgerRow) => boolean): string[] =>
  ledger.claims.filter(wrong).map((row) => row.id);

const inOrder = (row: LedgerRow): string => KEYS.filter((key) => key in row).join();

const isOpen = ({ kind }: LedgerRow): boolean => kind === 'opinion' || kind === 'not checked';

const isCited = ({ citation }: LedgerRow): boolean =>
  Boolean(citation?.address && citation.place && citation.says);

const isDoubled = ({ decidedBy = [] }: LedgerRow): boolean =>
  new Set(decidedBy).size < decidedBy.length;

const rowOf = (id: string): LedgerRow => {
  const row = ledger.claims.find((candidate) => candidate.id === id);
  if (row === undefined) throw new Error(`The ledger has no row ${id}.`);
  return row;
};

/** Of the rows with a verdict from these sources, the share whose verdict is one of `verdicts`. */
const shareOf = (sources: string[], verdicts: string[]): number => {
  const decided = ledger.claims.filter((row) => sources.includes(row.source) && row.verdict);
  return decided.filter((row) => verdicts.includes(row.verdict ?? '')).length / decided.length;
};

/** A copy of the ledger with one row changed, for showing that the schema sees the change. */
const changed = (id: string, change: Record<string, unknown>): unknown => ({
  ...ledger,
  claims: ledger.claims.map((row) => (row.id === id ? { ...row, ...change } : row)),
});

describe('the ledger as a file', () => {
  test('it satisfies its schema', () => {
    expect(schema.safeParse(ledger).error?.issues ?? []).toEqual([]);
  });

  test.each([
    ['a verdict nobody knows', changed('B01', { verdict: 'maybe' })],
    ['a key nobody knows', changed('B01', { because: 'so' })],
    ['a verdict on an opinion', changed('R01', { verdict: 'holds' })],
    ['a verdict on what was not checked', changed('W10', { verdict: 'holds' })],
    ['a document without a citation', changed('B01', { kind: 'document' })],
    ['a line without a number', changed('B01', { decidedBy: ['django/core/wsgi.py'] })],
    ['a release without a number', changed('B06', { since: 'Django' })],
    ['a claim that is no sentence', changed('B01', { claim: 'something' })],
  ])('its schema refuses %s', (_, broken) => {
    expect(schema.safeParse(broken).success).toBe(false);
  });

  test('it is formatted as JSON.stringify formats it, so that a diff shows what changed', () => {
    expect(text).toBe(`${JSON.stringify(ledger, null, 2)}\n`);
  });

  test('every row has its keys in one order', () => {
    expect(idsWhere((row) => Object.keys(row).join() !== inOrder(row))).toEqual([]);
  });
});

describe('the rows of the ledger', () => {
  test('ids are unique, and in order within their letter', () => {
    const numbers = Object.groupBy(ledger.claims, ({ id }) => id.charAt(0));
    for (const [letter, rows = []] of Object.entries(numbers)) {
      const ids = rows.map(({ id }) => Number(id.slice(1)));
      expect(ids, letter).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
    }
  });

  test('every row has the source that its letter stands for, and every source has rows', () => {
    expect(idsWhere((row) => LETTERS[row.id.charAt(0)] !== row.source)).toEqual([]);
    expect(Object.keys(ledger.sources)).toEqual([
      ...new Set(ledger.claims.map((row) => row.source)),
    ]);
  });

  test('opinions and what was not checked have no verdict, everything else has one', () => {
    expect(idsWhere((row) => isOpen(row) === (row.verdict !== undefined))).toEqual([]);
  });

  test('every document is cited with an address, a place and what it says', () => {
    expect(idsWhere((row) => row.kind === 'document' && !isCited(row))).toEqual([]);
  });

  test('a verdict other than holds says why', () => {
    expect(idsWhere((row) => row.verdict !== 'holds' && !row.note)).toEqual([]);
  });

  test('what does not hold any more says since which release, what holds does not', () => {
    expect(idsWhere((row) => row.verdict === 'no longer holds' && !row.since)).toEqual([]);
    expect(idsWhere((row) => (row.verdict ?? 'holds') === 'holds' && 'since' in row)).toEqual([]);
  });

  test('no line is named twice in a row', () => {
    expect(idsWhere(isDoubled)).toEqual([]);
  });

  test('no two rows of a source make the same claim', () => {
    const claims = ledger.claims.map((row) => `${row.source}: ${row.claim}`);
    expect(new Set(claims).size).toBe(claims.length);
  });
});

describe('what the author of the draft says about the articles as a whole', () => {
  test.each([
    ['S13', CITED],
    ['S17', ['bennett']],
  ])(
    '%s holds partly: most rows hold at least partly, but most do not hold whole',
    (id, sources) => {
      expect(rowOf(id).verdict).toBe('holds partly');
      expect(shareOf(sources, ['holds', 'holds partly'])).toBeGreaterThan(0.5);
      expect(shareOf(sources, ['holds'])).toBeLessThan(0.5);
    },
  );
});
