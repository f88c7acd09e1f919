import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { KEPT, KEY } from '../../site/workshop/progress/store.ts';
import { LEAST } from '../../site/workshop/progress/reading.ts';
import { namesOf } from '../../site/workshop/progress/progress.ts';
import { readProgress } from '../../site/workshop/progress/text.ts';
import { faultsOf } from './axe.ts';
import { useReader } from './reader.ts';
import { chapterAt, ran, workplaceOf } from './run/workplace.ts';

const BOOK = inject('fixture');
const CHAPTER = `${BOOK}1-wsgi/the-calling-convention/`;
const OTHER = `${BOOK}2-other-articles/an-article/`;
const PROGRESS = `${BOOK}progress/`;
const ID = '1-wsgi/the-calling-convention';

const kept = (page: Page): Promise<string> =>
  page.evaluate((key) => localStorage.getItem(key) ?? '', KEY);
const read = async (page: Page): Promise<string[]> => {
  const text = await kept(page);
  return text === '' ? [] : namesOf(readProgress(text), 'read');
};
const toTheEnd = (page: Page): Promise<void> => page.locator('.turn').scrollIntoViewIfNeeded();
const begin = (page: Page): Promise<void> => page.evaluate(() => scrollBy(0, 300));

/** Has every page of a context begin with this in its storage. */
async function start(context: BrowserContext, text: string): Promise<void> {
  await context.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem('started')) return;
      sessionStorage.setItem('started', 'yes');
      localStorage.setItem(key, text);
    },
    [KEY, text] as const,
  );
}

const SOME = JSON.stringify({
  format: 'round-trip progress',
  version: 1,
  cleared: 0,
  read: { [ID]: { made: 5 } },
  ran: { [`${ID}#hello`]: { made: 5 }, [`${ID}#other`]: { made: 5 } },
  attempted: {},
  solved: { [`${ID}#greet`]: { made: 5 } },
  place: { chapter: ID, anchor: 'what-is-printed', section: 'What is printed', done: false, at: 5 },
});

