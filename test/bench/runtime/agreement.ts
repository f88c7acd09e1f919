/**
 * Whether both sides do the same work.
 *
 * @module
 */

import { isDeepStrictEqual } from 'node:util';

const TOKENS = /\b[A-Za-z0-9]{64}\b|\bsessionid=[a-z0-9]{32}\b/g;
const DATES = /\b\w{3}, \d\d[ -]\w{3}[ -]\d{4} \d\d:\d\d:\d\d GMT\b/g;

/** An answer with nothing in it that was drawn or read off the clock. */
export function withoutDrawn(answer: unknown): unknown {
  const text = JSON.stringify(answer);
  return JSON.parse(text.replaceAll(TOKENS, '(drawn)').replaceAll(DATES, '(a date)'));
}

/** @throws an error with both answers where they differ in more than what was drawn. */
export function assertSame(task: string, runtime: unknown, django: unknown): void {
  const [ours, theirs] = [withoutDrawn(runtime), withoutDrawn(django)];
  if (isDeepStrictEqual(ours, theirs)) return;
  throw new Error(
    `The two sides do not do the same for ${task}.\n  Django:  ${JSON.stringify(theirs)}\n  runtime: ${JSON.stringify(ours)}`,
  );
}
