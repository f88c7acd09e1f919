import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';
import { buildSandboxPage } from './sandbox/build-page.ts';
import { attacks } from './sandbox/hostile.ts';
import type { Outcome } from './sandbox/page.ts';
import { type ServedSite, serve } from './serve.ts';

describe.skipIf(!inject('chromium'))('the sandbox in Chromium', () => {
  const open = useReader();
  let folder: string;
  let site: ServedSite;
  let page: Page;
  let requests: string[];

  beforeAll(async () => {
    folder = await buildSandboxPage();
    site = await serve({ folder, base: '/', content: 'fixture' });
    ({ page } = await open(site.address));
    requests = [];
    page.context().on('request', (request) => requests.push(request.url()));
  });

  afterAll(async () => {
    site.close();
    await rm(folder, { recursive: true });
  });

  it.each(attacks('').map(({ name, ends }) => ({ name, ends })))(
    'withstands $name',
    async ({ name, ends }) => {
      const outcome = (await page.evaluate(`attack(${JSON.stringify(name)})`)) as Outcome;
      expect(outcome.ended, outcome.said).toBe(typeof ends === 'string' ? ends : 'harmless');
      if (typeof ends !== 'string') expect(outcome.said).toBe(ends.harmless);
      expect(outcome.next).toBe(true);
      expect(site.asked.filter((path) => path.includes('canary'))).toEqual([]);
    },
  );
});
