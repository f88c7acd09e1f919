/**
 * Binds claims to snippets: the ledger must say what the snippets give.
 *
 * @module
 */

import { FailureList } from '../failure.ts';
import type { ChapterReport, ClaimUse, Failure, Ledger, LedgerRow, Verdict } from '../model.ts';

/** Where a claim stands in the book. */
export interface CarriedClaim {
  file: string;
  use: ClaimUse;
}

/** Checks every claim of the chapters; failures are at the claim's place. */
export function bindClaims(reports: ChapterReport[], ledger: Ledger): Failure[] {
  const rows = new Map(ledger.claims.map((row) => [row.id, row]));
  const carried = new Map<string, string>();
  return reports.flatMap((report) => {
    const failures = new FailureList(report.chapter.file);
    for (const use of report.chapter.claims) {
      const complain = (message: string, more: Partial<Failure> = {}) =>
        failures.add(use.place, message, { id: use.id, ...more });
      const before = carried.get(use.id);
      const here = `${report.chapter.file}:${use.place.line}`;
      if (before) complain(`The claim ${use.id} is made already, at ${before}.`);
      carried.set(use.id, before ?? here);
      const row = rows.get(use.id);
      if (row) bind(use, row, report, complain);
      else complain(`The ledger has no claim ${use.id}.`);
    }
    return failures.failures;
  });
}

/** What a list of snippets for and against amounts to; undefined where only the ledger can say. */
export function verdictOf({ holds, fails }: Pick<ClaimUse, 'holds' | 'fails'>): Verdict[] {
  if (holds.length > 0 && fails.length > 0) return ['holds partly'];
  if (holds.length > 0) return ['holds'];
  return fails.length > 0 ? ['no longer holds', 'wrong'] : [];
}

type Complain = (message: string, more?: Partial<Failure>) => void;

function bind(use: ClaimUse, row: LedgerRow, report: ChapterReport, complain: Complain): void {
  const ids = [...use.holds, ...use.fails];
  if (row.kind !== 'behaviour') {
    if (ids.length > 0)
      complain(
        `${use.id} is ${aKind(row.kind)} in the ledger: no snippet can prove it. Leave out holds and fails.`,
      );
    if (row.kind === 'document' && !row.citation)
      complain(`${use.id} is about a document, but the ledger cites none.`);
    return;
  }
  if (ids.length === 0) {
    complain(
      `${use.id} is about behaviour: name the snippets that bear it out (holds="…") or contradict it (fails="…").`,
    );
    return;
  }
  for (const id of new Set(ids)) checkProof(id, use, report, complain);
  for (const id of use.holds.filter((name) => use.fails.includes(name)))
    complain(`The snippet "${id}" cannot both bear ${use.id} out and contradict it.`);
  const given = verdictOf(use);
  if (row.verdict === undefined || !given.includes(row.verdict)) {
    complain('The ledger and the snippets disagree.', {
      expected: `${row.verdict ?? 'no verdict'}, says the ledger`,
      received: `${given.join(' or ')}, say the snippets`,
    });
  }
}

function checkProof(id: string, use: ClaimUse, report: ChapterReport, complain: Complain): void {
  const snippet = report.snippets.find((candidate) => candidate.id === id);
  if (!snippet)
    return complain(`${use.id} leans on a snippet "${id}", which this chapter does not have.`);
  if (snippet.status === 'failed')
    return complain(`${use.id} is not proved: the snippet "${id}" fails.`);
  if (snippet.status === 'not-run')
    return complain(`${use.id} is not proved: the snippet "${id}" was not run.`);
  if (snippet.checks === 0)
    complain(`${use.id} leans on the snippet "${id}", which expects nothing.`);
}

function aKind(kind: LedgerRow['kind']): string {
  return {
    behaviour: 'about behaviour',
    document: 'about a document',
    opinion: 'an opinion',
    'not checked': 'not checked',
  }[kind];
}
