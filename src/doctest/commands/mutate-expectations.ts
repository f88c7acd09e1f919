/**
 * Changes every expectation of the book in turn and requires each to fail: an expectation that
 * holds whatever it says checks nothing.
 *
 * @module
 */

import { availableParallelism } from 'node:os';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import type { Engine } from '../engine.ts';
import { ChapterError } from '../failure.ts';
import type { Chapter, Fence, Failure } from '../model.ts';
import { judgeChapter } from '../run/judge-chapter.ts';
import { compileForNode } from '../run/judge-typescript.ts';
import { isPython } from '../run/judge-python.ts';
import { isOfEnvironment } from '../run/judge-environments.ts';
import { describeChange, outputChange, wantChanges, type Change } from './changes.ts';
import { mutateEnvironments } from './mutate-environments.ts';
import { subjectOf, type Subject } from './mutated-subject.ts';
import { tryMutants, type Mutant, type MutationReport, type Untried } from './mutation-report.ts';
import { mutateExpression, mutateText } from './mutate-text.ts';

/** Mutates the expectations of some chapters. */
export async function mutateExpectations(engine: Engine, files: string[]): Promise<MutationReport> {
  const mutants: Mutant[] = [];
  const untried: Untried[] = [];
  for (const file of files) {
    const subject = subjectOf(engine, file);
    const changes = listChanges(subject.chapter);
    mutants.push(...changes.map((change) => mutantOf(engine, subject, change)));
    const others = await mutateEnvironments(engine, subject);
    mutants.push(...others.mutants);
    untried.push(...others.untried);
  }
  const report = await tryMutants(mutants, availableParallelism());
  return { ...report, ...(untried.length > 0 && { untried }) };
}

function listChanges(chapter: Chapter): Change[] {
  const changes: Change[] = [];
  for (const { kind, expected, start, end, ordinal } of compileForNode(chapter).sites) {
    const fence = chapter.fences[ordinal];
    if (!fence) continue;
    const text =
      kind === 'value' ? mutateExpression(expected, parseWithRolldown) : mutateText(expected);
    changes.push({ fence, start, end, text });
  }
  for (const fence of chapter.fences) {
    if (isOfEnvironment(fence)) continue;
    if (fence.output && fence.flags.skip === undefined)
      changes.push(outputChange(fence, fence.output));
    if (isPython(fence)) changes.push(...wantChanges(fence));
  }
  return changes;
}

function mutantOf(engine: Engine, subject: Subject, change: Change): Mutant {
  const described = describeChange(subject.chapter, change);
  return {
    ...described,
    isKilled: async () =>
      change.text !== undefined &&
      (await isNoticed(engine, subject, change, change.text, described.line)),
  };
}

async function isNoticed(
  engine: Engine,
  { chapter, parse }: Subject,
  change: Change,
  text: string,
  line: number,
): Promise<boolean> {
  const source = chapter.source.slice(0, change.start) + text + chapter.source.slice(change.end);
  let failures: Failure[];
  try {
    const mutant = alone(parse(source), change.fence);
    ({ failures } = await judgeChapter(mutant, engine.options, engine.python));
  } catch (error) {
    if (!(error instanceof ChapterError)) throw error;
    ({ failures } = error);
  }
  return failures.some((failure) => failure.id === change.fence.id || failure.line === line);
}

/** The chapter up to a snippet, and of the language of that snippet only. */
function alone(chapter: Chapter, { ordinal, language }: Fence): Chapter {
  const fences = chapter.fences.map((fence) =>
    fence.language === language && fence.ordinal <= ordinal && !isOfEnvironment(fence)
      ? fence
      : { ...fence, language: 'text', flags: {} },
  );
  return { ...chapter, fences, claims: [] };
}
