/**
 * A reader with a browser.
 *
 * @module
 */

import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { FLAGS } from './launch-chromium.ts';
import { PATIENCE } from './patience.ts';

/** A page on which everything that went wrong is written down. */
export interface OpenPage {
  page: Page;
  /** Errors of scripts, messages of the console, and breaches of the policy. */
  complaints: string[];
  close: () => Promise<void>;
}

/** Stops a page's clock: what it shows for a moment stays until it was seen. */
export async function standStill(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 3_600_000);
}

/** Opens pages in one browser for all tests of a file, each in a context of its own. */
export function useReader(): (
  address: string,
  options?: BrowserContextOptions,
) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = inject('chromium');
    if (executablePath)
      browser = await chromium.launch({ executablePath, args: FLAGS, timeout: PATIENCE });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (address, options = {}) => {
    if (!browser) throw new Error('There is no browser to open a page in.');
    const context = await browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(message.text());
      }
    });
    await page.goto(address);
    return { page, complaints, close: () => context.close() };
  };
}
