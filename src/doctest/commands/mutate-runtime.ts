/**
 * Breaks every function of the runtime that chapters enter, one at a time, and requires a chapter
 * to fail: a function that may throw unnoticed is one of which the book proves nothing.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import { bodyOf, listFunctions, type ModuleFunction } from '../compile/list-functions.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import type { Engine } from '../engine.ts';
import type { Fence } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { judgeChapter, type JudgedChapter } from '../run/judge-chapter.ts';
import { tryMutants, type Mutant, type MutationReport } from './mutation-report.ts';

/** Mutates the runtime under some chapters. */
export async function mutateRuntime(engine: Engine, files: string[]): Promise<MutationReport> {
  const chapters = files.filter((file) => !engine.exercises.has(file));
  const reports = await engine.judgeAll(chapters);
  const broken = reports.find(({ failures }) => failures.length > 0);
  if (broken)
    throw new Error(
      `${broken.chapter.file} fails as it is: mend it before its runtime is mutated.`,
    );
  const mutants = [...enteredBy(reports)].flatMap(([name, chapters]) =>
    mutantsOf(engine, name, chapters),
  );
  return tryMutants(mutants, availableParallelism());
}

/** The chapters that enter each function. */
function enteredBy(reports: JudgedChapter[]): Map<string, JudgedChapter[]> {
  const chapters = new Map<string, JudgedChapter[]>();
  for (const report of reports) {
    for (const name of new Set(report.snippets.flatMap(({ entered }) => entered))) {
      chapters.set(name, [...(chapters.get(name) ?? []), report]);
    }
  }
  return chapters;
}

function mutantsOf(engine: Engine, name: string, chapters: JudgedChapter[]): Mutant[] {
  const file = name.slice(0, name.indexOf('#'));
  const symbol = name.slice(file.length + 1);
  const path = resolve(engine.options.root, file);
  const source = readFileSync(path, 'utf8');
  return listFunctions(source, parseWithRolldown)
    .filter((candidate) => candidate.name === symbol)
    .map((found) => ({
      file: relative(engine.options.root, path).split(sep).join('/'),
      line: new PlaceFinder(source).at(found.start).line,
      what: `${symbol} throws at once`,
      isKilled: () => isNoticed(engine, chapters, { path, source: breakFunction(source, found) }),
    }));
}

/** The module's text with a function that throws as soon as it is entered. */
export function breakFunction(source: string, found: ModuleFunction): string {
  const fault = `throw new Error('mutant');`;
  const { start, end } = bodyOf(source, found);
  if (found.body.isBlock)
    return `${source.slice(0, start + 1)} ${fault} ${source.slice(start + 1)}`;
  return `${source.slice(0, start)} { ${fault} }${source.slice(end)}`;
}

async function isNoticed(
  engine: Engine,
  chapters: JudgedChapter[],
  replace: { path: string; source: string },
): Promise<boolean> {
  for (const { chapter } of chapters) {
    const typescript = { ...chapter, fences: chapter.fences.map(asText), claims: [] };
    const { failures } = await judgeChapter(typescript, engine.options, engine.python, {
      replace,
    });
    if (failures.length > 0) return true;
  }
  return false;
}

/** Python has no part in what the runtime does. */
function asText(fence: Fence): Fence {
  const { 'same-as': _twin, ...flags } = fence.flags;
  return fence.language === 'ts' ? { ...fence, flags } : { ...fence, language: 'text', flags: {} };
}
