/**
 * Draws what came of an answer: at each check that is shown, and below the editor.
 *
 * @module
 */

import { drawDifference } from '../run/draw-difference.ts';
import { element } from '../run/elements.ts';
import type { Standing } from '../../components/snippet/words.ts';
import type { CheckOutcome, Miss, Outcome } from './outcome.ts';
import { courseOf, standingOfAnswer, standingOfCheck } from './words.ts';

/** The parts below the editor. @param all how many checks there are */
export function drawOutcome(outcome: Outcome, all: number): HTMLElement[] {
  const standing = drawStanding(standingOfAnswer(outcome, all));
  const state = element('p', 'run-state', standing, ' ', courseOf(outcome));
  const hidden = outcome.checks.filter(({ check }) => check.hint !== undefined);
  return [
    state,
    ...outcome.trouble.map(drawMiss),
    ...(hidden.length > 0 ? [drawHidden(hidden)] : []),
  ];
}

/** How a shown check came out, in its bar and below its code. */
export function drawCheck(figure: HTMLElement, outcome: CheckOutcome): void {
  clearCheck(figure);
  figure.querySelector('[data-standing]')?.append(drawStanding(standingOfCheck(outcome)));
  if (outcome.misses.length === 0) return;
  figure.append(element('div', 'run', ...outcome.misses.map(drawMiss)));
}

/** Takes away what an earlier answer left at a check. */
export function clearCheck(figure: HTMLElement): void {
  figure.querySelector('[data-standing]')?.replaceChildren();
  figure.querySelector(':scope > .run')?.remove();
}

/** A sign and words beside it. */
export function drawStanding({ tone, sign, words }: Standing): HTMLElement {
  const mark = element('span', '', `${sign} `);
  mark.ariaHidden = 'true';
  return element('span', `standing ${tone}`, mark, words);
}

/** Of a check that is not shown, a reader gets the hint, and the error where the answer threw one. */
function drawHidden(hidden: CheckOutcome[]): HTMLElement {
  const missed = hidden.filter(({ ok }) => !ok);
  const items = missed.map(({ check, misses }) => {
    const thrown = misses.find(({ inAnswer, expected }) => inAnswer && expected === undefined);
    const words = `A check that is not shown fails. ${check.hint}`;
    const more = thrown ? [element('span', 'place', `${thrown.message} (${placeOf(thrown)})`)] : [];
    return drawLine(false, words, ...more);
  });
  const held = hidden.length - missed.length;
  if (held > 0)
    items.push(
      drawLine(
        true,
        held === 1 ? 'A check that is not shown holds.' : `${held} checks that are not shown hold.`,
      ),
    );
  return element('ul', 'hidden-checks', ...items);
}

function drawLine(ok: boolean, words: string, ...more: HTMLElement[]): HTMLElement {
  const sign = element('span', 'sign', ok ? '✓ ' : '✗ ');
  sign.ariaHidden = 'true';
  return element('li', ok ? 'held' : 'failed', sign, words, ...more);
}

function drawMiss(miss: Miss): HTMLElement {
  return drawDifference({ ...miss, place: placeOf(miss) });
}

function placeOf({ inAnswer, line }: Miss): string {
  return inAnswer ? `line ${line} of your answer` : `line ${line}`;
}
