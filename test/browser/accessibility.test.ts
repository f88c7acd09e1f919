import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const LOOKS = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

/** Narrower than a phone of today: what fits here fits everywhere. */
const NARROWEST = 320;

describe.skipIf(!inject('chromium'))('every page', () => {
  const open = useReader();

  it.concurrent.each(inject('pages'))(
    'meets WCAG 2.2 AA and complains of nothing, in two widths and two themes: %s',
    async (address) => {
      const { page, complaints, close } = await open(address);
      const found: string[] = [];
      for (const { width, colorScheme } of LOOKS) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
        for (const { id, nodes } of violations) {
          found.push(...nodes.map(({ html }) => `${id} at ${width}, ${colorScheme}: ${html}`));
        }
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.concurrent.each(inject('pages'))('needs no scrolling sideways: %s', async (address) => {
    const { page, close } = await open(address);
    for (const width of [NARROWEST, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
    }
    await close();
  });
});
