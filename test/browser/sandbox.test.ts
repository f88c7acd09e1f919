import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { useFirefox } from './firefox.ts';
import { useReader } from './reader.ts';
import { buildSandboxPage } from './sandbox/build-page.ts';
import { attacks, CANARY } from './sandbox/hostile.ts';
import type { Outcome } from './sandbox/page.ts';
import { attempts } from './sandbox/within.ts';
import { type ServedSite, serve } from './serve.ts';

const BROWSERS = [
  { browser: 'Chromium', isHere: inject('chromium'), useIt: useReader },
  { browser: 'Firefox', isHere: inject('firefox'), useIt: useFirefox },
];

/** What a page of either browser can be asked for. */
interface Asked {
  page: { evaluate: (expression: string) => Promise<unknown> };
  close: () => Promise<void>;
}

let folder: string;
let site: ServedSite;
/** Another origin, with the same files. */
let strange: ServedSite;
/** With all the headers that docs/deploy.md proposes. */
let guarded: ServedSite;

const POLICY = "sandbox allow-scripts; frame-ancestors 'self'";
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
};

beforeAll(async () => {
  folder = await buildSandboxPage();
  const files = { folder, base: '/', content: 'fixture' } as const;
  const headersOf = (path: string): Record<string, string> =>
    path.startsWith('sandbox') ? { ...HEADERS, 'Content-Security-Policy': POLICY } : HEADERS;
  [site, strange, guarded] = await Promise.all([
    serve(files),
    serve(files),
    serve(files, headersOf),
  ]);
});

afterAll(async () => {
  site.close();
  strange.close();
  guarded.close();
  await rm(folder, { recursive: true });
});

function canaries(): string[] {
  return [...site.asked, ...strange.asked].filter((path) => path.includes(CANARY));
}

