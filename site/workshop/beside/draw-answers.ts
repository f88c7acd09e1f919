/**
 * Draws what both did: the two responses, line by line, and the calls.
 *
 * @module
 */

import type { TracedCall } from '#trace/call-lists';
import { element } from '../run/elements.ts';
import type { SiteAnswer } from '../programs/python/messages.ts';
import type { TwinAnswer } from '../programs/traced/demo-answer.ts';
import { align, type Aligned } from './align.ts';
import type { BothAnswers } from './both.ts';
import { textOf } from './requests.ts';
import { callsInWords, verdictOf } from './words.ts';

const SIGNS = { same: '=', missing: '−', extra: '+' } as const;
const SAID = { same: '', missing: ' (Django alone)', extra: ' (the runtime alone)' } as const;

/** All of it. @param show shows the source of a function below its row */
export function drawAnswers(
  both: BothAnswers,
  show: (name: string, row: HTMLElement) => void,
): HTMLElement[] {
  const lines = align(linesOf(both.django), linesOf(both.runtime), (line) => line);
  return [
    element('p', 'beside-verdict', `${verdictOf(both)}.`),
    titled(
      'The response',
      drawRows(lines, (line) => [element('samp', '', line === '' ? ' ' : line)]),
    ),
    titled(
      'The calls',
      element('p', 'beside-count', callsInWords(both.calls)),
      drawRows(both.calls.rows, (call, row) => [drawCall(call, row, show)]),
    ),
    titled(
      'Signals and log',
      drawRows(
        align(both.django.events, both.runtime.events, (event) => event),
        (event) => [element('samp', '', event)],
      ),
    ),
  ];
}

function linesOf({ status, headers = [], body = '', raised }: SiteAnswer | TwinAnswer): string[] {
  if (status === undefined) return [`No response: ${raised ?? ''}`];
  return [
    status,
    ...headers.map(([name, value]) => `${name}: ${value.trim()}`),
    '',
    ...textOf(body).split('\n'),
    ...(raised === undefined ? [] : [`Broken off: ${raised}`]),
  ];
}

function titled(title: string, ...parts: HTMLElement[]): HTMLElement {
  return element('section', 'beside-part', element('h2', '', title), ...parts);
}

function drawRows<Item>(
  rows: readonly Aligned<Item>[],
  draw: (item: Item, row: HTMLElement) => HTMLElement[],
): HTMLElement {
  const list = element('ol', 'beside-rows');
  for (const { kind, item } of rows) {
    const sign = element('span', 'beside-sign', SIGNS[kind]);
    sign.ariaHidden = 'true';
    const row = element('li', kind, sign);
    row.append(...draw(item, row));
    if (kind !== 'same') row.append(element('span', 'beside-said', SAID[kind]));
    list.append(row);
  }
  list.tabIndex = 0;
  list.setAttribute('role', 'list');
  return list;
}

function drawCall(
  [depth, name, self]: TracedCall,
  row: HTMLElement,
  show: (name: string, row: HTMLElement) => void,
): HTMLElement {
  const [module = '', path = ''] = name.split(':');
  const of = self === undefined ? '' : ` of ${self.slice(self.indexOf(':') + 1)}`;
  const made = element(
    'button',
    'beside-call',
    path,
    element('span', 'beside-of', `${of} in ${module}`),
  );
  made.type = 'button';
  made.title = 'Shows its source, as Python gives it';
  made.addEventListener('click', () => show(name, row));
  row.style.setProperty('--depth', String(Math.min(depth, 24)));
  return made;
}
