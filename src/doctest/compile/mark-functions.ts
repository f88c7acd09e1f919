/**
 * Marks the functions of a module, so that each notes that it was entered. Text is only put in, and
 * no line break: every line keeps its number.
 *
 * @module
 */

import { bodyOf, type ModuleFunction } from './list-functions.ts';

/** A list in which the function with number n writes 1 at n when it is entered. */
const LIST = '__entered';

/**
 * The module's text in which its functions note that they are entered.
 *
 * @param first the number of the module's first function; the others count on from it
 * @param list the module that exports the list as `entered`; without it the list must be in scope
 */
export function markFunctions(
  source: string,
  functions: ModuleFunction[],
  { first, list }: { first: number; list?: string },
): string {
  if (functions.length === 0) return source;
  const marks = functions.flatMap((found, index) => marksOf(source, found, first + index));
  marks.sort((left, right) => left.at - right.at);
  let text = '';
  let done = 0;
  for (const mark of marks) {
    text += source.slice(done, mark.at) + mark.text;
    done = mark.at;
  }
  text += source.slice(done);
  return list === undefined
    ? text
    : `${text}\nimport { entered as ${LIST} } from ${JSON.stringify(list)};`;
}

interface Mark {
  at: number;
  text: string;
}

function marksOf(source: string, found: ModuleFunction, number: number): Mark[] {
  const { start, end } = bodyOf(source, found);
  const note = `${LIST}[${number}] = 1`;
  if (found.body.isBlock) return [{ at: start + 1, text: ` ${note};` }];
  return [
    { at: start, text: ` (${note}, ` },
    { at: end, text: ')' },
  ];
}
