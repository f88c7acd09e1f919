/**
 * `doctest B17`: runs the proof of one claim and shows it.
 *
 * @module
 */

import type { Engine } from '../engine.ts';
import { describe } from '../failure.ts';
import type { ClaimUse, LedgerRow, SnippetReport } from '../model.ts';
import type { JudgedChapter } from '../run/judge-chapter.ts';

/** Runs a claim's proof; returns the exit code: 1 where it is not proved. */
export async function proveClaim(engine: Engine, row: LedgerRow, json: boolean): Promise<number> {
  const file = engine
    .files()
    .find((candidate) => engine.read(candidate).claims.some(({ id }) => id === row.id));
  if (file === undefined) {
    console.error(`${row.id} (${row.kind}): no chapter carries this claim yet.\n  ${row.claim}`);
    return 1;
  }
  const { chapters } = await engine.check([file]);
  const [report] = chapters;
  const use = report?.chapter.claims.find(({ id }) => id === row.id);
  if (!report || !use) throw new Error(`${file} no longer carries ${row.id}.`);
  const ids = [...use.holds, ...use.fails];
  const failures = report.failures.filter(({ id }) => id === row.id || ids.includes(id));
  if (json) {
    const { claim, kind, verdict } = row;
    console.log(
      JSON.stringify(
        {
          id: row.id,
          kind,
          claim,
          verdict,
          file,
          line: use.place.line,
          holds: use.holds,
          fails: use.fails,
          failed: failures,
        },
        null,
        2,
      ),
    );
  } else {
    console.log(
      [
        ...introduce(row, file, use),
        ...ids.flatMap((id) =>
          showProof(id, use.holds.includes(id) ? 'bears it out' : 'contradicts it', report),
        ),
        ...failures.map(describe),
        conclude(row, ids, failures.length),
      ].join('\n'),
    );
  }
  return failures.length === 0 ? 0 : 1;
}

function introduce(row: LedgerRow, file: string, use: ClaimUse): string[] {
  const lines = [`${row.id}  ${row.claim}`, `    carried at ${file}:${use.place.line}`];
  if (row.decidedBy) lines.push(`    decided by ${row.decidedBy.join(', ')}`);
  if (row.citation)
    lines.push(`    cited: ${row.citation.says} (${row.citation.address}, ${row.citation.place})`);
  return lines;
}

/** A snippet that proves something: what it does for that, how it came out, its code and output. */
export function showProof(
  id: string,
  part: string,
  { chapter, snippets }: JudgedChapter,
): string[] {
  const fence = chapter.fences.find((candidate) => candidate.id === id);
  const snippet = snippets.find((candidate) => candidate.id === id);
  if (!fence || !snippet) return [];
  return [
    '',
    `${id} ${part}: ${standing(snippet)}  ${chapter.file}:${fence.place.line}`,
    indent(fence.code),
    ...(snippet.printed ? ['    prints', indent(snippet.printed.trimEnd())] : []),
  ];
}

function standing({ status, checks, judge }: SnippetReport): string {
  return `${status}, ${checks} ${checks === 1 ? 'check' : 'checks'} by ${judge}`;
}

function conclude(row: LedgerRow, ids: string[], failures: number): string {
  if (failures > 0) return `\n${row.id}: not proved`;
  if (ids.length === 0)
    return `\n${row.id}: ${row.kind}${row.verdict ? `, ${row.verdict}` : ''}; no snippet decides it`;
  return `\n${row.id}: ${row.verdict ?? row.kind}, proved`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}
