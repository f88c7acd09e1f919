/**
 * A snippet of a page at work, as a reader sees it.
 *
 * @module
 */

import type { Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { faultsOf } from '../axe.ts';

/** The address of a chapter of the book. */
export function chapterAt(path: string): string {
  return `${inject('book')}${path}/`;
}

/** The parts of one snippet. */
export interface Workplace {
  figure: Locator;
  run: Locator;
  edit: Locator;
  /** What a run gave. */
  result: Locator;
  /** Where code is typed. */
  code: Locator;
  /** A button of the editor. */
  tool: (name: string) => Locator;
}

/** A snippet of a page. */
export function workplaceOf(page: Page, id: string): Workplace {
  const figure = page.locator(`figure#${id}`);
  return {
    figure,
    run: figure.locator('.bar').getByRole('button', { name: 'Run' }),
    edit: figure.locator('.bar').getByRole('button', { name: 'Edit' }),
    result: figure.getByRole('group', { name: `Run of ${id}` }),
    code: figure.getByRole('textbox', { name: `Code of the snippet ${id}` }),
    tool: (name) => figure.locator('.tools').getByRole('button', { name }),
  };
}

/** Waits until a run is over, whatever began it, and gives what the page tells of it. */
export async function ran(page: Page, begin: () => Promise<unknown>): Promise<unknown> {
  await page.evaluate(() => {
    document.addEventListener(
      'workshop:ran',
      (event) => Object.assign(window, { told: (event as CustomEvent).detail as unknown }),
      { once: true },
    );
  });
  await begin();
  const told = await page.waitForFunction(() => Reflect.get(window, 'told') as unknown);
  await page.evaluate(() => Reflect.deleteProperty(window, 'told'));
  return told.jsonValue();
}

/** Puts other text into an open editor, as a reader would. */
export async function retype(page: Page, { code }: Workplace, text: string): Promise<void> {
  await code.focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

/** What axe finds, and what is too wide, in two widths and two themes. */
export async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [390, 1440]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const faults = await faultsOf(page);
      found.push(...faults.map((fault) => `${fault} at ${width}, ${colorScheme}`));
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (excess > 0) found.push(`${excess} pixels too wide at ${width}`);
    }
  }
  return found;
}
