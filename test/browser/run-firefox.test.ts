import type { Page } from 'puppeteer-core';
import { describe, expect, inject, it } from 'vitest';
import { linkTo } from '../../site/workshop/run/link.ts';
import { useFirefox } from './firefox.ts';
import { START } from './patience.ts';
import { readWheels } from '../site/workshop/python/start-python.ts';
import { chapterAt } from './run/workplace.ts';

const wheels = inject('firefox') ? readWheels() : undefined;

const chapter = chapterAt('1-wsgi/the-calling-convention');

/** Presses a button, waits for the run, and gives the texts of its result and of the editor's marks. */
async function press(page: Page, button: string): Promise<{ result: string; marks: string[] }> {
  await page.waitForSelector(button);
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

/** Runs a snippet by Python and gives what stands below it then. */
async function runPython(page: Page, id: string): Promise<string> {
  await page.waitForSelector(`#${id} .bar .run`);
  await page.evaluate((figure) => {
    const button = document.querySelector<HTMLElement>(`#${figure} .bar .run`);
    for (const fold of document.querySelectorAll(`#${figure} details`))
      fold.setAttribute('open', '');
    button?.click();
  }, id);
  await page.waitForSelector(`#${id} .run-state`, { timeout: START });
  return page.$eval(`#${id} .run-panel`, (panel) => (panel as HTMLElement).innerText);
}

describe.skipIf(!inject('firefox'))('snippets in Firefox', () => {
  const open = useFirefox();

  it('are run, and changed', async () => {
    const { page, complaints, close } = await open(chapter);
    const { result } = await press(page, '#by-hand [data-act=Run]');
    expect(result).toMatch(/^✓ 2 checks held/);

    const code = "1 + 1; // => 2\n1 + 1; // => 3\nthrow new RangeError('too far');";
    await page.evaluate((hash) => (location.hash = hash), await linkTo('hello', code));
    const { marks } = await press(page, '#hello .tools button');
    expect(marks).toEqual([
      '✓ holds:',
      '✗ fails: The value differs. - expected 3 + received 2',
      '! error: RangeError: too far',
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('are run by Python', async () => {
    const { page, complaints, close } = await open(chapterAt('1-wsgi/environ'));
    expect(await runPython(page, 'python-whole')).toContain('By CPython 3.14.2 in this page');
    await close();
    expect(complaints).toEqual([]);
  });

  it.skipIf(!wheels)('are run by real Django', async () => {
    const path = '3-django-code/from-environ-to-request';
    const { page, complaints, close } = await open(chapterAt(path));
    expect(await runPython(page, 'django-paths')).toContain('By Django 2.2.28 on CPython 3.14.2');
    await close();
    expect(complaints).toEqual([]);
  });

  it('are followed step by step', async () => {
    const { page, complaints, close } = await open(chapterAt('workshop/follow'));
    await page.locator('::-p-aria(Follow a request)').click();
    // The first step is shown, and the keyboard has been given to the way on.
    await page.waitForSelector('.stepper [data-go=next]:focus', { visible: true });
    const count = () => page.$eval('.step-count', ({ textContent }) => textContent);
    const first = await count();
    expect(first).toMatch(/^\d+ of \d+$/);
    await page.keyboard.press('ArrowRight');
    expect(await count()).not.toBe(first);
    await close();
    expect(complaints).toEqual([]);
  });
});
