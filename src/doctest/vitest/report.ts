/**
 * The tests of a chapter, as Vitest runs them: each fails with what the engine found, at the line
 * where the engine found it.
 *
 * @module
 */

import { expect, inject, test } from 'vitest';
import { describe as describeFailure } from '../failure.ts';
import type { Failure } from '../model.ts';

/** A snippet that does not hold; its stack points into the chapter. */
class DoctestFailure extends Error {
  override name = 'DoctestFailure' as const;

  constructor({ file, line, column, ...failure }: Failure) {
    super(describeFailure({ file, line, column, ...failure }));
    this.stack = `${this.name}: ${this.message}\n    at ${process.cwd()}/${file}:${line}:${column}`;
  }
}

/** Declares the test of one snippet. */
export function reportSnippet([file, id, title]: [string, string, string]): void {
  test(title, () => {
    const report = inject('doctest')[file];
    throwAll(report?.failures.filter((failure) => failure.id === id) ?? []);
    expect(report?.ran, `the snippet ${id} was not run: an earlier one threw`).toContain(id);
  });
}

/** Declares the test of what belongs to no snippet: the chapter's text and its claims. */
export function reportRest([file, ids]: [string, string[]]): void {
  test('the chapter as a whole, and its claims', () => {
    const report = inject('doctest')[file];
    expect(report, `${file} was not checked`).toBeDefined();
    throwAll(report?.failures.filter(({ id }) => !ids.includes(id)) ?? []);
  });
}

function throwAll(failures: Failure[]): void {
  const [first, ...more] = failures.map((failure) => new DoctestFailure(failure));
  if (!first) return;
  throw more.length === 0
    ? first
    : new AggregateError(
        [first, ...more],
        [first, ...more].map(({ message }) => message).join('\n'),
      );
}
