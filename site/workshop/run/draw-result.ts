/**
 * Draws what a run gave: how it ended, what differs at which line, what was printed, the value.
 *
 * @module
 */

import type { Failure } from '../../../src/doctest/model.ts';
import { drawDifference, drawPrinted } from './draw-difference.ts';
import { action, element } from './elements.ts';
import type { RunResult } from './runner.ts';
import { courseOf, standingOfRun } from './words.ts';

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
      drawPrinted(
        report.outputHeld ? 'Output, verified' : 'Output',
        report.printed,
        report.outputHeld,
      ),
    );
  if (report.value !== undefined) parts.push(drawPrinted('Value', report.value));
  return parts;
}

function drawUnused(names: string[]): HTMLElement {
  const list = names.join(', ');
  return element('p', 'run-note', `The book's text of ${list} was run, without your changes.`);
}

function drawFailure({ message, line, expected, received }: Failure, where: string): HTMLElement {
  return drawDifference({ message, place: `${where}line ${line}`, expected, received });
}
