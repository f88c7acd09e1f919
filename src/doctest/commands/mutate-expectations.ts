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
import { parseChapter } from '../parse/chapter.ts';
import { PlaceFinder } from '../parse/places.ts';
import { judgeChapter } from '../run/judge-chapter.ts';
import { compileForNode } from '../run/judge-typescript.ts';
import { isPython } from '../run/judge-python.ts';
import { tryMutants, type Mutant, type MutationReport } from './mutation-report.ts';
import { mutateExpression, mutateText } from './mutate-text.ts';

/** A stretch of a chapter that states an expectation, and what to put in its place. */
interface Change {
  fence: Fence;
  start: number;
  end: number;
  /** Absent where nothing can be changed, so the expectation holds whatever happens. */
  text: string | undefined;
}

/** Mutates the expectations of some chapters. */
export async function mutateExpectations(engine: Engine, files: string[]): Promise<MutationReport> {
  const mutants = files.flatMap((file) => {
    const chapter = engine.read(file);
    return listChanges(chapter).map((change) => mutantOf(engine, chapter, change));
  });
  return tryMutants(mutants, availableParallelism());
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
    if (fence.output && fence.flags.skip === undefined)
      changes.push(...outputChange(fence, fence.output));
    if (isPython(fence)) changes.push(...wantChanges(fence));
  }
  return changes;
}

function outputChange(fence: Fence, output: Fence): Change[] {
  const index = output.code.split('\n').findIndex((line) => mutateText(line) !== undefined);
  const line = output.code.split('\n')[index];
  const start = output.lineStarts[index]?.offset;
  if (line === undefined || start === undefined)
    return [{ fence, start: output.end, end: output.end, text: undefined }];
  return [{ fence, start, end: start + line.length, text: mutateText(line) }];
}

/** The text under each `>>>` example. */
function wantChanges(fence: Fence): Change[] {
  const lines = fence.code.split('\n');
  const changes: Change[] = [];
  for (const [index, line] of lines.entries()) {
    const isFirst =
      /^\s*(>>>|\.\.\.)( |$)/.test(lines[index - 1] ?? '') && !/^\s*(>>>|\.\.\.)( |$)/.test(line);
    if (!isFirst || line.trim() === '') continue;
    const last = lines.findIndex(
      (text, at) => at >= index && (text.trim() === '' || text.trim().startsWith('>>>')),
    );
    const want = lines.slice(index, last === -1 ? undefined : last);
    const at = /^\s*Traceback/.test(line) ? index + want.length - 1 : index;
    const start = fence.lineStarts[at]?.offset ?? fence.end;
    changes.push({
      fence,
      start,
      end: start + (lines[at] ?? '').length,
      text: mutateText(lines[at] ?? ''),
    });
  }
  return changes;
}

function mutantOf(engine: Engine, chapter: Chapter, change: Change): Mutant {
  const { line } = new PlaceFinder(chapter.source).at(change.start);
  const was = chapter.source.slice(change.start, change.end).trim();
  return {
    file: chapter.file,
    line,
    what: `the expectation "${was}"`,
    isKilled: async () =>
      change.text !== undefined && (await isNoticed(engine, chapter, change, change.text, line)),
  };
}

async function isNoticed(
  engine: Engine,
  chapter: Chapter,
  change: Change,
  text: string,
  line: number,
): Promise<boolean> {
  const source = chapter.source.slice(0, change.start) + text + chapter.source.slice(change.end);
  let failures: Failure[];
  try {
    const mutant = alone(parseChapter(chapter.file, source), change.fence);
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
    fence.language === language && fence.ordinal <= ordinal
      ? fence
      : { ...fence, language: 'text', flags: {} },
  );
  return { ...chapter, fences, claims: [] };
}
