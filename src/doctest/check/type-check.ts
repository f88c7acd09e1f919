/**
 * Type-checks the compiled chapters, all in one program, and puts every diagnostic back where it
 * belongs in its chapter.
 *
 * @module
 */

import { isCompiled } from '../compile/compile-chapter.ts';
import { originOf } from '../compile/mapped-text.ts';
import type { Chapter, Failure, Fence, Place } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import type { TypeDiagnostic, TypeProgram } from './type-program.ts';
import type { TypeCheckInput } from './type-project.ts';

interface Located {
  fence: Fence;
  place: Place;
  code: number;
  message: string;
}

/** The failures of all chapters that are open. */
export async function checkTypes(program: TypeProgram): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const input of program.inputs) {
    const { chapter } = input;
    const places = new PlaceFinder(chapter.source);
    const diagnostics = await program.diagnose(chapter);
    const located = diagnostics.map((found) => locate(found, input, places));
    for (const fence of chapter.fences.filter(isCompiled)) {
      const own = located.filter((found) => found.fence === fence);
      failures.push(...judgeFence(own, chapter, fence));
    }
  }
  return failures;
}

function locate(
  { at, code, message }: TypeDiagnostic,
  { chapter, compiled }: TypeCheckInput,
  places: PlaceFinder,
): Located {
  const place = places.at(originOf(compiled.pieces, at));
  const fence =
    chapter.fences.findLast((candidate) => candidate.place.offset <= place.offset) ??
    chapter.fences[0];
  if (!fence) throw new Error(`${chapter.file} has a type error but no snippet: ${message}`);
  return { fence, place, code, message };
}

function judgeFence(found: Located[], chapter: Chapter, fence: Fence): Failure[] {
  const expected = fence.flags['type-error'] ?? [];
  const failures = found
    .filter(({ code }) => !expected.includes(code))
    .map(({ place, code, message }) => failure(chapter, fence, place, `TS${code}: ${message}`));
  for (const code of expected.filter((wanted) => !found.some((other) => other.code === wanted))) {
    failures.push(
      failure(
        chapter,
        fence,
        fence.place,
        `TypeScript was expected to refuse this with TS${code}, but it did not.`,
      ),
    );
  }
  return failures;
}

function failure(chapter: Chapter, fence: Fence, place: Place, message: string): Failure {
  return { file: chapter.file, line: place.line, column: place.column, id: fence.id, message };
}
