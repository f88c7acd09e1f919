import { describe, expect, it } from 'vitest';
import { claimsCode, countClaims } from '../../../src/doctest/commands/claims.ts';
import type { BookReport } from '../../../src/doctest/engine.ts';
import type { Ledger } from '../../../src/doctest/model.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook } from '../scratch-book.ts';

const ledger: Ledger = {
  sources: {},
  claims: [
    { id: 'A01', source: 'a', kind: 'behaviour', claim: 'One is one.', verdict: 'holds' },
    { id: 'A02', source: 'a', kind: 'behaviour', claim: 'Two is one.', verdict: 'wrong' },
    { id: 'A03', source: 'a', kind: 'opinion', claim: 'One is fine.' },
    { id: 'B01', source: 'b', kind: 'behaviour', claim: 'Two is two.', verdict: 'holds' },
    {
      id: 'B02',
      source: 'b',
      kind: 'document',
      claim: 'A book says so.',
      verdict: 'holds',
      citation: { address: 'https://example.org/', place: 'page 1', says: 'so' },
    },
    { id: 'B03', source: 'b', kind: 'not checked', claim: 'Unread.' },
  ],
};

async function check(chapter: string): Promise<BookReport> {
  const book = makeScratchBook({ ledger: () => ledger });
  book.write('content/a.mdx', chapter);
  const engine = new Engine(book.options);
  try {
    return await engine.check();
  } finally {
    await engine.close();
    book.remove();
  }
}

describe('npm run claims', () => {
  it('tells what is proved, what is cited, and what no chapter carries', async () => {
    const report = await check(
      '```ts id=one\n1 // => 1\n```\n\n<Claim id="A01" holds="one">a</Claim> <Claim id="A03">b</Claim> <Claim id="B02">c</Claim>\n',
    );
    expect(countClaims(ledger, report)).toEqual({
      rows: 6,
      behaviour: 3,
      proved: 1,
      cited: 1,
      opinions: 1,
      notChecked: 1,
      bySource: { a: { rows: 3, carried: 2 }, b: { rows: 3, carried: 1 } },
      unproved: [
        { id: 'A02', claim: 'Two is one.', why: 'no chapter carries it yet' },
        { id: 'B01', claim: 'Two is two.', why: 'no chapter carries it yet' },
      ],
    });
  });

  it('does not count a claim as proved whose snippet fails', async () => {
    const report = await check(
      '```ts id=one\n1 // => 2\n```\n\n<Claim id="A01" holds="one">a</Claim>\n',
    );
    const { proved, unproved } = countClaims(ledger, report);
    expect(proved).toBe(0);
    expect(unproved).toContainEqual({ id: 'A01', claim: 'One is one.', why: 'its proof fails' });
  });

  it('exits with 1 until every claim with a verdict is proved or cited', async () => {
    const one = '```ts id=one\n1 // => 1\n```\n\n<Claim id="A01" holds="one">a</Claim>\n';
    const two =
      '```ts id=two\n2 // => 2\n```\n\n<Claim id="A02" fails="two">a</Claim> <Claim id="B01" holds="two">b</Claim> <Claim id="B02">c</Claim>\n';
    const codes: number[] = [];
    for (const chapter of [one, one + two, `${one}${two}\n\`\`\`ts\n3 // => 4\n\`\`\`\n`]) {
      const report = await check(chapter);
      codes.push(claimsCode(countClaims(ledger, report), report));
    }
    expect(codes).toEqual([1, 0, 1]);
  });
});
