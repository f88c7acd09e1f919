/**
 * A page of the built book whose answers to a reader are timed in the page itself.
 *
 * @module
 */

import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';

/** A page that a reader has opened and not touched yet. */
export class OpenedPage {
  readonly page: Page;
  readonly #loaded = new Set<string>();

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens an address and waits until nothing is loaded any more. */
  static async open(context: BrowserContext, address: string): Promise<OpenedPage> {
    const opened = new OpenedPage(await context.newPage());
    await opened.page.goto(address, { waitUntil: 'networkidle' });
    opened.page.on('response', (response) => opened.#loaded.add(response.url()));
    return opened;
  }

  /**
   * Milliseconds from a press of what one selector finds to when another finds an element that was
   * not there before, or other words in it. No pointer comes near, which would give the press away.
   */
  async press(pressed: string, awaited: string, patience = 60_000): Promise<number> {
    await this.page.locator(pressed).first().waitFor({ state: 'attached' });
    const asked = { pressed, awaited, patience };
    return this.page.evaluate(async ({ pressed, awaited, patience }) => {
      const button = document.querySelector<HTMLElement>(pressed);
      if (!button) throw new Error(`There is no ${pressed} to press.`);
      const before = new Map<Element, string | null>();
      for (const one of document.querySelectorAll(awaited)) before.set(one, one.textContent);
      const begun = performance.now();
      button.click();
      for (;;) {
        const found = [...document.querySelectorAll(awaited)];
        const took = performance.now() - begun;
        if (found.some((one) => before.get(one) !== one.textContent)) return took;
        if (took > patience) throw new Error(`${awaited} did not come after ${pressed}.`);
        await new Promise((resolve) => void setTimeout(resolve));
      }
    }, asked);
  }

  /** Bytes, compressed with gzip, of all that came from the site since the page was opened. */
  async bytes(): Promise<number> {
    const files = [...this.#loaded].filter((address) => address.startsWith('http'));
    const weights = files.map(async (address) => {
      const body = await (await fetch(address)).bytes();
      return gzipSync(body).length;
    });
    return (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0);
  }
}
