import { describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';

const INDEX = `${inject('fixture')}appendix/symbols/`;

describe.skipIf(!inject('chromium'))('the symbols of the runtime', () => {
  const open = useReader();

  it('are filtered by words of either language, and what is empty then is hidden', async () => {
    const { page, complaints, close } = await open(`${INDEX}django.greeting/`);
    const rows = page.locator('.module tbody tr:not(.file):visible');
    expect(await rows.count()).toBe(2);
    await page.getByRole('searchbox').fill('greeting SAY');
    expect(await rows.allTextContents()).toEqual(['Greeting.sayGreeting.say2']);
    expect(await page.getByRole('status').textContent()).toBe('1 symbol');
    await page.getByRole('searchbox').fill('nothing of the kind');
    expect(await page.locator('.module:visible').count()).toBe(0);
    await page.getByRole('searchbox').fill('');
    expect(await rows.count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are found from the page of all modules', async () => {
    const { page, complaints, close } = await open(INDEX);
    await page.getByRole('searchbox').fill('say');
    await page.getByRole('link', { name: 'Greeting.say' }).click();
    expect(page.url()).toBe(`${INDEX}django.greeting/#django.greeting.words`);
    expect(complaints).toEqual([]);
    await close();
  });
});
