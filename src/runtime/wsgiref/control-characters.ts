/**
 * Control characters have no place in a status or in a header: a line end in one of them would
 * begin a header, or a body, of its own.
 *
 * This deviates from CPython 3.14.2, which sends them as they are. CPython refuses them with a
 * `ValueError` in its later releases of 2026, and so does this runtime, in the
 * same places and with the same messages.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';

const TAB = 0x09;
const SPACE = 0x20;
const DELETE = 0x7f;

function isControl(unit: number): boolean {
  return unit < SPACE || unit === DELETE;
}

/** The first control character of a text (U+0000 to U+001F, or U+007F), or `null`. */
export function findControlCharacter(text: string): string | null {
  return Array.from(text).find((character) => isControl(character.charCodeAt(0))) ?? null;
}

function hasControlCharacter(text: string, allowed: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (isControl(unit) && unit !== allowed) return true;
  }
  return false;
}

const REFUSED_IN_HEADERS = 'Control characters not allowed in headers';

/** Accepts a header's name, which may hold no tab either. @throws {ValueError} for a control character. */
export function refuseInName(name: string): void {
  if (hasControlCharacter(name, Number.NaN)) throw new ValueError(REFUSED_IN_HEADERS);
}

/** Accepts a header's value, which may hold tabs. @throws {ValueError} for any other control character. */
export function refuseInValue(value: string): void {
  if (hasControlCharacter(value, TAB)) throw new ValueError(REFUSED_IN_HEADERS);
}

/** Accepts a status. @throws {ValueError} for a control character. */
export function refuseInStatus(status: string): void {
  if (hasControlCharacter(status, Number.NaN)) {
    throw new ValueError('Control characters are not allowed in status');
  }
}
