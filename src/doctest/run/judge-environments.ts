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

/** What runners of the book found. */
export interface EnvironmentReport {
  snippets: SnippetReport[];
  /** Files on which that depends, absolute. */
  dependencies: string[];
}

/** Judges a chapter's scenes side by side. */
export async function judgeEnvironments(
  chapter: Chapter,
  options: BookOptions,
): Promise<EnvironmentReport> {
  const reports = await Promise.all(
    environmentScenes(chapter).map((scene) => judgeScene(chapter, scene, options)),
  );
  return {
    snippets: reports.flatMap(({ snippets }) => snippets),
    dependencies: [...new Set(reports.flatMap(({ dependencies }) => dependencies))],
  };
}

/**
 * Judges one scene; `afresh` whatever is recorded of it.
 *
 * @throws {EnvironmentMissingError} where it is to be judged afresh and cannot be.
 */
export async function judgeScene(
  chapter: Chapter,
  { env, fences }: Scene,
  { environments }: BookOptions,
  afresh = false,
): Promise<EnvironmentReport> {
  const run = environments?.[env];
  if (!run) {
    const snippets = fences.map((fence) => unknownEnvironment(chapter, fence, env));
    return { snippets, dependencies: [] };
  }
  const results = await run({ file: chapter.file, fences, ...(afresh && { afresh }) });
  const snippets = fences.map((fence, index) => {
    const result = results[index];
    if (!result) throw new Error(`The runner of env=${env} gave no result for ${fence.id}.`);
    return readResult(chapter, fence, result, result.judge);
  });
  return { snippets, dependencies: results.flatMap(({ dependencies = [] }) => dependencies) };
}

function unknownEnvironment({ file }: Chapter, fence: Fence, env: string): SnippetReport {
  const { line, column } = fence.place;
  const message = `No runner is registered for env=${env}.`;
  const failures = [{ file, line, column, id: fence.id, message }];
  return { ...blankReport(fence, 'failed'), failures };
}
