/**
 * The workshop in Chromium, on the built site: how long a reader waits, and what is loaded.
 *
 * @module
 */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { bundle } from '../../site/workshop/build/bundle.ts';
import { findChromium, HOW_TO_GET_ONE } from '../browser/find-chromium.ts';
import { FLAGS } from '../browser/launch-chromium.ts';
import { serve } from '../browser/serve.ts';
import { buildSite, type BuiltSite, discard } from '../site/build-site.ts';
import { rounded, spreadOf, type Spread } from './statistics.ts';
import { SCENES, type Figures } from './workshop/scenes.ts';

/** What was found. Times are in milliseconds, `…Bytes` in bytes compressed with gzip. */
export interface WorkshopFigures {
  rounds: number;
  scenes: Record<string, Record<string, Spread | number>>;
  /** Whether real Django was measured: the site has it after `npm run wheels`. */
  django: boolean;
  budgets: Budget[];
  shortfalls: string[];
}

/** The most that a figure's median may be. */
export interface Budget {
  scene: string;
  figure: string;
  most: number;
}

const BUDGETS: Budget[] = [
  { scene: 'run', figure: 'first', most: 300 },
  { scene: 'run', figure: 'again', most: 50 },
  { scene: 'django', figure: 'first', most: 5000 },
];

const HASHED = /^_astro\/|^workshop\/(?:python\/)?[\w-]+-[0-9a-f]{12}\./;

/** Measures every scene so many times. @throws {Error} where no Chromium is found */
export async function benchWorkshop(rounds: number): Promise<WorkshopFigures> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(HOW_TO_GET_ONE);
  const site = await buildSite({ content: 'book', base: '/' });
  await addBenchPage(site);
  const served = await serve(site, (path) => ({
    'Cache-Control': HASHED.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
  }));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const manifest = (await (await fetch(`${served.address}workshop/manifest.json`)).json()) as {
      python: { django?: unknown };
    };
    const django = manifest.python.django !== undefined;
    const played: Record<string, Figures[]> = {};
    for (let round = 0; round < rounds; round += 1) {
      for (const { name, play, ...scene } of SCENES) {
        if (scene.django && !django) continue;
        const context = await browser.newContext();
        (played[name] ??= []).push(await play(context, served.address));
        await context.close();
      }
    }
    const scenes = Object.fromEntries(
      Object.entries(played).map(([name, figures]) => [name, summed(figures)]),
    );
    return { rounds, scenes, django, budgets: BUDGETS, shortfalls: shortfallsOf(scenes) };
  } finally {
    await browser.close();
    served.close();
    await discard(site);
  }
}

/** Says each figure in a line. */
export function describeWorkshop({ scenes, django }: WorkshopFigures): string[] {
  const lines = Object.entries(scenes).flatMap(([scene, figures]) =>
    Object.entries(figures).map(([figure, value]) =>
      typeof value === 'number'
        ? `${scene}: ${figure} ${rounded(value / 1024)} KB`
        : `${scene}: ${figure} ${value.median} ms (${value.least} to ${value.most})`,
    ),
  );
  return django ? lines : [...lines, 'django: NOT MEASURED, this site was built without it'];
}

function summed(rounds: Figures[]): Record<string, Spread | number> {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    names.map((name) => {
      const values = rounds.map((figures) => rounded(figures[name] ?? Number.NaN));
      return [name, name.endsWith('Bytes') ? (rounds[0]?.[name] ?? 0) : spreadOf(values)];
    }),
  );
}

function shortfallsOf(scenes: WorkshopFigures['scenes']): string[] {
  return BUDGETS.flatMap(({ scene, figure, most }) => {
    const found = scenes[scene]?.[figure];
    if (typeof found !== 'object' || found.median <= most) return [];
    return [`${scene}: ${figure} took ${found.median} ms, more than ${most}`];
  });
}

/** A page beside the book's own, with the book's policy, that can reach the sandbox itself. */
async function addBenchPage({ folder }: BuiltSite): Promise<void> {
  const define = { 'import.meta.env.BASE_URL': '"/"' };
  const script = await bundle({
    entry: 'test/bench/workshop/sandbox-page.ts',
    format: 'esm',
    define,
  });
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The bench</title><body><script type="module" src="/bench.js"></script></body></html>`;
  await writeFile(join(folder, 'bench.js'), script);
  await writeFile(join(folder, 'bench.html'), page);
}
