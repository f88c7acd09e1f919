/**
 * `doctest PEP-57`: runs the evidence of one rule, in whatever chapters it stands, and shows it.
 *
 * @module
 */

import { findChapter } from '../check/bind-rules.ts';
import type { Engine } from '../engine.ts';
import { ChapterError, describe } from '../failure.ts';
import { showProof } from './prove-claim.ts';

/** The chapter with a rule of that id; undefined where there is none. */
export function carrierOfRule(engine: Engine, id: string): string | undefined {
  return engine.files().find((file) => {
    try {
      return engine.read(file).rules.some((rule) => rule.id === id);
    } catch (error) {
      if (error instanceof ChapterError) return false;
      throw error;
    }
  });
}

/** Runs a rule's evidence; returns the exit code: 1 where some of it does not hold. */
export async function proveRule(
  engine: Engine,
  carrier: string,
  id: string,
  json: boolean,
): Promise<number> {
  const rule = engine.read(carrier).rules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`${carrier} no longer has the rule ${id}.`);
  const files = engine.files();
  const parts = [
    ...rule.holds.map((reference) => ({ reference, part: 'keeps it' })),
    ...rule.fails.map((reference) => ({ reference, part: 'breaks it' })),
    ...rule.caught.map((reference) => ({ reference, part: 'catches who breaks it' })),
  ].map(({ reference, part }) => ({
    file: findChapter(files, reference) ?? carrier,
    snippet: reference.split('#').pop() ?? '',
    part,
  }));
  const { chapters } = await engine.check([
    ...new Set([carrier, ...parts.map(({ file }) => file)]),
  ]);
  const failures = chapters.flatMap(({ chapter, failures }) =>
    failures.filter(
      (failure) =>
        (chapter.file === carrier && failure.id === id) ||
        parts.some(({ file, snippet }) => file === chapter.file && snippet === failure.id),
    ),
  );
  if (json) {
    console.log(JSON.stringify({ ...rule, file: carrier, failed: failures }, null, 2));
  } else {
    const shown = parts.flatMap(({ file, snippet, part }) => {
      const report = chapters.find(({ chapter }) => chapter.file === file);
      return report ? showProof(snippet, part, report) : [];
    });
    const end = failures.length > 0 ? 'not shown' : (rule.why ?? 'shown');
    const place = `${id}  at ${carrier}:${rule.place.line}`;
    console.log([place, ...shown, ...failures.map(describe), `\n${id}: ${end}`].join('\n'));
  }
  return failures.length === 0 ? 0 : 1;
}
