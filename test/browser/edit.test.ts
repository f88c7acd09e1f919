import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { linkTo } from '../../site/workshop/run/link.ts';
import { standStill, useReader } from './reader.ts';
import {
  chapterAt,
  ran,
  retype,
  violationsOf,
  type Workplace,
  workplaceOf,
} from './run/workplace.ts';

const chapter = chapterAt('1-wsgi/the-calling-convention');
const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const isFocused = (element: Element) => element.matches(':focus');

/** The next text that is run gives what it should. */
async function expectToRunOn(page: Page, work: Workplace): Promise<void> {
  await retype(page, work, '2 + 2');
  await ran(page, () => work.tool('Run').click());
  expect(await work.result.innerText()).toMatch(/Value\s+4\s*$/);
}

describe.skipIf(!inject('chromium'))('Edit on a snippet', () => {
  const open = useReader();

  it('is used by keyboard alone: opened, typed into, run, left, closed', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'by-hand');
    await work.edit.focus();
    await page.keyboard.press('Enter');
    await work.code.waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n1 + 1; // => 2\n1 + 1; // => 3\nconsole.log("printed");');
    await ran(page, () => page.keyboard.press('Control+Enter'));
    expect(await work.result.innerText()).toMatch(
      /^✗ 1 of 4 checks failed\s+Ran the snippet before it, then your text, in \d+ ms\.\s+Output\s+printed\s*$/,
    );
    expect(await page.getByRole('status').last().textContent()).toMatch(
      /^by-hand: 1 of 4 checks failed\. The value differs\. Line 16\. Output: printed$/,
    );
    await page.keyboard.press('Escape');
    expect(await work.tool('Run').evaluate(isFocused)).toBe(true);
    await work.tool('Close').press('Enter');
    expect(await work.edit.evaluate(isFocused)).toBe(true);
    expect(await work.code.count()).toBe(0);
    expect(await work.figure.locator('.scroll').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows each expectation at its line, and what differs', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(
      page,
      work,
      "const a: string[] = ['x'];\na; // => ['x']\na; // => ['y']\na.b(); // throws TypeError",
    );
    await ran(page, () => work.tool('Run').click());
    expect(await work.code.locator('.mark.held').count()).toBe(2);
    expect(await work.code.locator('.mark.failed').innerText()).toMatch(
      /The value differs\.\s+- expected {2}\['y'\]\s+\+ received {2}\['x'\]/,
    );
    await retype(page, work, 'const a = 1;\nconst a = 2;');
    await ran(page, () => work.tool('Run').click());
    expect(await work.code.locator('.mark.error').innerText()).toContain(
      "Identifier 'a' has already been declared",
    );
    await retype(page, work, "const one = 1;\n\nthrow new RangeError('too far');");
    await ran(page, () => work.tool('Run').click());
    expect(await work.code.locator('.mark.error').innerText()).toContain('RangeError: too far');
    expect(await work.code.locator('.marked.error').innerText()).toContain('throw');
    await retype(page, work, "import { nothing } from '#runtime/codecs';\nnothing;");
    await ran(page, () => work.tool('Run').click());
    expect(await work.code.locator('.mark.error').innerText()).toContain(
      '"#runtime/codecs" exports no "nothing".',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that types are not checked, and does not check them', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    expect(await work.figure.locator('.edit-note').innerText()).toContain(
      'Types are not checked here',
    );
    await retype(page, work, "const a: number = 'text';\na; // => 'text'");
    await ran(page, () => work.tool('Run').click());
    expect(await work.result.innerText()).toContain('1 check held');
    expect(complaints).toEqual([]);
    await close();
  });

  it('ends at its limit what does not end, and runs on', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, 'for (;;) {}');
    await ran(page, () => work.tool('Run').click());
    expect(await work.result.innerText()).toMatch(/^✗ stopped/);
    expect(await work.code.locator('.mark.error').innerText()).toContain(
      'Stopped after 1 s: the snippet does not end.',
    );
    await expectToRunOn(page, work);
    expect(complaints).toEqual([]);
    await close();
  });

  it('ends when it is told to what would go on, and runs on', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, 'await new Promise(() => {});');
    // Half a second passes, not the whole one after which the snippet would be stopped anyway.
    await standStill(page);
    await ran(page, async () => {
      await work.tool('Run').click();
      await page.clock.runFor(500);
      await work.result.getByRole('button', { name: 'Stop' }).click();
    });
    expect(await work.code.locator('.mark.error').innerText()).toMatch(/Stopped\.$/);
    await page.clock.resume();
    await expectToRunOn(page, work);
    expect(complaints).toEqual([]);
    await close();
  });

  it('ends what prints without end, and shows a printed tag as text', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, "for (;;) console.log('<img src=x onerror=alert(1)>');");
    await ran(page, () => work.tool('Run').click());
    expect(await work.code.locator('.mark.error').innerText()).toContain(
      'Stopped: the snippet printed more than 65536 bytes.',
    );
    expect(await work.result.locator('img').count()).toBe(0);
    expect(await work.result.locator('pre').innerText()).toContain('<img src=x');
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives the book back by Reset, and the reader’s text back by Undo', async () => {
    const { page, complaints, close } = await open(chapter, CLIPBOARD);
    const work = workplaceOf(page, 'hello');
    const book = (await work.figure.locator('.scroll code').innerText()).trim();
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, 'mine();');
    await work.tool('Reset').click();
    await work.tool('Copy').click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain(book.split('\n')[0]?.trim());
    await work.tool('Undo').click();
    await work.tool('Copy').click();
    await expect.poll(copied).toBe('mine();');
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what was typed when the page is left, until it is reset', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, 'kept();');
    await page.reload();
    await work.edit.click();
    await expect.poll(() => work.code.innerText()).toBe('kept();');
    await work.tool('Reset').click();
    await page.reload();
    await work.edit.click();
    await expect.poll(() => work.code.innerText()).toContain('startResponse');
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that a later run is without the reader’s changes', async () => {
    const { page, complaints, close } = await open(chapter);
    const hello = workplaceOf(page, 'hello');
    await hello.edit.click();
    await hello.code.waitFor();
    await retype(page, hello, 'const hello = 1;');
    const later = workplaceOf(page, 'by-hand');
    await ran(page, () => later.run.click());
    expect(await later.result.innerText()).toMatch(
      /2 checks held[\s\S]*The book's text of hello was run, without your changes\./,
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('meets WCAG 2.2 AA with an open editor and failed expectations', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, "1; // => 1\n1; // => 2\nconsole.log(`${'long\\n'.repeat(40)}`);");
    await ran(page, () => work.tool('Run').click());
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(!inject('chromium'))('a link with code', () => {
  const open = useReader();

  it('opens the editor with the code, and runs nothing before the reader does', async () => {
    const { page, close } = await open(chapter, CLIPBOARD);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, "console.log('shared: ✓');");
    await work.tool('Share').click();
    await work.figure.locator('.said').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await close();

    const other = await open(link);
    const shared = workplaceOf(other.page, 'hello');
    await expect.poll(() => shared.code.innerText()).toBe("console.log('shared: ✓');");
    expect(await shared.result.isVisible()).toBe(false);
    await ran(other.page, () => shared.tool('Run').click());
    expect(await shared.result.innerText()).toContain('shared: ✓');
    expect(other.complaints).toEqual([]);
    await other.close();
  });

  it('is followed on a page that is open already, and Undo gives back what was there', async () => {
    const { page, complaints, close } = await open(chapter);
    const work = workplaceOf(page, 'hello');
    await work.edit.click();
    await work.code.waitFor();
    await retype(page, work, 'mine();');
    const fragment = await linkTo('hello', 'theirs();');
    await page.evaluate((hash) => (location.hash = hash), fragment);
    await expect.poll(() => work.code.innerText()).toBe('theirs();');
    await work.tool('Undo').click();
    await expect.poll(() => work.code.innerText()).toBe('mine();');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['hello!edit=d!!!', 'This link is broken, or cut off.'],
    ['hello!edit=dAAAA', 'This link is broken, or cut off.'],
    ['hello!edit=p_-8', 'This link is broken, or cut off.'],
    ['no-such!edit=pMQ', 'This page has no snippet "no-such" that it can run.'],
    ['main!edit=pMQ', 'This page has no snippet "main" that it can run.'],
  ])('that cannot be used is told in a sentence: #%s', async (fragment, words) => {
    const { page, complaints, close } = await open(`${chapter}#${fragment}`);
    const said = page.getByRole('alert');
    expect(await said.innerText()).toContain(words);
    await said.getByRole('button', { name: 'Close' }).click();
    expect(await said.count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });
});
