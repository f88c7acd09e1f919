/**
 * What a reader does in the workshop, timed: each scene in a browser that knows nothing of the book
 * yet, unless it says otherwise.
 *
 * @module
 */

import type { BrowserContext } from 'playwright-core';
import { OpenedPage } from './opened-page.ts';
import type { SandboxRound } from './sandbox-page.ts';

/** Milliseconds by what was waited for; `…Bytes` are bytes, compressed with gzip. */
export type Figures = Record<string, number>;

/** A scene: what it needs, and what it measures. */
export interface Scene {
  name: string;
  /** Whether the site has to have Django in it. */
  django?: true;
  play: (context: BrowserContext, site: string) => Promise<Figures>;
}

const CHAPTER = '1-wsgi/the-calling-convention/';
const SNIPPET = '#by-hand';
const RUN = `${SNIPPET} [data-act=Run]`;
const RESULT = `${SNIPPET} .run .standing`;
const PYTHON_CHAPTER = '1-wsgi/environ/';
const PYTHON = '#python-receive';
const PYTHON_RESULT = `${PYTHON} .run-panel .standing`;

/** Milliseconds that a mouse rests on a button before it is pressed, and a hand between two presses. */
const HOVER = 400;
const PAUSE = 250;
const AGAIN = 9;

/** Presses the same thing some times, as fast as a reader may, and gives the middle of what that took. */
async function again(press: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < AGAIN; round += 1) {
    await new Promise((resolve) => void setTimeout(resolve, PAUSE));
    times.push(await press());
  }
  return times.toSorted((a, b) => a - b)[Math.floor(AGAIN / 2)] ?? Number.NaN;
}

/** All scenes. */
export const SCENES: Scene[] = [
  {
    name: 'sandbox',
    play: async (context, site) => {
      const { page } = await OpenedPage.open(context, `${site}bench.html`);
      const round = (await page.evaluate('measureSandbox()')) as SandboxRound;
      return { ...round };
    },
  },
  {
    name: 'run',
    play: async (context, site) => {
      const opened = await OpenedPage.open(context, site + CHAPTER);
      const first = await opened.press(RUN, RESULT);
      const firstBytes = await opened.bytes();
      return { first, again: await again(() => opened.press(RUN, RESULT)), firstBytes };
    },
  },
  {
    name: 'run, as by a mouse',
    play: async (context, site) => {
      const opened = await OpenedPage.open(context, site + CHAPTER);
      await opened.page.locator(RUN).hover();
      await opened.page.waitForTimeout(HOVER);
      return { first: await opened.press(RUN, RESULT) };
    },
  },
  {
    name: 'edit',
    play: async (context, site) => {
      const opened = await OpenedPage.open(context, site + CHAPTER);
      const edit = `${SNIPPET} [data-act=Edit]`;
      const openEditor = await opened.press(edit, `${SNIPPET} .tools`);
      const openBytes = await opened.bytes();
      const runText = await opened.press(`${SNIPPET} .tools button`, RESULT);
      return { open: openEditor, openBytes, firstRun: runText };
    },
  },
  {
    name: 'python',
    play: async (context, site) => {
      const opened = await OpenedPage.open(context, site + PYTHON_CHAPTER);
      const press = () => opened.press(`${PYTHON} .run`, PYTHON_RESULT);
      const cold = await press();
      const coldBytes = await opened.bytes();
      const later = await again(press);
      const visit = await OpenedPage.open(context, site + PYTHON_CHAPTER);
      const warm = await visit.press(`${PYTHON} .run`, PYTHON_RESULT);
      return { cold, warm, again: later, coldBytes };
    },
  },
  {
    name: 'django',
    django: true,
    play: async (context, site) => {
      const opened = await OpenedPage.open(context, `${site}workshop/django/`);
      const answer = '.beside-place .beside-who';
      const first = await opened.press('.beside-start:not([hidden]) button', answer);
      const firstBytes = await opened.bytes();
      const send = '.beside-place button[type=submit]';
      const later = await again(() => opened.press(send, answer));
      return { first, later, firstBytes };
    },
  },
  {
    name: 'stepper',
    play: async (context, site) => {
      const opened = await OpenedPage.open(context, `${site}workshop/follow/`);
      const first = await opened.press('.follow-start:not([hidden]) button', '.step-now');
      const firstBytes = await opened.bytes();
      const step = await again(() => opened.press('[data-go=next]', '.step-now'));
      return { first, step, firstBytes };
    },
  },
];
