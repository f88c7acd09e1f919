import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { useReader } from './reader.ts';

const LOOKS = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Narrower than a phone of today: what fits here fits everywhere. */
const NARROWEST = 320;

describe.skipIf(!inject('chromium'))('every page', () => {
  const open = useReader();

  it.concurrent.each(inject('pages'))(
    'meets WCAG 2.2 AA in two widths and two themes, fits its window, and complains of nothing: %s',
    async (address) => {
      const { page, complaints, close } = await open(address);
      const found: string[] = [];
      for (const { width, colorScheme } of LOOKS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const faults = await faultsOf(page);
        found.push(...faults.map((fault) => `at ${width}, ${colorScheme}: ${fault}`));
      }
      for (const width of [NARROWEST, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (excess > 0) found.push(`at ${width}: ${excess} pixels too wide`);
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );
});

describe.skipIf(!inject('chromium'))('what looks for faults', () => {
  const open = useReader();

  it('finds a picture without words and pale text', async () => {
    const { page, close } = await open(inject('fixture'));
    await page.evaluate(() => {
      const main = document.querySelector('main');
      main?.append(document.createElement('img'));
      const pale = document.createElement('p');
      pale.textContent = 'pale';
      pale.style.color = '#eee';
      pale.style.background = '#fff';
      main?.append(pale);
    });
    const rules = (await faultsOf(page)).map((fault) => fault.replace(/:.*/s, ''));
    expect(rules.toSorted()).toEqual(['color-contrast', 'image-alt']);
    await close();
  });
});
