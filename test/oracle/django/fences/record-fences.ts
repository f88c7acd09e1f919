/**
 * Recording the Django fences of a book afresh, and telling what has changed.
 *
 * @module
 */

import type { BookOptions } from '../../../../src/doctest/book.ts';
import { Engine } from '../../../../src/doctest/engine.ts';
import { describe } from '../../../../src/doctest/failure.ts';
import type { Chapter, Fence } from '../../../../src/doctest/model.ts';
import { environmentScenes } from '../../../../src/doctest/run/judge-environments.ts';
import { attemptsAt } from '../../../../src/doctest/run/judge-exercise.ts';
import { readResult } from '../../../../src/doctest/run/judge-python.ts';
import type { Installation } from '../installation.ts';
import { judgeLive } from './judge-live.ts';
import {
  type ChapterRecording,
  type FenceRecordings,
  keysOf,
  type RecordedFence,
} from './recordings.ts';

/** The name under which the book registers the runner. */
export const ENVIRONMENT = 'django-2.2';

/** What came of recording fences. */
export interface RecordedFences {
  /** How many fences real Django was asked. */
  fences: number;
  /** A line for each fence whose recording is new, gone or another. */
  changes: string[];
  /** Fences that real Django contradicts, in words; those are not recorded. */
  failures: string[];
  /** Chapters that were recorded on another release of Python: both versions. */
  others: { file: string; recorded: string; asked: string }[];
}

/** What recording is told. */
export interface RecordingOptions {
  /** Only chapters whose path contains this. */
  filter?: string;
  /** Puts the new recordings in place of the old ones. */
  write: boolean;
}

/** Asks real Django every fence of a book. @throws {PythonProcessError} when Python does not start. */
export async function recordFences(
  book: BookOptions,
  installation: Installation,
  recordings: FenceRecordings,
  { filter = '', write }: RecordingOptions,
): Promise<RecordedFences> {
  const engine = new Engine(book);
  const recorded: RecordedFences = { fences: 0, changes: [], failures: [], others: [] };
  const all = [...engine.files(), ...engine.exercises.files()];
  const files = all.filter((file) => file.includes(filter));
  for (const file of files) {
    const before = recordings.read(file);
    const texts = engine.exercises.has(file)
      ? attemptsAt(engine.exercises.read(file)).map(({ chapter }) => chapter)
      : [engine.read(file)];
    const after: ChapterRecording = { python: '', django: '2.2.28', fences: [] };
    for (const text of texts) await recordChapter(text, installation, recorded, after);
    if (engine.exercises.has(file)) after.fences = eachOnce(after.fences);
    recorded.changes.push(...changesOf(file, before?.fences ?? [], after.fences));
    if (before && after.python && releaseOf(before.python) !== releaseOf(after.python))
      recorded.others.push({ file, recorded: before.python, asked: after.python });
    if (write) recordings.write(file, after);
  }
  for (const file of recordings.files()) {
    if (!file.includes(filter) || files.includes(file)) continue;
    recorded.changes.push(`${file}: recorded, but there is no such chapter`);
    if (write) recordings.write(file, { python: '', fences: [] });
  }
  return recorded;
}

/** The attempts at an exercise begin with the same preparation. */
function eachOnce(fences: RecordedFence[]): RecordedFence[] {
  return [...new Map(fences.map((fence) => [fence.key, fence])).values()];
}

async function recordChapter(
  chapter: Chapter,
  installation: Installation,
  recorded: RecordedFences,
  after: ChapterRecording,
): Promise<void> {
  const mayMiss = chapter.attempt !== undefined && chapter.attempt !== 'solution';
  const known = new Map<number, RecordedFence>();
  for (const { env, fences } of environmentScenes(chapter)) {
    if (env !== ENVIRONMENT) continue;
    const { python, results } = await judgeLive(installation, { file: chapter.file, fences });
    after.python = python;
    recorded.fences += fences.length;
    const keys = keysOf(fences);
    for (const [index, fence] of fences.entries()) {
      const result = results[index];
      if (!result) continue;
      const { status, failures, ...seen } = result;
      const key = keys[index] ?? '';
      if (status === 'passed') known.set(fence.ordinal, { key, ...seen });
      else if (mayMiss) known.set(fence.ordinal, { key, ...seen, missed: status });
      else recorded.failures.push(...complaints(chapter, fence, { ...result, failures }));
    }
  }
  const sorted = [...known].toSorted(([one], [other]) => one - other);
  after.fences.push(...sorted.map(([, fence]) => fence));
}

function complaints(
  chapter: Chapter,
  fence: Fence,
  result: Parameters<typeof readResult>[2],
): string[] {
  const { failures } = readResult(chapter, fence, result, '');
  if (failures.length > 0) return failures.map(describe);
  const { line, column } = fence.place;
  return [
    `${chapter.file}:${line}:${column}  Not run: an earlier fence of its scene fails.  [${fence.id}]`,
  ];
}

function changesOf(
  file: string,
  before: readonly RecordedFence[],
  after: readonly RecordedFence[],
): string[] {
  const known = new Map(before.map((fence) => [fence.key, JSON.stringify(fence)]));
  const now = new Set(after.map(({ key }) => key));
  return [
    ...after.flatMap((fence) => {
      const was = known.get(fence.key);
      const is = JSON.stringify(fence);
      if (was === is) return [];
      return was === undefined
        ? [`${file}: ${fence.id} has no recording yet`]
        : [`${file}: ${fence.id} differs\n  - recorded  ${was}\n  + received  ${is}`];
    }),
    ...before
      .filter(({ key }) => !now.has(key))
      .map(({ id }) => `${file}: ${id} was recorded, but no fence fits that recording now`),
  ];
}

function releaseOf(python: string): string {
  return python.split('.').slice(0, 2).join('.');
}
