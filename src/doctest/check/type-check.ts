/**
 * Type-checks the compiled chapters, all in one program, and puts every diagnostic back where it
 * belongs in its chapter.
 *
 * @module
 */

import { isCompiled } from '../compile/compile-chapter.ts';
import { originOf } from '../compile/mapped-text.ts';
import type { Chapter, Exercise, Failure, Fence, Place } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import type { TypeDiagnostic, TypeProgram } from './type-program.ts';
import type { TypeCheckInput } from './type-project.ts';

interface Located {
  fence: Fence;
  place: Place;
  code: number;
  message: string;
}

/** The failures of all chapters that are open; those of exercises are another matter. */
export async function checkTypes(program: TypeProgram): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const input of program.inputs) {
    const { chapter } = input;
    if (chapter.attempt !== undefined) continue;
    const located = await diagnose(program, input);
    for (const fence of chapter.fences.filter(isCompiled)) {
      const own = located.filter((found) => found.fence === fence);
      failures.push(...judgeFence(own, chapter, fence));
    }
  }
  return failures;
}

/**
 * The failures of all exercises that are open: every answer is held against the checks. What an
 * answer says TypeScript refuses (`type-error=2322`), it may refuse anywhere in its attempt.
 */
export async function checkAnswerTypes(
  program: TypeProgram,
  exercises: Exercise[],
): Promise<Failure[]> {
  const failures = new Map<string, Failure>();
  for (const input of program.inputs) {
    const { file, attempt, fences } = input.chapter;
    const exercise = exercises.find(({ text }) => text.file === file);
    const answer = fences.find(({ id }) => id === attempt);
    if (!exercise || !answer) continue;
    const expected =
      answersOf(exercise).find(({ id }) => id === attempt)?.flags['type-error'] ?? [];
    const located = await diagnose(program, input);
    const refused = located.filter(({ code }) => !expected.includes(code));
    for (const { fence, place, code, message } of refused) {
      const name = `${place.offset} ${code}`;
      if (failures.has(name)) continue;
      const lead =
        fence.flags.check && attempt !== 'solution' ? `With the answer "${attempt}": ` : '';
      failures.set(name, failure(input.chapter, fence, place, `${lead}TS${code}: ${message}`));
    }
    for (const code of expected.filter((wanted) => !located.some((found) => found.code === wanted)))
      failures.set(`${answer.place.offset} ${code}`, notRefused(input.chapter, answer, code));
  }
  return [...failures.values()];
}

function answersOf({ solution, starter, wrong }: Exercise): Fence[] {
  return [solution, starter, ...wrong];
}

async function diagnose(program: TypeProgram, input: TypeCheckInput): Promise<Located[]> {
  const places = new PlaceFinder(input.chapter.source);
  const diagnostics = await program.diagnose(input.chapter);
  return diagnostics.map((found) => locate(found, input, places));
}

function locate(
  { at, code, message }: TypeDiagnostic,
  { chapter, compiled }: TypeCheckInput,
  places: PlaceFinder,
): Located {
  const place = places.at(originOf(compiled.pieces, at));
  const fences = chapter.fences.toSorted((one, other) => one.place.offset - other.place.offset);
  const fence = fences.findLast((candidate) => candidate.place.offset <= place.offset) ?? fences[0];
  if (!fence) throw new Error(`${chapter.file} has a type error but no snippet: ${message}`);
  return { fence, place, code, message };
}

function judgeFence(found: Located[], chapter: Chapter, fence: Fence): Failure[] {
  const expected = fence.flags['type-error'] ?? [];
  const failures = found
    .filter(({ code }) => !expected.includes(code))
    .map(({ place, code, message }) => failure(chapter, fence, place, `TS${code}: ${message}`));
  for (const code of expected.filter((wanted) => !found.some((other) => other.code === wanted))) {
    failures.push(notRefused(chapter, fence, code));
  }
  return failures;
}

function notRefused(chapter: Chapter, fence: Fence, code: number): Failure {
  const message = `TypeScript was expected to refuse this with TS${code}, but it did not.`;
  return failure(chapter, fence, fence.place, message);
}

function failure(chapter: Chapter, fence: Fence, place: Place, message: string): Failure {
  return { file: chapter.file, line: place.line, column: place.column, id: fence.id, message };
}
