/**
 * An edit of a chapter in dev: from the write to the changed page, with doctests and without.
 *
 * @module
 */

import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../browser/find-chromium.ts';
import { median } from './statistics.ts';

/** Medians in milliseconds. */
export interface EditFigures {
  withDoctests: number;
  without: number;
  /** How much later the page is there with doctests. */
  delay: number;
  budget: number;
  rounds: number;
}

const BUDGET = 250;
const root = join(import.meta.dirname, '../..');
const CHAPTER = '3-django-code/the-chain-of-middleware';

/** Measures edits, or gives null where there is no browser to see them in. */
export async function benchEdit(rounds: number): Promise<EditFigures | null> {
  const executablePath = findChromium();
  if (executablePath === undefined) return null;
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  const servers: Dev[] = [];
  try {
    const on = await startDev(browser, {});
    servers.push(on);
    const off = await startDev(browser, { DOCTEST: 'off' });
    servers.push(off);
    const times = { on: [] as number[], off: [] as number[] };
    for (let round = -2; round < rounds; round += 1) {
      const took = { on: await edit(on, round), off: await edit(off, round) };
      if (round < 0) continue;
      times.on.push(took.on);
      times.off.push(took.off);
    }
    const [withDoctests, without] = [median(times.on), median(times.off)];
    return { withDoctests, without, delay: withDoctests - without, budget: BUDGET, rounds };
  } finally {
    await browser.close();
    for (const { server, folder } of servers) {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Edits are made in a copy: whatever happens, the book stays as it is. */
function copyProject(): string {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const copy = mkdtempSync(join(root, '.cache', 'bench-'));
  for (const part of [
    'content',
    'site',
    'src',
    'test/oracle',
    'astro.config.mjs',
    'doctest.config.ts',
    'package.json',
    'tsconfig.json',
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

interface Dev {
  folder: string;
  server: ChildProcess;
  page: Page;
}

async function startDev(browser: Browser, env: Record<string, string>): Promise<Dev> {
  const cwd = copyProject();
  const port = await freePort();
  const server = spawn(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)],
    {
      cwd,
      env: {
        ...process.env,
        ...env,
        ROUND_TRIP_CACHE: join(cwd, `.cache-${port}`),
        ASTRO_TELEMETRY_DISABLED: '1',
        ASTRO_DEV_BACKGROUND: '0',
      },
      stdio: 'ignore',
    },
  );
  const page = await browser.newPage();
  const address = `http://localhost:${port}/${CHAPTER}/`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      await page.goto(address, { timeout: 60_000 });
      await page.waitForSelector('figure.snippet', { timeout: 60_000 });
      return { folder: cwd, server, page };
    } catch (error) {
      if (server.exitCode !== null)
        throw new Error(`The dev server ended with ${server.exitCode}.`, { cause: error });
      if (attempt > 60) throw error;
      await new Promise((resolve) => void setTimeout(resolve, 500));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Long enough for the server to have finished what the edit before set off. */
const PAUSE = 1500;

/** Changes a word of a snippet and waits until the page shows it. */
async function edit({ folder, page }: Dev, round: number): Promise<number> {
  const path = join(folder, 'content', `${CHAPTER}.mdx`);
  const word = `edit number ${round}`;
  const source = readFileSync(path, 'utf8').replace(
    /\n```ts (.*)\n(\/\/ edit number .*\n)?/,
    `\n\`\`\`ts $1\n// ${word}\n`,
  );
  await new Promise((resolve) => void setTimeout(resolve, PAUSE));
  const begun = performance.now();
  writeFileSync(path, source);
  await page.waitForFunction((text) => document.body.textContent?.includes(text), word, {
    polling: 5,
    timeout: 60_000,
  });
  return Math.round(performance.now() - begun);
}
