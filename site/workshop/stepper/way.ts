/**
 * Where on its way through the rings a request is at each step.
 *
 * @module
 */

import type { Trace } from './model.ts';

/**
 * On the way in, on the way out, or where the request itself does not go: `within`, a ring that is
 * asked from further in, as when a hook is called or the server's `start_response`; `again`, one
 * that is asked from further out, as when the server asks for the next piece of a stream.
 */
export type Side = 'in' | 'within' | 'out' | 'again';

/** A place on the way. */
export interface Place {
  ring: number;
  side: Side;
}

/** The place of each step. */
export function placesOf({ rings, steps }: Pick<Trace, 'rings' | 'steps'>): Place[] {
  /** How deep the call lies that led from a ring further in; undefined where none has. */
  const crossing: (number | undefined)[] = rings.map(() => undefined);
  const isOut = rings.map(() => false);
  return steps.map(({ kind, depth, ring }) => {
    const goesIn = kind === 'enter' || kind === 'resume';
    if (goesIn) {
      for (let outer = 1; outer < ring; outer += 1) crossing[outer] ??= depth;
    }
    const isLeft = isOut.slice(1, ring).some(Boolean);
    const side =
      crossing[ring] !== undefined ? 'within' : isLeft ? 'again' : isOut[ring] ? 'out' : 'in';
    if (!goesIn) {
      for (const [outer, at] of crossing.entries()) {
        if (at === undefined || at < depth) continue;
        crossing[outer] = undefined;
        isOut[outer] = true;
      }
    }
    const leavesCentre = !goesIn && side === 'in' && isInnermost(rings, ring);
    return { ring, side: leavesCentre ? 'out' : side };
  });
}

/** The places up to a step, without those at which it stays. */
export function wayUpTo(places: readonly Place[], from: number, number: number): Place[] {
  const way: Place[] = [];
  for (const place of places.slice(from, number + 1)) {
    const last = way.at(-1);
    if (last?.ring !== place.ring || last.side !== place.side) way.push(place);
  }
  return way;
}

function isInnermost(rings: Trace['rings'], ring: number): boolean {
  const kind = rings[ring]?.kind;
  return kind === 'view' || kind === 'template';
}
