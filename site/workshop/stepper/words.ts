/**
 * A step in words, for who looks and for who listens.
 *
 * @module
 */

import type { Ring, Step, StepEvent, Trace } from './model.ts';
import type { Place } from './way.ts';

/** Python's name without its module: `BaseHandler.get_response`. */
export function shortName(name: string): string {
  return name.slice(name.indexOf(':') + 1).replace('<locals>.', '');
}

/** What a step does: `enters`, `returns` and so on. */
export function verbOf({ kind, value }: Pick<Step, 'kind' | 'value'>): string {
  switch (kind) {
    case 'enter':
      return 'begins';
    case 'leave':
      return value === undefined ? 'ends' : 'returns';
    case 'raise':
      return 'raises';
    case 'yield':
      return 'yields';
    case 'resume':
      return 'goes on';
  }
}

/** Where the request is, as a phrase: `in SecurityMiddleware, on the way in`. */
export function whereabouts(ring: Ring | undefined, side: Place['side']): string {
  if (!ring) return '';
  if (ring.kind === 'process') return 'before any request, as the process wakes up';
  const place = `in ${ring.label}`;
  if (side === 'again') return `${place}, asked from further out`;
  if (ring.kind === 'view' || ring.kind === 'template') return place;
  if (side === 'within') return `${place}, asked from further in`;
  return side === 'in' ? `${place}, on the way in` : `${place}, on the way out`;
}

/** A step as a sentence without its end. */
export function sentenceOf(trace: Trace, number: number, { side }: Place): string {
  const step = trace.steps[number];
  if (!step) return '';
  const name = shortName(trace.names[step.name] ?? '');
  const of = step.self === undefined ? '' : ` of ${shortName(trace.names[step.self] ?? '')}`;
  const value = step.value === undefined ? '' : ` ${step.value}`;
  return `${name}${of} ${verbOf(step)}${value}, ${whereabouts(trace.rings[step.ring], side)}`;
}

/** An event in words. */
export function eventInWords(event: StepEvent): string {
  switch (event.kind) {
    case 'signal':
      return `Signal ${event.name}`;
    case 'log':
      return `Log, ${event.level} of ${event.logger}: ${event.message}`;
    case 'bytes':
      return `Bytes: ${JSON.stringify(event.text)}`;
  }
}
