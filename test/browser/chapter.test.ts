import { describe, expect, inject, it } from 'vitest';
import { standStill, useReader } from './reader.ts';

const CHAPTER = `${inject('fixture')}1-wsgi/the-calling-convention/`;

describe.skipIf(!inject('chromium'))('a chapter', () => {
  const open = useReader();

  it('goes round the themes and remembers the choice before the first paint', async () => {
    const { page, complaints, close } = await open(CHAPTER, { colorScheme: 'light' });
    const paper = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByRole('button', { name: 'Theme: auto' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    expect(await paper()).not.toBe(light);
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await page.getByRole('button', { name: 'Theme: dark' }).click();
    expect(await paper()).toBe(light);
    expect(complaints).toEqual([]);
    await close();
  });

  it('marks the one line that the address names', async () => {
    const { page, close } = await open(`${CHAPTER}#hello-L4`);
    expect(await page.locator('.line:target').textContent()).toContain('environ.PATH_INFO');
    expect(await page.locator('.line.marked').count()).toBe(1);
    await close();
  });

  it('marks a range of lines by its address and by a shift-click', async () => {
    const { page, close } = await open(`${CHAPTER}#hello-L3-L7`);
    expect(await page.locator('.line.marked').count()).toBe(5);
    await page.locator('#hello-L9 .ln').click();
    await page.locator('#hello-L10 .ln').click({ modifiers: ['Shift'] });
    expect(new URL(page.url()).hash).toBe('#hello-L9-L10');
    expect(await page.locator('.line.marked').count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Copy link to lines 9 to 10' }).count()).toBe(1);
    await close();
  });

  it('keeps an answer folded on the screen, and shows it on paper', async () => {
    const { page, close } = await open(CHAPTER);
    const heights = (): Promise<number[]> =>
      page
        .locator('.prose > details > p')
        .evaluateAll((answers) =>
          answers.map((answer) => (answer.checkVisibility() ? answer.clientHeight : 0)),
        );
    expect(await heights()).toEqual([0]);
    await page.emulateMedia({ media: 'print' });
    expect(await heights()).toEqual([expect.toSatisfy((height: number) => height > 0)]);
    await close();
  });

  it('moves among line numbers by the arrow keys', async () => {
    const { page, close } = await open(CHAPTER);
    await page.locator('#hello-L1 .ln').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/#hello-L2');
    await close();
  });

  it('copies code as it was written, without numbers or arrows', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, close } = await open(CHAPTER, { permissions });
    await standStill(page);
    await page.locator('#hello').getByRole('button', { name: 'Copy' }).click();
    await page.locator('#hello').getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain("answer.status // => '200 OK'\nanswer.body.length // => 11\n");
    expect(copied.startsWith('import type')).toBe(true);
    await close();
  });

  it('names the current section in the running head', async () => {
    const { page, close } = await open(`${CHAPTER}#what-is-printed`, {
      viewport: { width: 1440, height: 700 },
    });
    await page.locator('.here', { hasText: 'What is printed' }).waitFor();
    expect(await page.locator('.contents [aria-current]').textContent()).toBe('What is printed');
    await close();
  });
});

describe.skipIf(!inject('chromium'))('a chapter without scripts', () => {
  const open = useReader();

  it('reads whole, marks lines, and opens the proofs of a claim', async () => {
    const options = { javaScriptEnabled: false };
    const { page, complaints, close } = await open(`${CHAPTER}#hello-L4`, options);
    expect(await page.locator('.line:target').count()).toBe(1);
    expect(await page.getByRole('button', { name: /Theme|Copy/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'A01' }).first().click();
    const proofs = page.locator('#claim-A01-proofs');
    expect(await proofs.isVisible()).toBe(true);
    expect(await proofs.getByRole('link', { name: 'hello' }).getAttribute('href')).toBe('#hello');
    await page.locator('.chapters summary').click();
    expect(await page.locator('.panel').getByRole('link').count()).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(!inject('chromium'))('a turn of the page', () => {
  const open = useReader();

  it('is seen, and complains of nothing: the styles that ask for it are there in time', async () => {
    const { page, complaints, close } = await open('about:blank');
    await page.addInitScript(() => {
      addEventListener('pagereveal', ({ viewTransition }) => {
        document.documentElement.dataset['turned'] = String(viewTransition !== null);
      });
    });
    const turned: (string | undefined)[] = [];
    for (const next of ['Next', 'Previous', 'Next', 'Previous']) {
      if (turned.length === 0) await page.goto(CHAPTER);
      await page.locator('.turn').getByRole('link', { name: next }).click();
      await page.waitForURL(next === 'Next' ? '**/an-article/' : '**/the-calling-convention/');
      const seen = await page.waitForFunction(() => document.documentElement.dataset['turned']);
      turned.push(await seen.jsonValue());
    }
    expect(turned).toContain('true');
    expect(complaints).toEqual([]);
    await close();
  });
});
