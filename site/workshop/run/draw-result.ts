/**
 * Draws what a run gave: how it ended, what differs at which line, what was printed, the value.
 *
 * @module
 */

import type { Failure } from '../../../src/doctest/model.ts';
import { action, element } from './elements.ts';
import type { RunResult } from './runner.ts';
import { courseOf, standingOfRun } from './words.ts';

/** So many lines have a box of their own to scroll in. */
const LONG = 20;

/** What is told beside a result. */
export interface Told {
  /** Whether a reader has changed the text. */
  isChanged: boolean;
  /** Whether an editor shows what differs. */
  inEditor: boolean;
  /** Snippets above that the reader has changed: the book's text of them was run. */
  unused: string[];
}

/** That a run goes on, with a way to end it. */
export function drawRunning(stop: () => void): HTMLElement[] {
  return [element('p', 'run-state', 'Running… ', action('Stop', stop))];
}

/** The parts of a result, as the book shows them. */
export function drawResult(
  result: RunResult,
  { isChanged, inEditor, unused }: Told,
): HTMLElement[] {
  const { report, before } = result;
  const { tone, sign, words } = standingOfRun(result);
  const sure = element('span', '', `${sign} `);
  sure.ariaHidden = 'true';
  const parts: HTMLElement[] = [
    element(
      'p',
      'run-state',
      element('span', `standing ${tone}`, sure, words),
      ' ',
      courseOf(result, isChanged),
    ),
    ...(unused.length > 0 ? [drawUnused(unused)] : []),
    ...before
      .slice(0, 1)
      .map((failure) => drawFailure(failure, `${failure.id}, before this one, `)),
    ...(inEditor ? [] : report.failures.map((failure) => drawFailure(failure, ''))),
  ];
  if (report.printed !== '')
    parts.push(
      drawText(
        report.outputHeld ? 'Output, verified' : 'Output',
        report.printed,
        report.outputHeld,
      ),
    );
  if (report.value !== undefined) parts.push(drawText('Value', report.value));
  return parts;
}

function drawUnused(names: string[]): HTMLElement {
  const list = names.join(', ');
  return element('p', 'run-note', `The book's text of ${list} was run, without your changes.`);
}

function drawFailure({ message, line, expected, received }: Failure, where: string): HTMLElement {
  const place = element('span', 'place', `${where}line ${line}`);
  const drawn = element(
    'div',
    'difference',
    element('p', 'difference-message', `${message} `, place),
  );
  if (expected === undefined && received === undefined) return drawn;
  const list = element('dl', '');
  for (const [name, text] of [
    ['expected', expected],
    ['received', received],
  ] as const) {
    const body = element('pre', '', text === undefined || text === '' ? 'nothing' : text);
    list.append(element('dt', '', name), element('dd', '', body));
  }
  drawn.append(list);
  return drawn;
}

function drawText(label: string, text: string, verified = false): HTMLElement {
  const body = element('pre', '', element('samp', '', text));
  if (text.split('\n').length > LONG) letScroll(body, label);
  return element(
    'div',
    verified ? 'printed verified' : 'printed',
    element('span', 'label', label),
    body,
  );
}

function letScroll(body: HTMLElement, label: string): void {
  body.classList.add('long');
  body.tabIndex = 0;
  body.setAttribute('role', 'region');
  body.ariaLabel = label;
}
