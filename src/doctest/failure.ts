/**
 * Failures that a writer mends: always with a place, always all of them at once.
 *
 * @module
 */

import type { Failure, Place } from './model.ts';

/** A chapter could not be read or compiled; carries every failure found, in order. */
export class ChapterError extends Error {
  override name = 'ChapterError' as const;
  readonly failures: Failure[];

  constructor(failures: Failure[]) {
    super(failures.map(headline).join('\n'));
    this.failures = failures;
  }
}

/** Gathers the failures of one chapter, so that one run reports them all. */
export class FailureList {
  readonly failures: Failure[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Notes a failure at a place. */
  add(place: Place, message: string, more: Partial<Failure> = {}): void {
    this.failures.push({
      file: this.#file,
      line: place.line,
      column: place.column,
      id: '',
      message,
      ...more,
    });
  }

  /** Ends the work on this chapter where anything was noted. @throws {ChapterError} */
  throwIfAny(): void {
    if (this.failures.length > 0) throw new ChapterError(this.failures);
  }
}

/** `file:line:column  message`. */
export function headline(failure: Failure): string {
  const name = failure.id ? `  [${failure.id}]` : '';
  return `${failure.file}:${failure.line}:${failure.column}  ${failure.message}${name}`;
}

/** A failure in full: its headline, then what was expected and what was received. */
export function describe(failure: Failure): string {
  const parts = [headline(failure)];
  if (failure.expected !== undefined) parts.push(indent('- expected  ', failure.expected));
  if (failure.received !== undefined) parts.push(indent('+ received  ', failure.received));
  return parts.join('\n');
}

function indent(label: string, text: string): string {
  const margin = ' '.repeat(4 + label.length);
  return `    ${label}${(text || '(nothing)').replaceAll(/\r?\n/g, `\n${margin}`)}`;
}
