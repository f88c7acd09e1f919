import { existsSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { parseChapter } from '../../src/doctest/parse/chapter.ts';
import { standStill, useReader } from './reader.ts';

/** What the book shows of a snippet, or a run of it. */
interface Shown {
  id: string;
  checks: number;
  /** Labels and texts of what was printed and of the value. */
  texts: string[];
  wrong: string[];
}

/** Every chapter of the book, by its address. */
const chapters = inject('pages').filter(
  (address) =>
    address.startsWith(inject('book')) && !/\/claims\/|404|\/appendix\/symbols\//.test(address),
);

/**
 * The snippets of a chapter that the build also held against one in another language: that is a
 * check more than a run in the page makes.
 */
function pairedIn(address: string): Set<string> {
  const file = `content/${address.slice(inject('book').length).replace(/\/$/, '') || 'index'}.mdx`;
  const path = new URL(`../../${file}`, import.meta.url);
  if (!existsSync(path)) return new Set();
  const { fences } = parseChapter(file, readFileSync(path, 'utf8'));
  return new Set(fences.filter(({ flags }) => flags['same-as']).map(({ id }) => id));
}

/** Runs every snippet that can be run, one after the other, each from the beginning. */
function runAll(page: Page): Promise<{ built: Shown; ran: Shown }[]> {
  return page.evaluate(async () => {
    const checksOf = (part: Element | null): number =>
      Number(/(\d+) checks?/.exec(part?.querySelector('.standing')?.textContent ?? '')?.[1] ?? 0);
    const shown = (id: string, part: Element, standing: Element | null): Shown => ({
      id,
      checks: checksOf(standing),
      texts: [...part.querySelectorAll(':scope > .printed')].map(
        (box) => box.textContent?.trim() ?? '',
      ),
      wrong: [...part.querySelectorAll(':scope > .difference')].map((box) => box.textContent ?? ''),
    });
    const pairs = [];
    for (const figure of document.querySelectorAll<HTMLElement>('.snippet[data-runs]')) {
      const ran = new Promise((resolve) =>
        document.addEventListener('workshop:ran', resolve, { once: true }),
      );
      figure.querySelector<HTMLElement>('.bar [data-act=Run]')?.click();
      await ran;
      const panel = figure.querySelector(':scope > .run');
      if (!panel) throw new Error(`${figure.id} shows no result.`);
      pairs.push({
        built: shown(figure.id, figure, figure.querySelector(':scope > .bar')),
        ran: shown(figure.id, panel, panel),
      });
    }
    return pairs;
  });
}

describe.skipIf(!inject('chromium'))('what a snippet gives in the sandbox', () => {
  const open = useReader();
  let ran = 0;

  it.each(chapters)('is what the build captured: %s', async (address) => {
    const { page, complaints, close } = await open(address);
    // On a busy machine a run may take more than its second: here no second passes.
    await standStill(page);
    const pairs = await runAll(page);
    ran += pairs.length;
    const paired = pairedIn(address);
    expect(pairs.map((pair) => pair.ran)).toEqual(
      pairs.map(({ built }) => ({ ...built, checks: built.checks - Number(paired.has(built.id)) })),
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('was asked of hundreds of snippets', () => {
    expect(ran).toBeGreaterThan(400);
  });
});