describe.each(BROWSERS)('the sandbox in $browser', ({ isHere, useIt }) => {
  describe.skipIf(!isHere)('is a wall', () => {
    const open: (address: string) => Promise<Asked> = useIt();
    let visit: Asked;

    beforeAll(async () => {
      visit = await open(site.address);
    });

    const ask = <Answer>(called: string, ...args: unknown[]): Promise<Answer> =>
      visit.page.evaluate(`${called}(...${JSON.stringify(args)})`) as Promise<Answer>;

    it.each(attacks('').map(({ name, ends }) => ({ name, ends })))(
      'that withstands $name',
      async ({ name, ends }) => {
        const outcome = await ask<Outcome>('attack', name);
        expect(outcome.ended, outcome.said).toBe(typeof ends === 'string' ? ends : 'harmless');
        if (typeof ends !== 'string') expect(outcome.said).toBe(ends.harmless);
        if (ends === 'stopped') expect(outcome.beats).toBeGreaterThan(2);
        expect(outcome.next).toBe(true);
        expect(canaries()).toEqual([]);
      },
    );

    it.each([
      { name: 'WebAssembly', ended: 'harmless' },
      { name: 'eval', ended: 'refused' },
      { name: 'new Function', ended: 'refused' },
      { name: 'fetch', ended: 'refused' },
      { name: 'a remote import', ended: 'refused' },
      { name: 'IndexedDB', ended: 'refused' },
    ])('where WebAssembly may be compiled too: $name is $ended', async ({ name, ended }) => {
      const outcome = await ask<Outcome>('attack', name, 'wasm');
      expect(outcome.ended, outcome.said).toBe(ended);
      expect(canaries()).toEqual([]);
    });

    it.each(attempts('').map(({ name, ends }) => ({ name, ends })))(
      'that holds even where code got into its frame: $name',
      async ({ name, ends }) => {
        expect(await ask('attempt', name, `${site.address.slice(0, -1)}${CANARY}`)).toBe(ends);
        expect(canaries()).toEqual([]);
      },
    );

    it('that lets its frame go nowhere but to what the host serves anyway', async () => {
      const go = (address: string): string =>
        `export default () => { location.href = ${JSON.stringify(address)}; return new Promise(() => {}); }`;
      const elsewhere = strange.address.slice(0, -1) + CANARY;
      expect(await ask('attemptWithin', go(elsewhere), 1500)).toBe('gone');
      const going = ask('attemptWithin', go(`${site.address}served-anyway`));
      await expect.poll(() => site.asked).toContain('/served-anyway');
      expect(await going).toBe('gone');
      expect(canaries()).toEqual([]);
    });

    it('that tells what a program throws while it is loaded', async () => {
      expect(await ask('openWith', 'throw new RangeError("not today")')).toBe(
        'RangeError: not today',
      );
      expect(await ask('openWith', 'const = 1')).toMatch(/^SyntaxError: /);
      expect(await ask('openWith', 'import "https://elsewhere.invalid/x.js"')).toMatch(/Error: /);
    });

    it('that lets heavy messages through, whole and in order', async () => {
      expect(await ask('carry')).toEqual({
        echoed: true,
        left: 0,
        same: 7,
        inOrder: Array.from({ length: 50 }, (_, index) => index).join(),
      });
    });

    it('that lets out what a program told before it was stopped', async () => {
      expect(await ask('toldBeforeStop')).toEqual([
        'a,b',
        Array.from({ length: 1000 }, (_, index) => index).join(),
      ]);
    });

    it('that has a spare worker again after one was stopped', async () => {
      expect(await ask('spareAfterKill')).toEqual([
        'SandboxTimeoutError: Stopped after 0.1 s.',
        'gave true',
        'gave "at the same time"',
        'SandboxClosedError: Stopped.',
        'SandboxClosedError: Stopped.',
      ]);
    });

    it('that asks a spare worker beforehand what it is given for it, once', async () => {
      expect(await ask('askedBeforehand')).toEqual([2, 1]);
    });

    it('that takes forged answers for what they are', async () => {
      expect(await ask('askAmongForgeries')).toBe('gave "true"');
    });

    it('that answers the page around it, and none of its frames', async () => {
      expect(await ask('greetInTurn', '/stranger.html')).toEqual({
        page: [{ type: 'hello' }],
        sibling: [],
      });
    });
  });

  describe.skipIf(!isHere)('under the headers that a host may add', () => {
    const open: (address: string) => Promise<Asked> = useIt();

    it('runs what it is given, with WebAssembly and without', async () => {
      const { page, close } = await open(guarded.address);
      for (const kind of ['plain', 'wasm']) {
        const outcome = await page.evaluate(`attack('its origin', '${kind}')`);
        expect(outcome).toMatchObject({ ended: 'harmless', said: 'null', next: true });
      }
      await close();
    });
  });

  describe.skipIf(!isHere)('is a page that does nothing', () => {
    const open: (address: string) => Promise<Asked> = useIt();

    it('when it is opened by itself', async () => {
      const { page, close } = await open(`${site.address}sandbox.html`);
      const greeted = `(async () => {
        const { port1, port2 } = new MessageChannel();
        const heard = [];
        port1.onmessage = ({ data }) => heard.push(data);
        postMessage({ type: 'port' }, '*', [port2]);
        await new Promise((end) => setTimeout(end, 300));
        return document.body.textContent + heard.length;
      })()`;
      expect(await page.evaluate(greeted)).toMatch(/^This page does nothing by itself: .*\s0$/s);
      await close();
    });

    it.each([
      { who: 'a page of ours without a sandbox', ours: true, sandbox: undefined },
      {
        who: 'a page of ours that lends it our origin',
        ours: true,
        sandbox: 'allow-scripts allow-same-origin',
      },
      { who: 'a stranger without a sandbox', ours: false, sandbox: undefined },
      { who: 'a stranger', ours: false, sandbox: 'allow-scripts' },
    ])('when it is framed by $who', async ({ ours, sandbox }) => {
      const host = ours ? site.address : strange.address;
      const wish = new URLSearchParams({ frame: `${site.address}sandbox.html` });
      if (sandbox) wish.set('sandbox', sandbox);
      const { page, close } = await open(`${host}stranger.html?${wish}`);
      const heard = `(async () => {
        for (let tries = 0; tries < 200 && !window.loaded; tries += 1) await new Promise((end) => setTimeout(end, 50));
        await new Promise((end) => setTimeout(end, 300));
        return window.loaded ? window.heard : 'not loaded';
      })()`;
      expect(await page.evaluate(heard)).toEqual([]);
      await close();
    });

    it('but for a page of ours that frames it as it should be', async () => {
      const wish = new URLSearchParams({ frame: 'sandbox.html', sandbox: 'allow-scripts' });
      const { page, close } = await open(`${site.address}stranger.html?${wish}`);
      const heard = `(async () => {
        for (let tries = 0; tries < 200 && window.heard.length === 0; tries += 1) await new Promise((end) => setTimeout(end, 50));
        return window.heard;
      })()`;
      expect(await page.evaluate(heard)).toEqual([{ type: 'hello' }]);
      await close();
    });
  });
});
