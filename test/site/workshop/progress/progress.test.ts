import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  clear,
  isMarked,
  KINDS,
  mark,
  merge,
  moveTo,
  namesOf,
  NOTHING,
  type Progress,
  takeBack,
} from '../../../../site/workshop/progress/progress.ts';
import { writeProgress } from '../../../../site/workshop/progress/text.ts';
import { marking, progress, withoutTimes } from './arbitrary.ts';

fc.configureGlobal({ seed: 2228 });

const PLACE = { chapter: '1-wsgi/environ', anchor: '', section: '', done: false };

const allNames = (record: Progress) => KINDS.map((kind) => namesOf(record, kind));
function same(a: Progress, b: Progress): void {
  expect(writeProgress(a)).toBe(writeProgress(b));
}

describe('two records of one reader', () => {
  it('merge to the same in either order', () => {
    fc.assert(fc.property(progress, progress, (a, b) => same(merge(a, b), merge(b, a))));
  });

  it('merge to the same however they are grouped, and however often', () => {
    fc.assert(
      fc.property(progress, progress, progress, (a, b, c) => {
        same(merge(merge(a, b), c), merge(a, merge(b, c)));
        same(merge(merge(a, b), b), merge(a, b));
      }),
    );
  });

  it('lose no mark that neither of them took back or cleared', () => {
    fc.assert(
      fc.property(fc.array(marking), fc.array(marking), (mine, theirs) => {
        const [a, b] = [mine, theirs].map((marks) =>
          marks.reduce((sum, { kind, name, now }) => mark(sum, kind, name, now), NOTHING),
        ) as [Progress, Progress];
        const both = merge(a, b);
        for (const { kind, name } of [...mine, ...theirs]) {
          expect(isMarked(both, kind, name)).toBe(true);
        }
      }),
    );
  });

  it('do not bring back what one of them cleared', () => {
    const old = mark(NOTHING, 'read', 'a', 10);
    const cleared = clear(old, 20);
    expect(allNames(merge(cleared, old)).flat()).toEqual([]);
  });
});

describe('a mark', () => {
  it('holds after it was made, and not after it was taken back, whatever the clock says', () => {
    fc.assert(
      fc.property(progress, marking, fc.nat(60), (before, { kind, name, now }, later) => {
        const marked = mark(before, kind, name, now);
        expect(isMarked(marked, kind, name)).toBe(true);
        same(merge(before, marked), merge(marked, NOTHING));
        const back = takeBack(marked, kind, name, later);
        expect(isMarked(back, kind, name)).toBe(false);
        expect(isMarked(merge(marked, back), kind, name)).toBe(false);
      }),
    );
  });

  it('is not made twice', () => {
    const once = mark(NOTHING, 'ran', 'a#b', 5);
    expect(mark(once, 'ran', 'a#b', 9)).toBe(once);
  });
});

describe('clearing', () => {
  it('leaves nothing, even of marks from the future, and can be undone', () => {
    fc.assert(
      fc.property(progress, fc.nat(60), (before, now) => {
        const cleared = clear(before, now);
        expect(allNames(merge(before, cleared)).flat()).toEqual([]);
        expect(merge(before, cleared).place).toBeUndefined();
        const undone = add(cleared, before, now);
        expect(withoutTimes(undone)).toEqual(withoutTimes(before));
        same(merge(merge(cleared, before), undone), merge(undone, NOTHING));
      }),
    );
  });
});

describe('what is added from a file', () => {
  it('is marked afterwards, though it was once taken back or cleared here', () => {
    fc.assert(
      fc.property(progress, progress, fc.integer({ min: 1, max: 90 }), (own, file, now) => {
        const both = add(own, file, now);
        for (const kind of KINDS) {
          const expected = new Set([...namesOf(own, kind), ...namesOf(file, kind)]);
          expect(new Set(namesOf(both, kind))).toEqual(expected);
        }
      }),
    );
  });

  it('moves the place only if it is the later one, and never into the future', () => {
    const own = moveTo(NOTHING, PLACE, 50);
    const file = moveTo(NOTHING, { ...PLACE, chapter: 'later' }, 8_000_000_000_000_000);
    expect(add(own, file, 60).place).toMatchObject({ chapter: 'later', at: 60 });
    expect(add(own, moveTo(NOTHING, file.place ?? PLACE, 40), 60).place).toEqual(own.place);
  });
});
