import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';

const chapter = inject('pages').find(
  (address) => address.endsWith('/1-wsgi/the-calling-convention/') && !address.includes('/book/'),
);

/** The middle of the first place where a word stands in a line of code. */
function middleOf(page: Page, line: string, word: string): Promise<{ x: number; y: number }> {
  return page.evaluate(
    ([id, text]) => {
      const walker = document.createTreeWalker(
        document.getElementById(id ?? '') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text ?? '') ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + (text?.length ?? 0));
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      throw new Error(`${id} has no ${text}`);
    },
    [line, word],
  );
}

describe.skipIf(!inject('chromium'))('the types of names', () => {
  const open = useReader();

  it('come when a reader points at a snippet, and not before', async () => {
    const { page, complaints, close } = await open(chapter ?? '');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const line = page.locator('#by-hand-L5');
    await line.scrollIntoViewIfNeeded();
    expect(asked.filter((path) => /names/.test(path))).toEqual([]);
    const loaded = page.waitForResponse('**/names/1-wsgi/the-calling-convention.json');
    await line.hover({ position: { x: 5, y: 5 } });
    await loaded;
    const { x, y } = await middleOf(page, 'by-hand-L5', 'setupTestingDefaults');
    const tip = page.locator('.name-tip.open');
    await expect
      .poll(async () => {
        await page.mouse.move(x, y);
        await page.mouse.move(x + 1, y);
        return tip.count();
      })
      .toBe(1);
    expect(await tip.textContent()).toMatch(/^setupTestingDefaults: \(environ: Partial<Environ>\)/);
    await page.keyboard.press('Escape');
    expect(await tip.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are walked through by keyboard in a snippet that has the focus', async () => {
    const { page, complaints, close } = await open(chapter ?? '');
    const tip = page.locator('.name-tip.open');
    await page.locator('#by-hand .bar-title').focus();
    const isInCode = () => page.evaluate(() => document.activeElement?.className === 'scroll');
    while (!(await isInCode())) await page.keyboard.press('Tab');
    await tip.waitFor();
    expect(await tip.textContent()).toMatch(/^type Header/);
    await page.keyboard.press('ArrowRight');
    expect(await tip.textContent()).toMatch(/^type PartialEnviron/);
    await page.keyboard.press('ArrowLeft');
    expect(await tip.textContent()).toMatch(/^type Header/);
    await page.keyboard.press('Tab');
    expect(await tip.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
