/**
 * Where in the chapter an error was thrown.
 *
 * @module
 */

import { originOf, type Piece } from '../compile/mapped-text.ts';
import { PlaceFinder } from '../parse/places.ts';
import type { Place } from '../model.ts';
import type { ThrownError } from './protocol.ts';

/** The innermost place of a stack that lies in the chapter, if one does. */
export function locateError(
  error: ThrownError,
  compiled: { url: string; text: string; pieces: Piece[] },
  source: string,
): Place | undefined {
  for (const line of error.stack.split('\n')) {
    const at = line.indexOf(compiled.url);
    const position = at === -1 ? null : /^:(\d+):(\d+)/.exec(line.slice(at + compiled.url.length));
    if (!position) continue;
    const { offset } = new PlaceFinder(compiled.text).of(Number(position[1]), Number(position[2]));
    return new PlaceFinder(source).at(originOf(compiled.pieces, offset));
  }
  return undefined;
}
