/**
 * The calls of real Django and of the runtime, line by line.
 *
 * @module
 */

import { project, type Subject, type TracedCall } from '#trace/call-lists';
import { align, type Aligned } from './align.ts';

/** A subject as it goes over the wire. */
export type SubjectFile = Record<keyof Subject, string[]>;

/** Two lists of calls, compared. */
export interface ComparedCalls {
  rows: Aligned<TracedCall>[];
  /** How many calls Django made in all, those of functions included that the runtime does not have. */
  all: number;
}

/** A subject that came over the wire. */
export function readSubject({ functions, methods, classes, closed }: SubjectFile): Subject {
  return {
    functions: new Set(functions),
    methods: new Set(methods),
    classes: new Set(classes),
    closed: new Set(closed),
  };
}

/** Compares what both have: calls of functions that the runtime models, as deep as those around them. */
export function compareCalls(
  django: readonly TracedCall[],
  runtime: readonly TracedCall[],
  subject: Subject,
): ComparedCalls {
  const rows = align(project(django, subject), project(runtime, subject), (call) => call.join(' '));
  return { rows, all: django.length };
}
