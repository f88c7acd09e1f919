import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { EditorLanguage } from '../../site/workshop/editor/open-editor.ts';
import { faultsOf } from './axe.ts';
import { buildPage } from './editor/build-page.ts';
import { useFirefox } from './firefox.ts';
import { useReader } from './reader.ts';
import { type ServedSite, serve } from './serve.ts';

let folder: string;
let site: ServedSite;

beforeAll(async () => {
  folder = await buildPage();
  site = await serve({ folder, base: '/', content: 'fixture' });
});

afterAll(async () => {
  site.close();
  await rm(folder, { recursive: true });
});

async function openIn(page: Page, text: string, language: EditorLanguage = 'ts'): Promise<void> {
  await page.evaluate((options) => window.open_({ ...options, label: 'Code of hello' }), {
    text,
    language,
  });
}

const textOf = (page: Page): Promise<string> => page.evaluate(() => window.editor.text());
const heard = (page: Page): Promise<string[]> => page.evaluate(() => window.heard);
const box = (page: Page) => page.getByRole('textbox', { name: 'Code of hello' });

describe.skipIf(!inject('chromium'))('the editor', () => {
  const open = useReader();

  it('tells of changes and of Ctrl+Enter, indents, and undoes step by step', async () => {
    const { page, complaints, close } = await open(site.address);
    await openIn(page, 'if (hot) {\n}\n// end');
    // Read to its end: what a line is indented by depends on the whole.
    await page.locator('.cm-line:last-child span').waitFor();
    await box(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('cool();');
    expect(await textOf(page)).toBe('if (hot) {\n  cool();\n}\n// end');
    await page.keyboard.press('Control+Enter');
    expect((await heard(page)).filter((one) => !one.startsWith('said')).slice(-2)).toEqual([
      'change if (hot) {\n  cool();\n}\n// end',
      'run',
    ]);
    await page.evaluate(() => window.editor.setText('other'));
    expect((await heard(page)).at(-1)).toBe('run');
    await page.keyboard.press('Control+z');
    expect(await textOf(page)).toBe('if (hot) {\n  cool();\n}\n// end');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is typed over, in the colours of what was there, without a breach of the policy', async () => {
    const { page, complaints, close } = await open(site.address);
    await openIn(page, "const one = 'two';\nif (one) three();");
    await page.locator('.cm-line span').first().waitFor();
    await box(page).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('let it;');
    expect(await textOf(page)).toBe('let it;');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText("const a = 'b';\nreturn a;");
    expect(await textOf(page)).toBe("const a = 'b';\nreturn a;");
    await page.keyboard.press('Control+z');
    expect(await textOf(page)).toBe('let it;');
    expect(complaints).toEqual([]);
    await close();
  });

  it('is left by Escape and Tab, while Tab alone indents', async () => {
    const { page, close } = await open(site.address);
    await openIn(page, 'one');
    await box(page).focus();
    await page.keyboard.press('Tab');
    expect(await textOf(page)).toBe('  one');
    const after = page.getByRole('link', { name: 'After' });
    const isLeft = () => after.evaluate((link) => link === document.activeElement);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Tab');
    expect(await isLeft()).toBe(false);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await isLeft()).toBe(true);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    expect(await isLeft()).toBe(false);
    await close();
  });

  it('shows marks at their lines, walks through them by F8, and says them', async () => {
    const { page, complaints, close } = await open(site.address);
    await openIn(page, 'one\ntwo\nthree\nfour');
    await page.evaluate(() =>
      window.editor.showMarks([
        { line: 4, kind: 'error', message: 'TypeError: no' },
        { line: 1, kind: 'held', message: '' },
        {
          line: 2,
          kind: 'failed',
          message: 'The value differs.',
          detail: 'expected 2\nreceived 3',
        },
      ]),
    );
    await expect
      .poll(() => heard(page))
      .toContain('said Marks at lines: 1 holds, 1 fails, 1 error. F8 goes to the next.');
    await box(page).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F8');
    await expect
      .poll(() => heard(page))
      .toContain('said Line 2 fails. The value differs. expected 2\nreceived 3');
    await page.keyboard.press('F8');
    await page.keyboard.type('!');
    expect(await textOf(page)).toBe('one\ntwo\nthree\n!four');
    expect(await page.locator('.mark').allTextContents()).toEqual([
      '✓ holds: ',
      '✗ fails: The value differs.expected 2\nreceived 3',
    ]);
    await page.keyboard.press('Shift+F8');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('more');
    await page.keyboard.press('F8');
    await expect
      .poll(() => heard(page))
      .toContain('said Line 3 fails. The value differs. expected 2\nreceived 3');
    expect(complaints).toEqual([]);
    await close();
  });

  it('colours each language by the palette of the book, in either theme', async () => {
    const { page, complaints, close } = await open(site.address, { colorScheme: 'light' });
    const samples = [
      { text: 'const name = 1;', language: 'ts', word: 'const' },
      { text: 'return None', language: 'python', word: 'return' },
      { text: '<p lang="en">Hi</p>', language: 'html', word: 'p' },
    ] as const;
    for (const { text, language, word } of samples) {
      await openIn(page, text, language);
      const token = page.locator('.cm-line span', { hasText: new RegExp(`^${word}$`) }).first();
      const colour = () => token.evaluate((span) => getComputedStyle(span).color);
      await token.waitFor();
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await colour();
      expect(light).toBe(word === 'p' ? 'rgb(53, 81, 109)' : 'rgb(151, 41, 15)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await colour()).not.toBe(light);
      await page.evaluate(() => window.editor.destroy());
      expect(await page.locator('.editor').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('refuses changes where it is only to be read', async () => {
    const { page, close } = await open(site.address);
    await page.evaluate(() =>
      window.open_({ text: 'fixed', language: 'text', label: 'Code of hello', readOnly: true }),
    );
    await box(page).focus();
    await page.keyboard.type('x');
    expect(await textOf(page)).toBe('fixed');
    expect(await box(page).getAttribute('aria-readonly')).toBe('true');
    await close();
  });

  it('meets WCAG 2.2 AA with marks, in two widths and two themes', async () => {
    const { page, complaints, close } = await open(site.address);
    await openIn(page, `const wide = '${'x'.repeat(200)}';\nwide // => 2`);
    await page.evaluate(() =>
      window.editor.showMarks([
        { line: 1, kind: 'held', message: 'it holds' },
        { line: 2, kind: 'failed', message: 'The value differs.', detail: 'expected 2' },
      ]),
    );
    await page.locator('.cm-line span').first().waitFor();
    for (const width of [390, 1440]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect(await faultsOf(page)).toEqual([]);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(excess).toBeLessThanOrEqual(0);
      }
    }
    expect(complaints).toEqual([]);
    expect(await page.evaluate(() => window.breaches)).toEqual([]);
    await close();
  });
});

describe.skipIf(!inject('firefox'))('the editor in Firefox', () => {
  const open = useFirefox();

  it('opens, is typed in and shows marks without a breach of the policy', async () => {
    const { page, close } = await open(site.address);
    await page.evaluate(() =>
      window.open_({ text: 'const one = 1;', language: 'ts', label: 'Code of hello' }),
    );
    await page.evaluate(() => window.editor.focus());
    await page.keyboard.type('!');
    await page.evaluate(() =>
      window.editor.showMarks([{ line: 1, kind: 'failed', message: 'The value differs.' }]),
    );
    const seen = await page.evaluate(() => {
      const root = document.querySelector('.editor')?.shadowRoot;
      const gutter = root?.querySelector('.cm-gutters');
      return {
        text: window.editor.text(),
        breaches: window.breaches,
        mark: root?.querySelector('.mark')?.textContent,
        styled: gutter && getComputedStyle(gutter).display,
      };
    });
    await close();
    expect(seen).toEqual({
      text: '!const one = 1;',
      breaches: [],
      mark: '✗ fails: The value differs.',
      styled: 'flex',
    });
  });
});
