/**
 * Binds rules to their evidence: every snippet that a rule names has to exist, hold, and expect
 * something, in whatever chapter it stands.
 *
 * @module
 */

import { FailureList } from '../failure.ts';
import type { ChapterReport, Failure, RuleUse } from '../model.ts';

/** Checks every rule of `reports`; `others` are chapters that they may lean on as well. */
export function bindRules(reports: ChapterReport[], others: ChapterReport[]): Failure[] {
  const all = [...reports, ...others];
  return reports.flatMap((report) => {
    const failures = new FailureList(report.chapter.file);
    const seen = new Set<string>();
    for (const rule of report.chapter.rules) {
      for (const message of complaints(rule, report, all))
        failures.add(rule.place, message, { id: rule.id });
      if (seen.has(rule.id))
        failures.add(rule.place, `There is a rule ${rule.id} already.`, { id: rule.id });
      seen.add(rule.id);
    }
    return failures.failures;
  });
}

/** All that a rule leans on, as written: `snippet` or `chapter#snippet`. */
export function referencesOf({ holds, fails, caught }: RuleUse): string[] {
  return [...holds, ...fails, ...caught];
}

/** The file that a reference names before its `#`; undefined where it names none, or none there is. */
export function findChapter(files: string[], reference: string): string | undefined {
  const [chapter, snippet] = reference.split('#');
  return snippet === undefined ? undefined : files.find((file) => file.endsWith(`/${chapter}.mdx`));
}

function complaints(rule: RuleUse, report: ChapterReport, all: ChapterReport[]): string[] {
  const references = referencesOf(rule);
  const { id, why } = rule;
  if (references.length === 0 && !why)
    return [`The rule ${id} names no snippets (holds, fails, caught): it has to say why="…".`];
  if (references.length > 0 && why)
    return [`The rule ${id} names snippets, so it cannot say why no snippet decides it.`];
  return references.flatMap((reference) => complaint(id, reference, report, all) ?? []);
}

function complaint(
  id: string,
  reference: string,
  report: ChapterReport,
  all: ChapterReport[],
): string | undefined {
  const file = findChapter(
    all.map(({ chapter }) => chapter.file),
    reference,
  );
  if (reference.includes('#') && file === undefined)
    return `The rule ${id} leans on "${reference}", but there is no such chapter.`;
  const carrier = file ? all.find(({ chapter }) => chapter.file === file) : report;
  const snippet = carrier?.snippets.find(
    (candidate) => candidate.id === reference.split('#').pop(),
  );
  if (!snippet) return `The rule ${id} leans on a snippet "${reference}", which there is not.`;
  if (snippet.status === 'failed') return `The rule ${id}: the snippet "${reference}" fails.`;
  if (snippet.status === 'not-run')
    return `The rule ${id}: the snippet "${reference}" was not run.`;
  if (snippet.checks === 0)
    return `The rule ${id} leans on the snippet "${reference}", which expects nothing.`;
  return undefined;
}
