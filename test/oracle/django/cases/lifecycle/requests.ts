/**
 * Around a request: what its first and last signal do, and what it leaves behind.
 *
 * @module
 */

import type { Case } from '../../../model.ts';
import { asked, named, type Step } from './sites.ts';

/** The cases. */
export function requestCases(): Case[] {
  return [...signalCases(), ...leftBehindCases()];
}

function signalCases(): Case[] {
  const bad: Step = [
    'receiver',
    'bad',
    [
      ['note', 'bad hears'],
      ['raise', 'ValueError', 'bad'],
    ],
  ];
  const good: Step = ['receiver', 'good', [['note', 'good hears']]];
  const both = (signal: string): Step[] => [
    bad,
    good,
    ['connect', signal, 'bad'],
    ['connect', signal, 'good'],
    ['handler'],
  ];
  const broken: Step = ['request', { path: '/broken/' }];
  return named('requests/signals', {
    'started raises': asked(
      {},
      {},
      ...both('request_started'),
      ['request', { path: '/' }],
      ['urlconf'],
    ),
    'finished raises': asked(
      {},
      {},
      ...both('request_finished'),
      ['request', { path: '/' }],
      ['urlconf'],
    ),
    'exception raises': asked({}, {}, ...both('got_request_exception'), broken, ['urlconf']),
    'exception and finished': asked(
      {},
      {},
      good,
      ['connect', 'got_request_exception', 'good'],
      ['connect', 'request_finished', 'good'],
      ['handler'],
      broken,
      ['request', { path: '/nowhere/' }],
    ),
    'in order': asked(
      {},
      {},
      ['receiver', 'start', [['note', 'started'], ['urlconf'], ['prefix']]],
      ['receiver', 'end', [['note', 'finished'], ['urlconf'], ['prefix']]],
      ['connect', 'request_started', 'start'],
      ['connect', 'request_finished', 'end'],
      ['handler'],
      ['request', { path: '/' }],
      ['request', { path: '/', close: false }],
      ['request', { path: '/leaving/' }],
    ),
  });
}

function leftBehindCases(): Case[] {
  const shop = { path: '/', environ: { SCRIPT_NAME: '/shop' } };
  return named('requests/left', {
    'URLconf after a request': asked({}, {}, ['handler'], ['request', { path: '/' }], ['urlconf']),
    'URLconf where nobody closes': asked(
      {},
      {},
      ['handler'],
      ['request', { path: '/', close: false }],
      ['urlconf'],
      ['request', { path: '/' }],
      ['urlconf'],
    ),
    'URLconf after an exit': asked(
      {},
      {},
      ['handler'],
      ['request', { path: '/leaving/' }],
      ['urlconf'],
    ),
    'URLconf set before': asked(
      {},
      {},
      ['set urlconf', 'mysite.other'],
      ['urlconf'],
      ['handler'],
      ['request', { path: '/' }],
      ['urlconf'],
    ),
    'prefix of the server': asked(
      {},
      {},
      ['handler'],
      ['prefix'],
      ['request', shop],
      ['prefix'],
      ['request', { path: '/' }],
      ['prefix'],
    ),
    'prefix of the settings': asked(
      { FORCE_SCRIPT_NAME: '/forced' },
      {},
      ['prefix'],
      ['handler'],
      ['request', shop],
      ['prefix'],
    ),
    'nothing of a broken URLconf': asked(
      {},
      {
        'mysite.urls': [
          ['note', 'urls run'],
          ['raise', 'ValueError', 'no urls'],
        ],
      },
      ['handler'],
      ['request', { path: '/' }],
      ['request', { path: '/' }],
      ['urlconf'],
    ),
  });
}
