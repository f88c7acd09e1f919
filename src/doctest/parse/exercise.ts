/**
 * Reads an exercise: a file of its own, whose fences say which part they play.
 *
 * @module
 */

import { FailureList } from '../failure.ts';
import type { Exercise, Fence } from '../model.ts';
import { parseChapter } from './chapter.ts';
import { EXERCISE_FLAGS } from './fence-flags.ts';

const PARTS = ['setup', 'starter', 'check', 'solution', 'wrong'] as const;

type Part = (typeof PARTS)[number];

/** The languages in which an exercise can be solved. */
const SOLVED_IN: readonly string[] = ['ts', 'python'];

/**
 * Reads one exercise.
 *
 * @param file its path from the project's root
 * @throws {ChapterError} with every mistake found: those of any chapter, fences without a part or
 *   with two, parts that are missing.
 */
export function parseExercise(file: string, source: string): Exercise {
  const chapter = parseChapter(file, source, EXERCISE_FLAGS);
  const failures = new FailureList(file);
  const judged = chapter.fences.filter(({ language }) => SOLVED_IN.includes(language));
  const parts = Map.groupBy(judged, (fence) => partOf(fence, failures));
  for (const [part, fences] of parts) if (part) nameFences(fences, part);
  const [starter, ...starters] = parts.get('starter') ?? [];
  const [solution, ...solutions] = parts.get('solution') ?? [];
  const checks = parts.get('check') ?? [];
  const top = { line: 1, column: 1, offset: 0 };
  if (!starter) failures.add(top, 'This exercise has no starter: what does a reader begin with?');
  if (!solution) failures.add(top, 'This exercise has no solution.');
  if (!checks.some(({ flags }) => flags.hidden === undefined))
    failures.add(top, 'This exercise shows no check, so that nobody knows when it is solved.');
  for (const { place, id, flags } of [...starters, ...solutions])
    failures.add(place, `An exercise has one ${flags.starter ? 'starter' : 'solution'}.`, { id });
  for (const fence of checks) refuseUntitled(fence, failures);
  for (const fence of judged) refuseAnother(fence, starter, failures);
  failures.throwIfAny();
  if (!starter || !solution) throw new Error(`${file} was read without its parts.`);
  return {
    id: exerciseId(file),
    text: chapter,
    language: starter.language,
    setup: parts.get('setup') ?? [],
    starter,
    checks,
    solution,
    wrong: parts.get('wrong') ?? [],
  };
}

/** The name by which a chapter calls an exercise: that of its file, without the ending. */
export function exerciseId(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.mdx$/, '');
}

function partOf({ flags, place, id }: Fence, failures: FailureList): Part | undefined {
  const [part, ...more] = PARTS.filter((candidate) => flags[candidate] !== undefined);
  if (!part)
    failures.add(
      place,
      'Which part does this fence play? Each of an exercise is a starter, a check, a solution, wrong="why", or setup.',
      { id },
    );
  for (const another of more)
    failures.add(place, `A fence cannot be both ${part} and ${another}.`, { id });
  if (flags.hidden !== undefined && part !== 'check')
    failures.add(place, 'Only a check can be hidden.', { id });
  return part;
}

/** `solution`, `check-2`, `hidden-1`: by these a report calls them. */
function nameFences(fences: Fence[], part: Part): void {
  const counts = new Map<string, number>();
  for (const fence of fences) {
    const name = part === 'check' && fence.flags.hidden !== undefined ? 'hidden' : part;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const isOne = part === 'starter' || part === 'solution';
    fence.id = isOne && count === 1 ? name : `${name}-${count}`;
  }
}

function refuseUntitled({ flags, place, id }: Fence, failures: FailureList): void {
  if (flags.hidden === undefined && flags.title === undefined)
    failures.add(place, 'A check that is shown needs a title: title="What holds".', { id });
}

/** All of an exercise is in one language, and judged by one judge. */
function refuseAnother(
  { language, flags, place, id }: Fence,
  starter: Fence | undefined,
  failures: FailureList,
): void {
  if (!starter) return;
  if (language !== starter.language)
    failures.add(place, `The starter is ${starter.language}, but this is ${language}.`, { id });
  else if (flags.env !== starter.flags.env)
    failures.add(
      place,
      `The starter has ${environment(starter)}, but this ${environment({ flags })}.`,
      {
        id,
      },
    );
}

function environment({ flags }: Pick<Fence, 'flags'>): string {
  return flags.env === undefined ? 'no env=' : `env=${flags.env}`;
}
