/**
 * A reader with Firefox, driven by WebDriver BiDi.
 *
 * @module
 */

import { launch, type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { PATIENCE } from './patience.ts';

/** A page of Firefox on which everything that went wrong is written down. */
export interface OpenInFirefox {
  page: Page;
  /** Errors of scripts and messages of the console. */
  complaints: string[];
  close: () => Promise<void>;
}

/** Opens pages in one Firefox for all tests of a file. */
export function useFirefox(): (
  address: string,
  size?: { width: number; height: number },
) => Promise<OpenInFirefox> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const executablePath = inject('firefox');
    if (executablePath)
      browser = await launch({
        browser: 'firefox',
        executablePath,
        headless: true,
        timeout: PATIENCE,
      });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (address, size = { width: 1280, height: 720 }) => {
    if (!browser) throw new Error('There is no Firefox to open a page in.');
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport(size);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
    });
    await page.goto(address);
    return { page, complaints, close: () => context.close() };
  };
}
