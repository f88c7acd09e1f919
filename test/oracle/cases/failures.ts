/**
 * Applications that raise at every point, and that answer an error of their own.
 *
 * @module
 */

import type { Case, Json } from '../model.ts';
import {
  application,
  generator,
  handled,
  iterable,
  list,
  START,
  type StepJson,
} from './describe.ts';

const ERRORS: [name: string, message: string][] = [
  ['ValueError', 'no value'],
  ['KeyError', 'k'],
  ['BrokenPipeError', 'gone'],
  ['ConnectionResetError', 'reset'],
  ['SystemExit', ''],
  ['NotImplementedError', ''],
];

function failingAt(raise: StepJson): Record<string, Json> {
  const close: [string, string] = [String(raise[1]), String(raise[2])];
  return {
    'before start': application([raise], list('a')),
    'after start': application([START, raise], list('a')),
    'after write': application([START, ['write', 'W'], raise], list('a')),
    'in a lazy call': application([raise], list('a'), true),
    'first block': application([START], generator(raise)),
    'after an empty block': application([START], generator(['yield', ''], raise)),
    'after a block': application([START], generator(['yield', 'a'], raise, ['yield', 'b'])),
    'in an iterable': application([START], iterable([['yield', 'a'], raise])),
    'in close': application([START], iterable([['yield', 'a']], close)),
    'in block and close': application([START], iterable([['yield', 'a'], raise], close)),
    'before a block and in close': application([START], iterable([raise], close)),
  };
}

/** Each error at each point. */
export function failureCases(): Case[] {
  return ERRORS.flatMap(([name, message]) =>
    Object.entries(failingAt(['raise', name, message])).map(([point, described]) =>
      handled(`raise/${name} ${point}`, described),
    ),
  );
}

const RESTARTED: Json = [['X-Error', 'yes']];

/** A second `start_response` with the error that is handled, before and after headers are out. */
export function restartCases(): Case[] {
  const restart = (when: string): StepJson => [
    'restart',
    '500 Late',
    RESTARTED,
    'ValueError',
    'told',
    when,
  ];
  const points = (step: StepJson): Record<string, Json> => ({
    first: application([step], list('a')),
    'after start': application([START, step], list('a')),
    'after write': application([START, ['write', 'W'], step], list('a')),
    'after an empty write': application([START, ['write', ''], step], list('a')),
    'first block': application([START], generator(step, ['yield', 'a'])),
    'after an empty block': application([START], generator(['yield', ''], step, ['yield', 'a'])),
    'after a block': application([START], generator(['yield', 'a'], step, ['yield', 'b'])),
    trapped: application([START], generator(['yield', 'a'], ['try', [step]], ['yield', 'b'])),
    twice: application([START, step, step], list('a')),
    'then start': application([step, START], list('a')),
    'then trapped start': application([step, ['try', [START]]], list('a')),
  });
  const again: Case[] = [
    handled('start/twice', application([START, START], list('a'))),
    handled('start/twice, trapped', application([START, ['try', [START]]], list('a'))),
    handled(
      'start/after a bad status',
      application([['try', [['start', 'bad', []]]], START], list('a')),
    ),
    handled(
      'start/after bad headers',
      application([['try', [['start', '404 Not Found', { tuple: [] }]]], START], list('a')),
    ),
    handled(
      'start/after a hop-by-hop header',
      application([['try', [['start', '404 Not Found', [['Upgrade', 'x']]]]], START], list('a')),
    ),
    handled('start/never, empty', application([], list())),
    handled('start/never, empty block', application([], list(''))),
    handled('start/never, a block', application([], list('a'))),
    handled('start/in a lazy call', application([START], list('a', 'b'), true)),
    handled('start/in the iteration', application([], generator(START, ['yield', 'a']))),
    handled('start/after the first block', application([], generator(['yield', 'a'], START))),
    handled('start/in the iteration, no block', application([], generator(START))),
  ];
  const restarts = ['now', 'late'].flatMap((when) =>
    Object.entries(points(restart(when))).map(([point, described]) =>
      handled(`restart/${when} ${point}`, described),
    ),
  );
  return [...restarts, ...again];
}
