/**
 * `same-as=id`: two snippets, in two languages, that give one value.
 *
 * @module
 */

import { FailureList } from '../failure.ts';
import type { Chapter, Fence, Failure, SnippetReport } from '../model.ts';
import { renderCanonical, sameValue } from '../python/canonical.ts';

/** Compares every pair of a chapter; a pair that agrees counts as a check of the snippet that names it. */
export function pairValues(chapter: Chapter, reports: SnippetReport[]): Failure[] {
  const failures = new FailureList(chapter.file);
  for (const fence of chapter.fences) {
    const twin = fence.flags['same-as'];
    if (twin !== undefined) pair(fence, twin, { chapter, reports, failures });
  }
  return failures.failures;
}

interface Pairing {
  chapter: Chapter;
  reports: SnippetReport[];
  failures: FailureList;
}

function pair(fence: Fence, twin: string, { chapter, reports, failures }: Pairing): void {
  const complain = (message: string, more: Partial<Failure> = {}) =>
    failures.add(fence.place, message, { id: fence.id, ...more });
  const other = chapter.fences.find(({ id }) => id === twin);
  if (!other) return complain(`same-as=${twin}: this chapter has no snippet of that id.`);
  if (other.language === fence.language)
    return complain(
      `same-as=${twin}: that snippet is ${fence.language} too. A pair takes two languages.`,
    );
  const mine = reports.find(({ id }) => id === fence.id);
  const theirs = reports.find(({ id }) => id === twin);
  if (mine?.status !== 'passed' || theirs?.status !== 'passed') return;
  if (mine.canonical === undefined)
    return complain('This snippet has no value to compare: let it end with an expression.');
  if (theirs.canonical === undefined)
    return complain(
      `The snippet "${twin}" has no value to compare: let it end with an expression.`,
    );
  if (sameValue(mine.canonical, theirs.canonical)) {
    mine.checks += 1;
    return;
  }
  complain(`The value differs from that of "${twin}".`, {
    expected: renderCanonical(theirs.canonical),
    received: renderCanonical(mine.canonical),
  });
}
