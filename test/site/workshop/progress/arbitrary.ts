/**
 * Records of readers, as fast-check makes them up.
 *
 * @module
 */

import * as fc from 'fast-check';
import {
  add,
  clear,
  type Kind,
  KINDS,
  mark,
  moveTo,
  NOTHING,
  type Progress,
  takeBack,
} from '../../../../site/workshop/progress/progress.ts';

/** Something that a reader does, at some time. */
export type Deed = (progress: Progress) => Progress;

const time = fc.integer({ min: 1, max: 60 });
const kind = fc.constantFrom<Kind>(...KINDS);
const name = fc.oneof(
  fc.constantFrom('1-wsgi/environ', '1-wsgi/environ#a', '__proto__', 'constructor'),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/\p{Cc}/u.test(text)),
);
const place = fc.record({
  chapter: name,
  anchor: fc.constantFrom('', 'who-closes-it'),
  section: fc.constantFrom('', 'Who closes it'),
  done: fc.boolean(),
});

/** A deed that marks something. */
export const marking = fc.tuple(kind, name, time).map(([kind, name, now]) => ({ kind, name, now }));

/** Any deed. */
export const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: marking.map(
      (m): Deed =>
        (p) =>
          mark(p, m.kind, m.name, m.now),
    ),
  },
  {
    weight: 2,
    arbitrary: marking.map(
      (m): Deed =>
        (p) =>
          takeBack(p, m.kind, m.name, m.now),
    ),
  },
  fc.tuple(place, time).map(
    ([place, now]): Deed =>
      (p) =>
        moveTo(p, place, now),
  ),
  time.map(
    (now): Deed =>
      (p) =>
        clear(p, now),
  ),
);

/** A record after some deeds. */
export const progress: fc.Arbitrary<Progress> = fc
  .array(deed, { maxLength: 12 })
  .map((deeds) => deeds.reduce((progress, deed) => deed(progress), NOTHING));

/** What is left when the times do not matter. */
export function withoutTimes(progress: Progress): unknown {
  return add(NOTHING, progress, 1).marks;
}
