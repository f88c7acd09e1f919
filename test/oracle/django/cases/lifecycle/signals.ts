/**
 * Signals: who hears, in which order, and what an error does to those who come later.
 *
 * @module
 */

import type { Case } from '../../../model.ts';
import { named, type Step } from './sites.ts';

function hearing(...names: string[]): Step[] {
  return names.flatMap((name): Step[] => [
    [
      'receiver',
      name,
      [
        ['note', `${name} hears`],
        ['answer', name],
      ],
    ],
  ]);
}

const RAISING: Step = [
  'receiver',
  'bad',
  [
    ['note', 'bad hears'],
    ['raise', 'ValueError', 'bad'],
  ],
];

/** The cases. */
export function signalCases(): Case[] {
  return [...sendCases(), ...connectCases(), ...weakCases()];
}

function sendCases(): Case[] {
  const three: Step[] = [
    ...hearing('first', 'last'),
    RAISING,
    ['connect', 'a', 'first'],
    ['connect', 'a', 'bad'],
    ['connect', 'a', 'last'],
  ];
  const leaving: Step[] = [
    ['receiver', 'exit', [['raise', 'SystemExit', 'away']]],
    ...hearing('last'),
    ['connect', 'a', 'exit'],
    ['connect', 'a', 'last'],
  ];
  return named('signals/send', {
    'to nobody': {
      steps: [
        ['send', 'a'],
        ['send robustly', 'a'],
        ['listeners', 'a'],
      ],
    },
    'with a raising receiver': { steps: [...three, ['send', 'a'], ['send', 'a']] },
    'robustly with a raising receiver': { steps: [...three, ['send robustly', 'a']] },
    'with a receiver that leaves': { steps: [...leaving, ['send', 'a']] },
    'robustly with a receiver that leaves': { steps: [...leaving, ['send robustly', 'a']] },
    'to one sender': {
      steps: [
        ...hearing('all', 'one', 'other'),
        ['connect', 'a', 'one', { sender: 'One' }],
        ['connect', 'a', 'all'],
        ['connect', 'a', 'other', { sender: 'Other' }],
        ['send', 'a', 'One'],
        ['send', 'a', 'Other'],
        ['send', 'a'],
        ['listeners', 'a', 'One'],
        ['listeners', 'b', 'One'],
      ],
    },
    'while another is connected': {
      steps: [
        ...hearing('late'),
        ['receiver', 'early', [['connect', 'a', 'late']]],
        ['connect', 'a', 'early'],
        ['send', 'a'],
        ['send', 'a'],
      ],
    },
    'while another is disconnected': {
      steps: [
        ...hearing('late'),
        ['receiver', 'early', [['disconnect', 'a', 'late']]],
        ['connect', 'a', 'early'],
        ['connect', 'a', 'late'],
        ['send', 'a'],
        ['send', 'a'],
      ],
    },
    'while it is sent': {
      steps: [
        ...hearing('last'),
        [
          'receiver',
          'again',
          [
            ['disconnect', 'a', 'again'],
            ['send', 'a'],
          ],
        ],
        ['connect', 'a', 'again'],
        ['connect', 'a', 'last'],
        ['send', 'a'],
      ],
    },
  });
}

function connectCases(): Case[] {
  const two = hearing('one', 'two');
  return named('signals/connect', {
    'the same twice': {
      steps: [...two, ['connect', 'a', 'one'], ['connect', 'a', 'one'], ['send', 'a']],
    },
    'the same for two senders': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { sender: 'One' }],
        ['connect', 'a', 'one'],
        ['send', 'a', 'One'],
      ],
    },
    'two under one uid': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { uid: 'x' }],
        ['connect', 'a', 'two', { uid: 'x' }],
        ['connect', 'a', 'two', { uid: 'y' }],
        ['connect', 'a', 'two', { uid: 'x', sender: 'One' }],
        ['send', 'a'],
        ['send', 'a', 'One'],
      ],
    },
    'one with a uid and without': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { uid: 'x' }],
        ['connect', 'a', 'one'],
        ['send', 'a'],
      ],
    },
    'with an empty uid': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { uid: '' }],
        ['connect', 'a', 'two', { uid: '' }],
        ['disconnect', 'a', 'one'],
        ['send', 'a'],
      ],
    },
    'by a decorator to two signals': {
      steps: [
        ...two,
        ['decorate', ['a', 'b'], 'one', { sender: 'One' }],
        ['send', 'a', 'One'],
        ['send', 'b', 'One'],
        ['send', 'b'],
      ],
    },
    'and disconnect': {
      steps: [
        ...two,
        ['connect', 'a', 'one'],
        ['connect', 'a', 'two'],
        ['disconnect', 'a', 'one'],
        ['disconnect', 'a', 'one'],
        ['disconnect', 'b', 'two'],
        ['disconnect', 'a'],
        ['send', 'a'],
        ['listeners', 'a'],
        ['disconnect', 'a', 'two'],
        ['listeners', 'a'],
      ],
    },
    'and disconnect by sender': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { sender: 'One' }],
        ['disconnect', 'a', 'one'],
        ['disconnect', 'a', 'one', { sender: 'Other' }],
        ['send', 'a', 'One'],
        ['disconnect', 'a', 'one', { sender: 'One' }],
        ['send', 'a', 'One'],
      ],
    },
    'and disconnect by uid': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { uid: 'x' }],
        ['disconnect', 'a', 'one'],
        ['disconnect', 'a', 'two', { uid: 'x' }],
        ['send', 'a'],
        ['connect', 'a', 'two', { uid: 'x' }],
        ['disconnect', 'a', null, { uid: 'x' }],
        ['send', 'a'],
      ],
    },
    'again after disconnecting': {
      steps: [
        ...two,
        ['connect', 'a', 'one'],
        ['connect', 'a', 'two'],
        ['disconnect', 'a', 'one'],
        ['connect', 'a', 'one'],
        ['send', 'a'],
      ],
    },
  });
}

function weakCases(): Case[] {
  const two = hearing('one', 'two');
  return named('signals/weak', {
    'receiver let go of': {
      steps: [
        ...two,
        ['connect', 'a', 'one'],
        ['connect', 'a', 'two'],
        ['send', 'a'],
        ['forget', 'one'],
        ['send', 'a'],
        ['forget', 'two'],
        ['send', 'a'],
        ['listeners', 'a'],
      ],
    },
    'receiver that is kept': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { weak: false }],
        ['connect', 'b', 'one'],
        ['forget', 'one'],
        ['send', 'a'],
        ['send', 'b'],
        ['listeners', 'a'],
      ],
    },
    'receiver under a uid': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { uid: 'x' }],
        ['forget', 'one'],
        ['connect', 'a', 'two', { uid: 'x' }],
        ['send', 'a'],
      ],
    },
    'receiver let go of by another': {
      steps: [
        ...hearing('late'),
        ['receiver', 'early', [['forget', 'late']]],
        ['connect', 'a', 'early'],
        ['connect', 'a', 'late'],
        ['send', 'a'],
        ['send', 'a'],
      ],
    },
    'receiver disconnected afterwards': {
      steps: [
        ...two,
        ['connect', 'a', 'one', { uid: 'x' }],
        ['forget', 'one'],
        ['disconnect', 'a', null, { uid: 'x' }],
        ['listeners', 'a'],
      ],
    },
  });
}
