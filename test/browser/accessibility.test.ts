import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const views = [390, 1440].flatMap((width) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe.skipIf(!inject('chromium'))('every page', () => {
  const open = useReader();

  describe.each(views)('at $width pixels, $colorScheme', ({ width, colorScheme }) => {
    it.each(inject('pages'))('meets WCAG 2.2 AA and complains of nothing: %s', async (address) => {
      const viewport = { width, height: 900 };
      const { page, complaints, close } = await open(address, { viewport, colorScheme });
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html}`),
      );
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    it.each(inject('pages'))('needs no scrolling sideways: %s', async (address) => {
      const narrow = width === 390 ? 320 : width;
      const { page, close } = await open(address, { viewport: { width: narrow, height: 900 } });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      await close();
    });
  });
});
