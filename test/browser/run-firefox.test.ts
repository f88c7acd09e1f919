import type { Page } from 'puppeteer-core';
import { describe, expect, inject, it } from 'vitest';
import { linkTo } from '../../site/workshop/run/link.ts';
import { useFirefox } from './firefox.ts';
import { chapterAt } from './run/workplace.ts';

const chapter = chapterAt('1-wsgi/the-calling-convention');

/** Presses a button, waits for the run, and gives the texts of its result and of the editor's marks. */
function press(page: Page, button: string): Promise<{ result: string; marks: string[] }> {
  return page.evaluate(async (selector) => {
    const pressed = document.querySelector<HTMLElement>(selector);
    const ran = new Promise((resolve) =>
      document.addEventListener('workshop:ran', resolve, { once: true }),
    );
    pressed?.click();
    await ran;
    const figure = pressed?.closest('.snippet');
    const editor = figure?.querySelector('.editor')?.shadowRoot;
    return {
      result: figure?.querySelector<HTMLElement>(':scope > .run')?.innerText ?? '',
      marks: [...(editor?.querySelectorAll<HTMLElement>('.mark') ?? [])].map((mark) =>
        mark.innerText.replaceAll(/\s+/g, ' ').trim(),
      ),
    };
  }, button);
}

describe.skipIf(!inject('firefox'))('snippets in Firefox', () => {
  const open = useFirefox();

  it('are run, and changed', async () => {
    const { page, complaints, close } = await open(chapter);
    const { result } = await press(page, '#by-hand [data-act=Run]');
    expect(result).toMatch(/^✓ 2 checks held/);

    const code = "1 + 1; // => 2\n1 + 1; // => 3\nthrow new RangeError('too far');";
    await page.evaluate((hash) => (location.hash = hash), await linkTo('hello', code));
    await page.waitForSelector('#hello .tools button');
    const { marks } = await press(page, '#hello .tools button');
    expect(marks).toEqual([
      '✓ holds:',
      '✗ fails: The value differs. - expected 3 + received 2',
      '! error: RangeError: too far',
    ]);
    expect(complaints).toEqual([]);
    await close();
  });
});
