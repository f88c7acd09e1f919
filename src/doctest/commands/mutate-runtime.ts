/**
 * Breaks every function of the runtime that chapters enter, one at a time, and requires a chapter
 * to fail: a function that may throw unnoticed is one of which the book proves nothing.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import type { ModuleFunction } from '../compile/list-functions.ts';
import type { Engine } from '../engine.ts';
import type { Fence } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { judgeChapter, type JudgedChapter } from '../run/judge-chapter.ts';
import { functionsOf } from '../run/name-functions.ts';
import { tryMutants, type Mutant, type MutationReport } from './mutation-report.ts';

/** Mutates the runtime under some chapters. */
export async function mutateRuntime(engine: Engine, files: string[]): Promise<MutationReport> {
  const reports = await engine.judgeAll(files);
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
  return functionsOf(path)
    .filter((candidate) => candidate.name === symbol)
    .map((found) => ({
      file: relative(engine.options.root, path).split(sep).join('/'),
      line: new PlaceFinder(source).at(found.start).line,
      what: `${symbol} throws at once`,
      isKilled: () => isNoticed(engine, chapters, { path, source: breakFunction(source, found) }),
    }));
}

/** The module's text with a function that throws as soon as it is entered. */
export function breakFunction(source: string, { body }: ModuleFunction): string {
  const fault = `throw new Error('mutant');`;
  if (body.isBlock)
    return `${source.slice(0, body.start + 1)} ${fault} ${source.slice(body.start + 1)}`;
  const open = source.lastIndexOf('=>', body.start) + 2;
  const close = closingParenthesis(source, open, body);
  return `${source.slice(0, open)} { ${fault} }${source.slice(close)}`;
}

/** An arrow's expression may stand in parentheses, which belong to no node. */
function closingParenthesis(
  source: string,
  open: number,
  body: { start: number; end: number },
): number {
  let missing = source.slice(open, body.start).split('(').length - 1;
  let end = body.end;
  for (; missing > 0; end += 1) if (source[end] === ')') missing -= 1;
  return end;
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
      coverage: false,
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
