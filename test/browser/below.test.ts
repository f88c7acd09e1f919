import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { linkTo } from '../../site/workshop/run/link.ts';
import { START } from './patience.ts';
import { useReader } from './reader.ts';
import { ran, workplaceOf } from './run/workplace.ts';

const BELOW = inject('bookBelow');
const CHAPTER = '1-wsgi/the-calling-convention/';

/** What a reader does on a page of the book, by its path. */
const VISITS: { does: string; path: string; visit: (page: Page) => Promise<void> }[] = [
  {
    does: 'runs a snippet and edits it',
    path: CHAPTER,
    visit: async (page) => {
      const { run, edit, code, tool, result } = workplaceOf(page, 'by-hand');
      await ran(page, () => run.click());
      await edit.click();
      await code.waitFor();
      await ran(page, () => tool('Run').click());
      expect(await result.innerText()).toMatch(/^✓ 2 checks held/);
    },
  },
  {
    does: 'opens a link with code in it',
    path: `${CHAPTER}${await linkTo('hello', '1 + 1; // => 2')}`,
    visit: async (page) => {
      const { code, tool, result } = workplaceOf(page, 'hello');
      await code.waitFor();
      await ran(page, () => tool('Run').click());
      expect(await result.innerText()).toMatch(/^✓ 1 check held/);
    },
  },
  {
    does: 'runs Python',
    path: '1-wsgi/environ/',
    visit: async (page) => {
      await page.locator('#python-receive .bar .run').click();
      await page.locator('#python-receive .run-panel .standing').waitFor({ timeout: START });
      expect(await page.locator('#python-receive .run-panel').innerText()).toContain('CPython');
    },
  },
  {
    does: 'follows a request',
    path: 'workshop/follow/#step=django.core.handlers.base:BaseHandler.get_response',
    visit: async (page) => {
      await page.locator('.step-line.now', { hasText: 'getResponse(request' }).waitFor();
      await page.keyboard.press('End');
      expect(await page.locator('.step-wire').textContent()).toContain('HTTP/1.1 200 OK');
    },
  },
  {
    does: 'opens a project and sends a request',
    path: 'workshop/playground/',
    visit: async (page) => {
      await page.locator('button[value="hello"]').click();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.locator('.bench .status', { hasText: '200 OK' }).waitFor();
    },
  },
  {
    does: 'goes on where the book was left',
    path: 'progress/',
    visit: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByRole('link', { name: 'The calling convention' }).first().click();
      await page.waitForURL(`${BELOW}${CHAPTER}`);
    },
  },
];

describe.skipIf(!inject('chromium'))('the book under a path of its host', () => {
  const open = useReader();

  it.each(VISITS)('asks for nothing beside that path when a reader $does', async (wanted) => {
    const { page, complaints, close } = await open('about:blank');
    const answered: string[] = [];
    page.on('response', (response) => answered.push(`${response.status()} ${response.url()}`));
    await page.goto(BELOW + wanted.path);
    await wanted.visit(page);
    await close();
    const isOurs = (answer: string): boolean =>
      answer.startsWith(`200 ${BELOW}`) || /^200 (?:blob|data):/.test(answer);
    expect(answered.filter((answer) => !isOurs(answer))).toEqual([]);
    expect(answered.length).toBeGreaterThan(3);
    expect(complaints).toEqual([]);
  });
});
