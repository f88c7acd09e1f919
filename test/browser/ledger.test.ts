import { describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';

const ledger = `${inject('fixture')}claims/`;

describe.skipIf(!inject('chromium'))('the ledger', () => {
  const open = useReader();

  it('shows the rows that a reader asks for, and keeps the wish in the address', async () => {
    const { page, complaints, close } = await open(ledger);
    const rows = page.locator('.source tbody tr:visible');
    expect(await rows.count()).toBe(7);
    await page.getByLabel('Verdict', { exact: true }).selectOption('wrong');
    expect(await rows.locator('th').allTextContents()).toEqual(['A06']);
    expect(await page.locator('.source h2:visible').count()).toBe(1);
    expect(await page.locator('.filter output').textContent()).toBe('1 of 7 claims');
    expect(new URL(page.url()).search).toBe('?verdict=wrong');
    await page.getByLabel('Verdict', { exact: true }).selectOption('');
    await page.getByLabel('Words', { exact: true }).fill('CALLABLE');
    expect(await rows.locator('th').allTextContents()).toEqual(['A01']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('opens as an address says', async () => {
    const { page, close } = await open(`${ledger}?source=pep&year=2003`);
    expect(await page.locator('.source tbody tr:visible').count()).toBe(3);
    expect(await page.getByLabel('Source', { exact: true }).inputValue()).toBe('pep');
    await close();
  });

  it('shows a row that a link asks for, even if it was filtered out', async () => {
    const { page, close } = await open(`${ledger}?verdict=wrong`);
    await page.evaluate(() => {
      location.hash = '#A01';
    });
    await expect.poll(() => page.locator('#A01').isVisible()).toBe(true);
    await close();
  });

  it('is a plain table without scripts, with no fields that do nothing', async () => {
    const { page, close } = await open(ledger, { javaScriptEnabled: false });
    expect(await page.locator('.source tbody tr:visible').count()).toBe(7);
    expect(await page.locator('.filter').isVisible()).toBe(false);
    await close();
  });
});
