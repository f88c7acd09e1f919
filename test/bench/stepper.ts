/**
 * What the stepper costs a reader: until it is open, and for each step.
 *
 * @module
 */

import type { Page } from 'playwright-core';
import { median } from './statistics.ts';

/** Times in milliseconds. */
export interface StepperFigures {
  /** From the click to the first step, with nothing loaded before. */
  open: number;
  /** From a key to the changed page, laid out; the median of all steps of the request. */
  step: number;
  /** From a change of the setup to its first step: a run of its own. */
  run: number;
  /** What was loaded to open it, as it travelled. */
  bytes: number;
  steps: number;
}

/** Opens the stepper in a page and goes through the usual request. @param site the site's address, with a slash at its end */
export async function benchStepper(page: Page, site: string): Promise<StepperFigures> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site}workshop/follow/`);
  const open = await page.evaluate(openIt);
  const { bytes, times } = await page.evaluate(goThrough);
  const run = await page.evaluate(changeView);
  return { open, step: median(times), run, bytes, steps: times.length };
}

function openIt(): Promise<number> {
  const begun = performance.now();
  document.querySelector<HTMLElement>('.follow-start button')?.click();
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('.stepper .onion')) resolve(performance.now() - begun);
      else setTimeout(look, 1);
    };
    look();
  });
}

function goThrough(): { bytes: number; times: number[] } {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const bytes = loaded.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const next = document.querySelector<HTMLElement>('[data-go="next"]');
  const times: number[] = [];
  while (next?.getAttribute('aria-disabled') === 'false') {
    const begun = performance.now();
    next.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    void document.body.offsetHeight;
    times.push(performance.now() - begun);
  }
  return { bytes, times };
}

function changeView(): Promise<number> {
  const view = document.querySelector<HTMLSelectElement>('select[name="view"]');
  const count = document.querySelector('.step-count');
  if (!view || !count) throw new Error('The stepper has no form.');
  const before = count.textContent;
  const begun = performance.now();
  view.value = 'streams';
  view.dispatchEvent(new Event('change', { bubbles: true }));
  return new Promise((resolve) => {
    const look = (): void => {
      if (count.textContent !== before) resolve(performance.now() - begun);
      else setTimeout(look, 1);
    };
    look();
  });
}
