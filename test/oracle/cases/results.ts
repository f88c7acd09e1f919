/**
 * Everything an application may return, and much that it may not.
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

const VALUES: Json[] = [
  null,
  true,
  false,
  0,
  5,
  '',
  'text',
  { bytes: '' },
  { bytes: 'ab' },
  { dict: [] },
  { dict: [['a', 'b']] },
  [],
  ['a'],
  [null],
  [5],
  [{ bytes: 'ab' }, 'text'],
  [['a']],
  { tuple: [] },
  { tuple: [{ bytes: 'ab' }] },
];

const BLOCKS: Json[][] = [
  [],
  [''],
  ['', ''],
  ['', 'a'],
  ['a', ''],
  ['a'],
  ['a', 'b'],
  ['a', '', 'b'],
  ['\0\xff'],
  ['a\r\n'],
  ['x'.repeat(300)],
];

/** Results of every kind, well-formed or not. */
export function resultCases(): Case[] {
  const sent: StepJson = ['sent'];
  const values = VALUES.map((value, index) =>
    handled(`result/value-${index + 1}`, application([START], { kind: 'value', value })),
  );
  const blocks = BLOCKS.flatMap((chunks, index) => {
    const steps = chunks.flatMap((chunk): StepJson[] => [['yield', chunk], sent]);
    return [
      handled(`result/list-${index + 1}`, application([START], list(...chunks))),
      handled(`result/tuple-${index + 1}`, application([START], { kind: 'tuple', chunks })),
      handled(`result/generator-${index + 1}`, application([START], generator(sent, ...steps))),
      handled(
        `result/iterable-${index + 1}`,
        application([START], iterable(steps, 'quiet', index % 3)),
      ),
    ];
  });
  const odd: Case[] = [
    handled(
      'result/length 1, two blocks',
      application(
        [START],
        iterable(
          [
            ['yield', 'abc'],
            ['yield', 'def'],
          ],
          null,
          1,
        ),
      ),
    ),
    handled('result/length 1, none', application([START], iterable([], null, 1))),
    handled(
      'result/length 0, one block',
      application([START], iterable([['yield', 'abc']], null, 0)),
    ),
    handled('result/no close, no length', application([START], iterable([['yield', 'abc']], null))),
    handled('result/text block', application([START], list({ value: 'text' }))),
    handled(
      'result/text after a block',
      application(
        [START],
        iterable([
          ['yield', 'a'],
          ['yield', { value: 'text' }],
        ]),
      ),
    ),
    handled('result/None block', application([START], generator(['yield', { value: null }]))),
    handled('write/text', application([START, ['write', { value: 'text' }]], list('a'))),
    handled('write/before start', application([['write', 'a'], START], list('a'))),
    handled('write/then nothing', application([START, ['write', 'abc'], sent], list())),
    handled(
      'write/twice, then blocks',
      application([START, ['write', 'ab'], sent, ['write', 'c'], sent], list('d', 'e')),
    ),
    handled('write/empty', application([START, ['write', ''], sent], list('d'))),
    handled(
      'write/in the iteration',
      application([START], generator(['write', 'W'], ['yield', 'Y'], ['write', 'Z'])),
    ),
    handled(
      'write/trapped text',
      application([START, ['try', [['write', { value: 5 }]]]], list('d')),
    ),
  ];
  return [...values, ...blocks, ...odd];
}
