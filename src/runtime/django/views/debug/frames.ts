/**
 * The functions that an exception went through.
 *
 * @module
 */

import type { HttpRequest } from '../../http/request.ts';
import type { ExceptionReporterFilter, Items } from './filter.ts';
import { variablesOf } from './variables.ts';

/** One function. */
export interface Frame {
  /** Its name; `''` where it has none. */
  name: string;
  /** File, line and column; `''` where nobody knows. */
  place: string;
  /** Those that the function gave away, as the filter lets them be seen. */
  variables: Items;
}

/** One exception of a chain. */
export interface Link {
  exception: Error;
  /** Outermost first. */
  frames: Frame[];
}

/** An exception after those that caused it, each with its frames. @models django.views.debug:ExceptionReporter.get_traceback_frames */
export function linksOf(
  exception: Error,
  request: HttpRequest | null,
  filter: ExceptionReporterFilter,
): Link[] {
  const links: Link[] = [];
  const seen = new Set<Error>();
  for (let error: unknown = exception; error instanceof Error && !seen.has(error);) {
    seen.add(error);
    links.unshift({ exception: error, frames: framesOf(error, request, filter) });
    error = error.cause;
  }
  return links;
}

function framesOf(
  error: Error,
  request: HttpRequest | null,
  filter: ExceptionReporterFilter,
): Frame[] {
  const frames = stackFrames(error);
  for (const kept of variablesOf(error)) {
    const variables = filter.getTracebackFrameVariables(request, kept);
    const known = frames.find(({ name, variables: none }) => name === kept.name && !none.length);
    if (known) known.variables = variables;
    else frames.push({ name: kept.name, place: '', variables });
  }
  return frames;
}

const CHROMIUM = /^\s*at (?:(?<name>.+) \((?<inside>.*)\)|(?<alone>.*))$/;
const OTHERS = /^(?<name>[^@]*)@(?<inside>.*)$/;

function stackFrames(error: Error): Frame[] {
  const lines = (error.stack ?? '').split('\n').toReversed();
  return lines.flatMap((line) => {
    const {
      name = '',
      inside,
      alone = '',
    } = (CHROMIUM.exec(line) ?? OTHERS.exec(line))?.groups ?? {};
    const place = inside ?? alone;
    return place === '' ? [] : [{ name, place, variables: [] }];
  });
}
