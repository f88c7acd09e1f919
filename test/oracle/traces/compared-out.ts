/**
 * What of an outcome of suite django-trace is compared.
 *
 * @module
 */

import type { Json, Out } from '../model.ts';
import { listed, project, type Subject, type TracedCall } from '#trace/call-lists';
import { withLists } from './pack.ts';
import { comparedNames } from '#trace/subject';

let subject: Subject | null = null;

/** The calls of compared functions alone, a line each, indented. */
export function comparedOut(out: Out): Out {
  const held = (subject ??= comparedNames());
  return withLists(out, (calls) => listed(project(calls as unknown as TracedCall[], held)) as Json);
}
