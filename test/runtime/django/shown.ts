/**
 * Responses and logs as the tests compare them.
 *
 * @module
 */

import type { HttpResponseBase } from '#runtime/django/http';
import { addHandler } from '#runtime/logging';

/** Headers without the content type, in order. */
export function headersOf(response: HttpResponseBase): [string, string][] {
  return response.items().filter(([name]) => name !== 'Content-Type');
}

/** The cookies as a browser gets them. */
export function cookiesOf(response: HttpResponseBase): string[] {
  return Array.from(response.cookies.values(), (cookie) => cookie.outputString());
}

/** What is logged from now on, one line a record. */
export function recordLog(): string[] {
  const lines: string[] = [];
  addHandler(({ name, level, message }) => void lines.push(`${name} ${level} ${message}`));
  return lines;
}
