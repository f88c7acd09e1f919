/**
 * `npm run claims -- [--json]`: the ledger, and which of its claims the book has proved.
 *
 * @module
 */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { BookOptions } from '../book.ts';
import { Engine, type BookReport } from '../engine.ts';
import { describe } from '../failure.ts';
import type { Ledger, LedgerRow } from '../model.ts';

/** How the ledger stands. */
export interface ClaimsReport {
  rows: number;
  /** Claims about behaviour, and how many of them chapters prove. */
  behaviour: number;
  proved: number;
  /** Claims about documents that a chapter carries. */
  cited: number;
  opinions: number;
  notChecked: number;
  /** Rows of each source, and how many of them chapters carry. */
  bySource: Record<string, { rows: number; carried: number }>;
  /** Claims about behaviour or documents that no chapter carries, or whose proof fails. */
  unproved: { id: string; claim: string; why: string }[];
}

/** Counts a ledger against a check of the book. */
export function countClaims({ claims }: Ledger, { chapters, failures }: BookReport): ClaimsReport {
  const carried = new Set(chapters.flatMap(({ chapter }) => chapter.claims.map(({ id }) => id)));
  const failed = new Set(failures.map(({ id }) => id));
  const ofKind = (kind: LedgerRow['kind']) => claims.filter((row) => row.kind === kind);
  const stands = ({ id }: LedgerRow) => carried.has(id) && !failed.has(id);
  const bySource: ClaimsReport['bySource'] = {};
  for (const { id, source } of claims) {
    const counts = (bySource[source] ??= { rows: 0, carried: 0 });
    counts.rows += 1;
    if (carried.has(id)) counts.carried += 1;
  }
  return {
    rows: claims.length,
    behaviour: ofKind('behaviour').length,
    proved: ofKind('behaviour').filter(stands).length,
    cited: ofKind('document').filter(stands).length,
    opinions: ofKind('opinion').length,
    notChecked: ofKind('not checked').length,
    bySource,
    unproved: claims
      .filter((row) => row.verdict !== undefined && !stands(row))
      .map(({ id, claim }) => ({
        id,
        claim,
        why: carried.has(id) ? 'its proof fails' : 'no chapter carries it yet',
      })),
  };
}

/** The exit code: 1 where the book has a failure, or the ledger a claim that is neither proved, cited nor left open. */
export function claimsCode({ unproved }: ClaimsReport, { failures }: BookReport): number {
  return unproved.length === 0 && failures.length === 0 ? 0 : 1;
}

/** Runs the command. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      book: { type: 'string', default: 'doctest.config.ts' },
    },
  });
  const { book } = (await import(pathToFileURL(resolve(values.book)).href)) as {
    book: BookOptions;
  };
  const engine = new Engine(book);
  try {
    const ledger = engine.ledger();
    if (!ledger) throw new Error('This book has no ledger.');
    const check = await engine.check();
    const report = countClaims(ledger, check);
    console.log(values.json ? JSON.stringify(report, null, 2) : sayClaims(report, check));
    return claimsCode(report, check);
  } finally {
    await engine.close();
  }
}

function sayClaims(report: ClaimsReport, { failures }: BookReport): string {
  const { rows, behaviour, proved, cited, opinions, notChecked, unproved } = report;
  return [
    ...failures.map(describe),
    ...unproved.map(({ id, claim, why }) => `${id}  ${why}: ${claim}`),
    `${rows} claims: ${proved} of ${behaviour} about behaviour proved, ${cited} cited, ${opinions} opinions, ${notChecked} not checked; ${unproved.length} open`,
  ].join('\n');
}
