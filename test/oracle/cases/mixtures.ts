/**
 * Applications put together by chance.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';
import {
  application,
  environ,
  generator,
  handled,
  iterable,
  list,
  START,
  type StepJson,
} from './describe.ts';
import { Random } from './random.ts';

const BLOCKS = ['', 'a', 'bc', 'def', '\xff'];

function bodyStep(random: Random): StepJson {
  switch (random.below(12)) {
    case 0:
      return ['write', random.pick(BLOCKS)];
    case 1:
      return ['raise', random.pick(['ValueError', 'KeyError', 'BrokenPipeError']), 'mixed'];
    case 2:
      return ['restart', '500 Late', [['X-Late', '1']], 'ValueError', 'mixed', 'now'];
    case 3:
      return ['try', [START]];
    case 4:
      return ['log', 'note\n'];
    case 5:
    case 6:
      return ['sent'];
    default:
      return ['yield', random.pick(BLOCKS)];
  }
}

function result(random: Random): Json {
  const steps = Array.from({ length: 1 + random.below(5) }, () => bodyStep(random));
  switch (random.below(4)) {
    case 0:
      return list(...random.some(BLOCKS, 3));
    case 1:
      return generator(...steps);
    default:
      return iterable(
        steps,
        random.pick([null, 'quiet', 'quiet', ['ValueError', 'closing']]),
        random.pick([null, null, 0, 1, 2]),
      );
  }
}

/** So many cases, the same each time. */
export function randomCases(count: number): Case[] {
  const random = new Random(2019);
  return Array.from({ length: count }, (_, index) => {
    const lengths = random.once(5) ? [['Content-Length', random.pick(['0', '2', '9'])]] : [];
    const start: StepJson = [
      'start',
      random.pick(['200 OK', '404 Not Found', '204 None']),
      lengths,
    ];
    const more = random.some([0, 1], 2).map(() => bodyStep(random));
    const call = random.once(8) ? more : [start, ...more];
    return handled(`mixed/${index + 1}`, application(call, result(random), random.once(5)), {
      handler: { kind: random.pick(['simple', 'cgi', 'server']) },
      environ: environ(
        random.pick(['GET', 'HEAD']),
        random.pick(['HTTP/1.0', 'HTTP/1.1', 'HTTP/0.9']),
      ),
    });
  });
}