describe.skipIf(!inject('chromium'))('a chapter', () => {
  const open = useReader();

  it('counts as read at its end, once the page was looked at for a while', async () => {
    const { page, complaints, close } = await open('about:blank');
    await page.clock.install();
    await page.goto(CHAPTER);
    await begin(page);
    await page.locator('.reading button').waitFor({ state: 'attached' });
    await page.clock.runFor(LEAST + 1000);
    expect(await read(page)).toEqual([]);
    await toTheEnd(page);
    await page.getByText('✓ Marked as read.').waitFor();
    expect(await read(page)).toEqual([ID]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('does not count for a leap to its end, and counts when the reader stays there', async () => {
    const { page, close } = await open('about:blank');
    await page.clock.install();
    await page.goto(CHAPTER);
    await toTheEnd(page);
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await page.clock.runFor(LEAST / 2);
    expect(await read(page)).toEqual([]);
    await page.clock.runFor(LEAST);
    await page.getByText('✓ Marked as read.').waitFor();
    await close();
  });

  it('is marked by a button, by keyboard, and this can be taken back for good', async () => {
    const { page, complaints, close } = await open('about:blank');
    await page.clock.install();
    await page.goto(CHAPTER);
    await toTheEnd(page);
    const button = page.locator('.reading button');
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await read(page)).toEqual([ID]);
    await page.keyboard.press('Enter');
    expect(await read(page)).toEqual([]);
    await page.clock.runFor(2 * LEAST);
    expect(await read(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps what is run and solved in it, and passes over what says nothing', async () => {
    const { page, complaints, close } = await open(CHAPTER);
    await page.evaluate(() => {
      const tell = (kind: string, detail: unknown) =>
        document.dispatchEvent(new CustomEvent(`workshop:${kind}`, { detail }));
      tell('ran', { chapter: '1-wsgi/the-calling-convention', snippet: 'hello', ok: true });
      tell('ran', { snippet: 7 });
      tell('ran', null);
      tell('solved', { exercise: 'first' });
      document.dispatchEvent(new Event('workshop:ran'));
    });
    await expect
      .poll(async () => JSON.parse((await kept(page)) || '{}'))
      .toMatchObject({
        ran: { [`${ID}#hello`]: {} },
        attempted: { [`${ID}#first`]: {} },
        solved: { [`${ID}#first`]: {} },
      });
    expect(Object.keys(JSON.parse(await kept(page)).ran)).toEqual([`${ID}#hello`]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is marked in the list of chapters', async () => {
    const { page, close } = await open('about:blank');
    await start(page.context(), SOME);
    await page.goto(OTHER);
    await page.locator('.chapters summary').click();
    const items = page.locator('.panel li', { has: page.getByRole('img', { name: 'read' }) });
    await items.first().waitFor();
    expect(await items.count()).toBe(1);
    expect(await items.textContent()).toContain('The calling convention');
    await close();
  });

  it('marks an exercise that was solved', async () => {
    const { page, complaints, close } = await open(CHAPTER);
    await begin(page);
    await page.locator('.reading button').waitFor({ state: 'attached' });
    const mark = page.locator('[data-exercise="greet"] .solved-mark');
    expect(await mark.isHidden()).toBe(true);
    await page.evaluate(() => {
      const detail = { exercise: 'greet' };
      document.dispatchEvent(new CustomEvent('workshop:solved', { detail }));
    });
    await mark.waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('loads nothing of this before the reader moves', async () => {
    const { page, close } = await open('about:blank');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.goto(CHAPTER);
    const before = loaded.length;
    expect(loaded.filter((address) => /reading|store|progress/i.test(address))).toEqual([]);
    await begin(page);
    await page.locator('.reading button').waitFor({ state: 'attached' });
    expect(loaded.length).toBeGreaterThan(before);
    await close();
  });

  it('does not move anything when its mark comes', async () => {
    const { page, close } = await open(OTHER, { viewport: { width: 390, height: 844 } });
    const top = () =>
      page.locator('.turn').evaluate((e) => e.getBoundingClientRect().top + scrollY);
    const before = await top();
    await toTheEnd(page);
    await page.mouse.wheel(0, 10);
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    expect(await top()).toBe(before);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    expect(await top()).toBe(before);
    await close();
  });
});

describe.skipIf(!inject('chromium'))('the front page', () => {
  const open = useReader();

  it('leads back to the section that was left', async () => {
    const { page, complaints, close } = await open(CHAPTER);
    await page.locator('#what-is-printed').evaluate((heading) => heading.scrollIntoView());
    await begin(page);
    await page.locator('.reading button').waitFor({ state: 'attached' });
    await page.goto(BOOK);
    const link = page.getByRole('link', { name: 'Go on where you left off' });
    expect(await link.textContent()).toMatch(/: The calling convention · \w+/);
    const target = new URL((await link.getAttribute('href')) ?? '', page.url());
    await page.goto(target.href);
    expect(await page.locator(':target').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads on to the next chapter once one was read to its end', async () => {
    const { page, close } = await open(CHAPTER);
    await toTheEnd(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.goto(BOOK);
    const link = page.getByRole('link', { name: 'Go on where you left off' });
    expect(await link.locator('.goal').textContent()).toBe('An article, read again');
    expect(await page.locator('.parts').getByRole('img', { name: 'read' }).count()).toBe(1);
    await close();
  });

  it('keeps the place of that link free from the start', async () => {
    const { page, close } = await open('about:blank');
    await start(page.context(), SOME);
    await page.route('**/welcome*.js', (route) => route.abort());
    const top = () => page.locator('.parts').evaluate((e) => e.getBoundingClientRect().top);
    await page.goto(BOOK);
    expect(await page.getByRole('link', { name: 'Go on' }).count()).toBe(0);
    const before = await top();
    await page.unroute('**/welcome*.js');
    await page.reload();
    await page.getByRole('link', { name: 'Go on' }).waitFor();
    expect(await top()).toBe(before);
    await close();
  });

  it('has no such place for a new reader, and none without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, complaints, close } = await open(BOOK, { javaScriptEnabled });
      expect(await page.locator('.resume').isVisible()).toBe(false);
      expect(complaints).toEqual([]);
      await close();
    }
  });
});

describe.skipIf(!inject('chromium'))('two tabs at once', () => {
  const open = useReader();

  it('show each other their marks, and lose none', async () => {
    const { page, close } = await open(CHAPTER);
    const other = await page.context().newPage();
    await other.goto(OTHER);
    const overview = await page.context().newPage();
    await overview.goto(PROGRESS);
    for (const tab of [page, other]) {
      await toTheEnd(tab);
      await begin(tab);
      await tab.getByRole('button', { name: 'Mark as read' }).waitFor();
    }
    await Promise.all(
      [page, other].map((tab) => tab.getByRole('button', { name: 'Mark as read' }).click()),
    );
    await overview.getByText('You have 2 chapters read').waitFor();
    await expect.poll(() => read(page)).toEqual([ID, '2-other-articles/an-article']);
    await overview.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('button', { name: 'Mark as read' }).waitFor();
    await other.getByRole('button', { name: 'Mark as read' }).waitFor();
    await expect.poll(() => read(page)).toEqual([]);
    await close();
  });
});

describe.skipIf(!inject('chromium'))('the page of progress', () => {
  const open = useReader();
  const openWith = async (text: string, options = {}) => {
    const opened = await open('about:blank', options);
    if (text !== '') await start(opened.page.context(), text);
    await opened.page.goto(PROGRESS);
    return opened;
  };
  const choose = (page: Page, text: string): Promise<void> =>
    page
      .getByLabel('A file of progress')
      .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const said = (page: Page) => page.locator('.said-of-progress');

  it('counts by chapter', async () => {
    const { page, close } = await openWith(SOME);
    await page
      .getByText('You have 1 chapter read, 2 snippets run and 1 exercise solved.')
      .waitFor();
    const row = page.locator(`tr[data-chapter="${ID}"]`);
    expect(await row.locator('.ran').textContent()).toBe('2');
    expect(await page.locator('table').getByRole('img', { name: 'read' }).count()).toBe(1);
    await close();
  });

  it('counts a snippet that was run', async () => {
    const chapter = chapterAt('1-wsgi/the-calling-convention');
    const { page, complaints, close } = await open(chapter);
    await ran(page, () => workplaceOf(page, 'hello').run.click());
    await expect.poll(() => kept(page)).toContain('1-wsgi/the-calling-convention#hello');
    await page.goto(new URL('/progress/', chapter).href);
    await page.getByText('You have 0 chapters read, 1 snippet run').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('counts and marks solved exercises of the book', async () => {
    const list = `${inject('book')}exercises/`;
    const { page, close } = await open('about:blank');
    const solved = { '3-django-code/the-way-out#not-modified': { made: 5 } };
    await start(page.context(), JSON.stringify({ ...JSON.parse(SOME), solved }));
    await page.goto(list);
    const item = page.locator('[data-exercise="not-modified"]');
    await item.getByText('solved').waitFor();
    expect(await page.locator('.solved-mark:not([hidden])').count()).toBe(1);
    await page.goto(new URL('/progress/', list).href);
    const row = page.locator('tr[data-chapter="3-django-code/the-way-out"]');
    await row.getByText('1 of 1').waitFor();
    await close();
  });

  it('exports a file that another browser imports', async () => {
    const { page, complaints, close } = await openWith(SOME);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const file = await (await download).path();
    expect((await download).suggestedFilename()).toBe('round-trip-progress.json');
    const text = await readFile(file, 'utf8');
    await close();
    const other = await openWith('');
    await choose(other.page, text);
    await other.page.getByRole('button', { name: 'Merge it with mine' }).click();
    expect(await said(other.page).textContent()).toContain(
      'You now have 1 chapter read, 2 snippets',
    );
    expect(await read(other.page)).toEqual([ID]);
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.close();
  });

  it('merges or replaces as the reader says, and undoes it', async () => {
    const { page, close } = await openWith(SOME);
    const file = SOME.replaceAll('the-calling-convention', 'elsewhere');
    await choose(page, file);
    await page.getByText('The file holds 1 chapter read').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await read(page)).toEqual([ID]);
    await choose(page, file);
    await page.getByRole('button', { name: 'Merge it with mine' }).click();
    expect(await read(page)).toEqual(['1-wsgi/elsewhere', ID]);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await read(page)).toEqual([ID]);
    await choose(page, file);
    await page.getByRole('button', { name: 'Replace mine' }).click();
    expect(await read(page)).toEqual(['1-wsgi/elsewhere']);
    await close();
  });

  it('clears everything in one click, by keyboard, and undoes it', async () => {
    const { page, complaints, close } = await openWith(SOME);
    await page.getByRole('button', { name: 'Clear' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('You have 0 chapters read').waitFor();
    expect(await read(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You have 1 chapter read').waitFor();
    expect(await read(page)).toEqual([ID]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['not JSON', 'hello', 'it is not JSON'],
    ['a later version', SOME.replace('"version":1', '"version":9'), 'has the version 9'],
    [
      'markup for a name',
      SOME.replace('"read":{', '"read":{"<img src=x onerror=alert(1)>":7,'),
      'is not an object',
    ],
    ['huge', 'x'.repeat(4_000_001), 'it has 4000001 bytes'],
  ])('refuses a file in a sentence and changes nothing: %s', async (_, text, words) => {
    const { page, complaints, close } = await openWith(SOME);
    const before = await kept(page);
    await choose(page, text);
    await expect.poll(() => said(page).textContent()).toContain(words);
    expect(await said(page).textContent()).toContain('Nothing has changed.');
    expect(await page.locator('.import-choice').isVisible()).toBe(false);
    expect(await kept(page)).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  it('starts afresh where the store is corrupt, and hands out the old text', async () => {
    const { page, complaints, close } = await openWith('{"format": "rou');
    await page.getByText('could not be read').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the old text' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toBe('{"format": "rou');
    await page.goto(CHAPTER);
    await toTheEnd(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    expect(await read(page)).toEqual([ID]);
    await page.goto(PROGRESS);
    await page.getByRole('button', { name: 'Forget it' }).click();
    expect(await page.locator('.unread').isVisible()).toBe(false);
    expect(await page.evaluate((key) => localStorage.getItem(key), KEPT)).toBeNull();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says so where storage is switched off, and nothing breaks', async () => {
    const { page, complaints, close } = await open('about:blank');
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    });
    await page.goto(PROGRESS);
    await page.getByText('storage is switched off').waitFor();
    await choose(page, SOME);
    await page.getByRole('button', { name: 'Merge it with mine' }).click();
    await page.getByText('You have 1 chapter read').waitFor();
    await page.goto(CHAPTER);
    await toTheEnd(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByText('lasts as long as this page').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says so where storage is full, and loses nothing on the page', async () => {
    const { page, complaints, close } = await open(CHAPTER);
    await page.evaluate(() => {
      for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        for (let more = 0; ; more += 1) {
          try {
            localStorage.setItem(`filler-${size}-${more}`, 'x'.repeat(size));
          } catch {
            break;
          }
        }
      }
    });
    await toTheEnd(page);
    await page.getByRole('button', { name: 'Mark as read' }).click();
    await page.getByText('no room left').waitFor();
    expect(await page.getByRole('button', { name: 'Take it back' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says without scripts that nothing is kept', async () => {
    const { page, close } = await openWith('', { javaScriptEnabled: false });
    expect(await page.getByText('Without JavaScript the book keeps no marks.').isVisible()).toBe(
      true,
    );
    expect(await page.getByRole('button', { name: 'Clear' }).isVisible()).toBe(false);
    await close();
  });

  it('meets WCAG 2.2 AA with everything open, on a phone, in two themes', async () => {
    const viewport = { width: 390, height: 844 };
    const { page, complaints, close } = await openWith('{"format": "rou', { viewport });
    await choose(page, SOME);
    await page.getByRole('button', { name: 'Merge it with mine' }).click();
    await choose(page, SOME);
    await page.getByRole('button', { name: 'Merge it with mine' }).waitFor();
    for (const [address, ready] of [
      ['', '.unread'],
      [BOOK, '.resume a'],
      [CHAPTER, '.reading button'],
    ] as const) {
      if (address !== '') await page.goto(address);
      if (address === CHAPTER) await toTheEnd(page);
      await page.locator(ready).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await faultsOf(page)).toEqual([]);
      }
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
