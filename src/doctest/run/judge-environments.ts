/**
 * Judges the fences marked `env=name`, by the runners that the book registers.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import type { Chapter, Fence, SnippetReport } from '../model.ts';
import { listScenes } from '../parse/scenes.ts';
import { blankReport } from '../report/snippet-report.ts';
import { readResult } from './judge-python.ts';

/** Whether a fence is handed to a runner of the book. */
export function isOfEnvironment({ flags }: Fence): boolean {
  return flags.env !== undefined && flags.skip === undefined && !flags['no-run'];
}

/** The fences of one environment that share a session. */
export interface Scene {
  env: string;
  fences: Fence[];
}

/** A chapter's scenes, those of one environment after those of another. */
export function environmentScenes(chapter: Chapter): Scene[] {
  const environments = Map.groupBy(
    chapter.fences.filter(isOfEnvironment),
    ({ flags }) => flags.env ?? '',
  );
  return [...environments].flatMap(([env, fences]) =>
    listScenes(fences).map((scene) => ({ env, fences: scene })),
  );
}

/** Judges a chapter's scenes side by side. */
export async function judgeEnvironments(
  chapter: Chapter,
  options: BookOptions,
): Promise<SnippetReport[]> {
  const reports = await Promise.all(
    environmentScenes(chapter).map((scene) => judgeScene(chapter, scene, options)),
  );
  return reports.flat();
}

async function judgeScene(
  chapter: Chapter,
  { env, fences }: Scene,
  { environments }: BookOptions,
): Promise<SnippetReport[]> {
  const run = environments?.[env];
  if (!run) return fences.map((fence) => unknownEnvironment(chapter, fence, env));
  const results = await run({ file: chapter.file, fences });
  return fences.map((fence, index) => {
    const result = results[index];
    if (!result) throw new Error(`The runner of env=${env} gave no result for ${fence.id}.`);
    return readResult(chapter, fence, result, result.judge);
  });
}

function unknownEnvironment({ file }: Chapter, fence: Fence, env: string): SnippetReport {
  const { line, column } = fence.place;
  const message = `No runner is registered for env=${env}.`;
  const failures = [{ file, line, column, id: fence.id, message }];
  return { ...blankReport(fence, 'failed'), failures };
}
