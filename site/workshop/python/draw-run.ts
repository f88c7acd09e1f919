/**
 * Draws what a run of Python gave, as the book shows it.
 *
 * @module
 */

import type { PythonMismatch } from '../../../src/doctest/python/fence.ts';
import { drawDifference, drawPrinted } from '../run/draw-difference.ts';
import { element } from '../run/elements.ts';
import type { PageFence } from './fences.ts';
import type { FenceRun } from './scenes.ts';
import { courseOfPython, standingOfPython } from './words.ts';

/** The parts of an outcome. */
export function drawRun(fence: PageFence, run: FenceRun): HTMLElement[] {
  const { tone, sign, words } = standingOfPython(run);
  const mark = element('span', '', `${sign} `);
  mark.ariaHidden = 'true';
  const standing = element('span', `standing ${tone}`, mark, words);
  const parts: HTMLElement[] = [
    element('p', 'run-state', standing, ' ', courseOfPython(run, fence.django)),
  ];
  const { broken, result } = run;
  if (broken) {
    const where = `${broken.fence.id}, above this one, `;
    parts.push(
      ...broken.result.failures.slice(0, 1).map((one) => drawMismatch(one, broken.fence, where)),
    );
    return parts;
  }
  parts.push(...result.failures.map((one) => drawMismatch(one, fence, '')));
  const holdsOutput = fence.output !== undefined && result.status === 'passed';
  if (result.printed !== '')
    parts.push(
      drawPrinted(holdsOutput ? 'Output, verified' : 'Output', result.printed, holdsOutput),
    );
  return parts;
}

function drawMismatch(
  { message, line, expected, received }: PythonMismatch,
  fence: PageFence,
  where: string,
): HTMLElement {
  return drawDifference({
    message: `${message.charAt(0).toUpperCase()}${message.slice(1)}.`,
    place: `${where}line ${line - fence.line + 1}`,
    expected,
    received,
  });
}
