import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { PAGE_BUDGET, SCRIPT_BUDGET } from '../site/first-load.ts';
import { useReader } from './reader.ts';

const PAGES = [
  '',
  'claims/',
  '1-wsgi/the-calling-convention/',
  '1-wsgi/pep-3333-clause-by-clause/',
  '3-django-code/the-chain-of-middleware/',
  '2-other-articles/bennett-2006/',
];

describe.skipIf(!inject('chromium'))('a page that nobody has touched', () => {
  const open = useReader();

  it.each(PAGES)('loads what is in its budget and nothing of the workshop: /%s', async (path) => {
    const address = inject('book') + path;
    const { page, close } = await open('about:blank');
    const loaded: Response[] = [];
    page.on('response', (response) => loaded.push(response));
    // On a busy machine the network may be idle before a long page has asked for its scripts.
    const answer = await page.goto(address, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle');
    expect(answer?.status()).toBe(200);
    const first = loaded.length;
    // A chapter begins to follow its reader then, which is no part of the first load.
    const more = /^\d/.test(path) ? page.waitForResponse(/\/reading\.[^/]+\.js$/) : undefined;
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await more;
    const files = await Promise.all(
      loaded.map(async (response) => {
        const { origin, pathname } = new URL(response.url());
        const isScript = /javascript/.test(response.headers()['content-type'] ?? '');
        return { origin, pathname, isScript, bytes: gzipSync(await response.body()).length };
      }),
    );
    await close();
    const sum = (some: typeof files): number => some.reduce((all, { bytes }) => all + bytes, 0);
    const untouched = files.slice(0, first);
    expect(untouched.length).toBeGreaterThan(2);
    expect(sum(untouched)).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(sum(untouched.filter(({ isScript }) => isScript))).toBeLessThanOrEqual(SCRIPT_BUDGET);
    expect(files.filter(({ pathname }) => /\/workshop\//.test(pathname))).toEqual([]);
    expect(new Set(files.map(({ origin }) => origin))).toEqual(new Set([new URL(address).origin]));
  });
});
