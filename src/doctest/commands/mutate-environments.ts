/**
 * Changes every expectation of the fences that runners of the book judge. A recording would not
 * know of the change, so they are judged afresh; and since an expectation changes nothing for
 * those below it, all of a scene are changed in one run, and each must fail at its own example.
 *
 * @module
 */

import { EnvironmentMissingError } from '../book.ts';
import type { Engine } from '../engine.ts';
import { ChapterError } from '../failure.ts';
import type { Chapter, Failure } from '../model.ts';
import { judgeScene, environmentScenes, type Scene } from '../run/judge-environments.ts';
import { describeChange, outputChange, wantChanges, type Change } from './changes.ts';
import type { Subject } from './mutated-subject.ts';
import type { Mutant, Untried } from './mutation-report.ts';

/** The mutants of one chapter, and its scenes that cannot be judged afresh here. */
export interface EnvironmentMutants {
  mutants: Mutant[];
  untried: Untried[];
}

/** Runs each scene of a chapter with all its expectations changed. */
export async function mutateEnvironments(
  engine: Engine,
  subject: Subject,
): Promise<EnvironmentMutants> {
  const { chapter } = subject;
  const found: EnvironmentMutants = { mutants: [], untried: [] };
  for (const scene of environmentScenes(chapter)) {
    const changes = scene.fences.flatMap((fence) => [
      ...(fence.output ? [outputChange(fence, fence.output)] : []),
      ...wantChanges(fence),
    ]);
    if (changes.length === 0 || !engine.options.environments?.[scene.env]) continue;
    try {
      const failures = await judgeChanged(engine, subject, scene, changes);
      for (const change of changes) {
        const isKilled = () => Promise.resolve(isNoticed(change, failures));
        found.mutants.push({ ...describeChange(chapter, change), isKilled });
      }
    } catch (error) {
      if (!(error instanceof EnvironmentMissingError)) throw error;
      const what = `${changes.length} expectations of env=${scene.env} in ${chapter.file}`;
      found.untried.push({ what, reason: error.message });
    }
  }
  return found;
}

async function judgeChanged(
  engine: Engine,
  { chapter, parse }: Subject,
  scene: Scene,
  changes: readonly Change[],
): Promise<Failure[]> {
  const source = changes
    .filter(({ text }) => text !== undefined)
    .toSorted((one, other) => other.start - one.start)
    .reduce(
      (text, change) => text.slice(0, change.start) + change.text + text.slice(change.end),
      chapter.source,
    );
  let changed: Chapter;
  try {
    changed = parse(source);
  } catch (error) {
    if (error instanceof ChapterError) return error.failures;
    throw error;
  }
  const ordinals = scene.fences.map(({ ordinal }) => ordinal);
  const fences = changed.fences.filter(({ ordinal }) => ordinals.includes(ordinal));
  const { snippets } = await judgeScene(changed, { env: scene.env, fences }, engine.options, true);
  return snippets.flatMap(({ failures }) => failures);
}

/** Whether a failure is of the example whose expectation was changed, or of the changed output. */
function isNoticed({ fence, prompt, text }: Change, failures: readonly Failure[]): boolean {
  if (text === undefined) return false;
  return failures.some(
    ({ id, line, expected = '' }) =>
      id === fence.id &&
      (prompt === undefined || line === prompt) &&
      expected.includes(text.trim()),
  );
}
