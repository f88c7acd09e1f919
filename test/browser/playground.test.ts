import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { useFirefox } from './firefox.ts';
import { useReader } from './reader.ts';

const PLAYGROUND = `${inject('fixture')}workshop/playground/`;

const status = (page: Page): Locator => page.locator('.bench .status');
const outcome = (page: Page): Locator => page.locator('.answer .outcome');
const drawn = (page: Page) => page.frameLocator('.answer iframe');
/** The frame of a page that is drawn and as high as it needs. */
const fitted = (page: Page, title: string): Locator =>
  page.locator(`.answer iframe[title="The page “${title}”"]`);

/** Opens a preset from its button. */
async function openPreset(page: Page, id: string): Promise<void> {
  const fold = page.locator('.begin summary');
  if (await fold.isVisible()) await fold.click();
  await page.locator(`button[value="${id}"]`).click();
  await page.locator('.file-list button[aria-current]').waitFor();
}

/** Opens what was kept. */
async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'The project that you left here' }).click();
  await page.locator('.file-list button[aria-current]').waitFor();
}

/** Sends what stands in the form, and waits for the announcement. */
async function send(page: Page, expected: string): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await status(page).filter({ hasText: expected }).waitFor();
}

/**
 * Clicks in the drawn page until the page around it has heard, which it says at once. The frame has
 * a process of its own; while the page moves, a browser now and then gives a click to neither.
 */
async function clickDrawn(target: Locator, heard: Locator): Promise<void> {
  const isHeard = async (): Promise<boolean> => {
    await target.click();
    return heard.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
  };
  while (!(await isHeard()));
}

/** Writes a file's whole text in its editor. */
async function write(page: Page, path: string, text: string): Promise<void> {
  await page.locator('.file-list').getByRole('button', { name: path, exact: true }).click();
  await page.getByRole('textbox', { name: path, exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
}

describe.skipIf(!inject('chromium'))('the playground', () => {
  const open = useReader();

  it('opens a preset, sends its request, and draws the page that was answered', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await openPreset(page, 'hello');
    expect(await page.getByLabel('Path and query').inputValue()).toBe('/?name=Ann');
    await send(page, 'HTTP/1.0 200 OK, 128 bytes.');
    expect(await drawn(page).locator('h1').textContent()).toBe('Hello, Ann!');
    expect(await page.locator('.answer').textContent()).toContain(
      'GET /?name=Ann HTTP/1.1" 200 128',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('has forms and links of a drawn page go through the client, with its cookies', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await openPreset(page, 'forms');
    await send(page, '200 OK');
    await drawn(page).getByLabel('Your name').fill('Ann <b>');
    const sign = drawn(page).getByRole('button', { name: 'Sign' });
    await clickDrawn(sign, status(page).filter({ hasText: /Sending|302/ }));
    await status(page).filter({ hasText: 'HTTP/1.1 302 Found' }).waitFor();
    await page.getByRole('button', { name: 'Follow to /' }).click();
    await status(page).filter({ hasText: '200 OK' }).waitFor();
    expect(await drawn(page).locator('li').textContent()).toBe('Ann <b>');
    await page.locator('details.cookies summary').click();
    expect(await page.locator('details.cookies summary').textContent()).toBe('Cookies, 1');
    await page.getByRole('button', { name: 'Clear all' }).click();
    await page.locator('.suggestions').getByRole('button', { name: 'POST /' }).click();
    await status(page).filter({ hasText: '403 Forbidden' }).waitFor();
    await fitted(page, '403 Forbidden').waitFor();
    await page.locator('details.history summary').click();
    const history = page.locator('.history li');
    expect(await history.allTextContents()).toEqual([
      'POST / 403',
      'GET / 200',
      'POST / 302',
      'GET / 200',
    ]);
    await history.nth(2).getByRole('button').click();
    expect(await outcome(page).textContent()).toContain('302 Found');
    expect(complaints).toEqual([]);
    await close();
  });

  it('runs no script of a drawn page, and lets nothing of it lead away', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openPreset(page, 'hello');
    const html = [
      '<title>Evil</title><meta http-equiv="refresh" content="0;url=https://evil.test/refresh">',
      '<base href="https://evil.test/"><link rel="preload" href="https://evil.test/l" as="image">',
      '<body onload="document.title=1"><h1>Evil</h1><script>document.title = "run"</script>',
      '<img src="https://evil.test/i.png" onerror="document.title=2" alt="none">',
      '<iframe src="https://evil.test/f"></iframe><a href="https://evil.test/a">away</a>',
      '<a href="javascript:document.title=3">script</a>',
      '<form action="https://evil.test/form"><button>send</button></form>',
    ].join('');
    const code = `export default (environ, start) => {
      start('200 OK', [['Content-Type', 'text/html']]);
      return [new TextEncoder().encode(${JSON.stringify(html)})];
    };`;
    await write(page, 'wsgi.ts', code);
    await send(page, '200 OK');
    await drawn(page).getByRole('heading', { name: 'Evil' }).waitFor();
    const fault = page.locator('.draft .fault', { hasText: 'leads out of the project' });
    for (const target of [
      drawn(page).getByText('away'),
      drawn(page).getByText('script'),
      drawn(page).getByRole('button', { name: 'send' }),
    ]) {
      await clickDrawn(target, fault);
      await page.getByLabel('Path and query').fill('/');
      await send(page, '200 OK');
    }
    await drawn(page).getByRole('heading', { name: 'Evil' }).waitFor();
    await fitted(page, 'Evil').waitFor();
    expect(asked.filter((address) => address.includes('evil.test'))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads from an error to its line, and takes the mark away with the next request', async () => {
    const { page, complaints, close } = await open(`${PLAYGROUND}#errors`);
    await page.locator('.suggestions').getByRole('button', { name: '/broken/' }).click();
    await page.getByRole('button', { name: 'mysite/views.ts, line 21' }).click();
    const mark = page.locator('.edited:visible .mark');
    expect(await mark.textContent()).toBe('! error: ValueError: A mistake in the view.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => mark.count()).toBe(0);
    await write(page, 'mysite/urls.ts', "import { x } from './gone.ts';");
    await page.keyboard.press('Control+Enter');
    await status(page).filter({ hasText: 'The project does not start.' }).waitFor();
    expect(await page.locator('.raised').textContent()).toBe(
      'There is no module "./gone.ts" in the project.mysite/urls.ts, line 1',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('stops what takes too long, and answers the next request', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await openPreset(page, 'hello');
    await write(page, 'wsgi.ts', 'export default () => { for (;;); };');
    await send(page, 'Stopped after 1 s. The server starts anew with the next request');
    await openPreset(page, 'onion');
    await page.getByRole('button', { name: 'Replace it' }).click();
    await page.locator('.file-list', { hasText: 'mysite/middleware.ts' }).waitFor();
    await send(page, '200 OK');
    expect(await page.locator('.answer').textContent()).toContain('Outer is made');
    expect(complaints).toEqual([]);
    await close();
  });

  it('adds, renames and deletes files by keyboard, and says what is wrong with a name', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await openPreset(page, 'hello');
    await page.getByRole('button', { name: 'New file' }).press('Enter');
    await page.keyboard.type('../evil.ts');
    await page.keyboard.press('Enter');
    const fault = page.locator('dialog .fault');
    await expect.poll(() => fault.textContent()).toContain('leads down from the project');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('my-shop/index.ts');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.file-bar').textContent())
      .toContain('Python calls it my_shop');
    await page.keyboard.type('export const open = true;');
    await page.getByRole('button', { name: 'Rename' }).press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('shop.ts');
    await page.keyboard.press('Enter');
    const list = page.locator('.file-list button');
    await expect.poll(() => list.allTextContents()).toEqual(['shop.ts', 'wsgi.ts']);
    expect(await page.getByRole('textbox', { name: 'shop.ts' }).textContent()).toContain(
      'open = true',
    );
    await page.getByRole('button', { name: 'Delete' }).press('Enter');
    await page.getByRole('button', { name: 'Delete it' }).press('Enter');
    await expect.poll(() => list.allTextContents()).toEqual(['wsgi.ts']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('keeps project, request and cookies in the browser', async () => {
    const { page, complaints, close } = await open(`${PLAYGROUND}#sessions`);
    await page.locator('.file-list button').first().waitFor();
    await send(page, '200 OK');
    await page.getByLabel('Project', { exact: true }).fill('My own');
    await write(page, 'mysite/urls.ts', '// changed');
    await page.goto(PLAYGROUND);
    await goOn(page);
    expect(await page.getByLabel('Project', { exact: true }).inputValue()).toBe('My own');
    expect(await page.locator('details.cookies summary').textContent()).toBe('Cookies, 1');
    await page.locator('.file-list').getByRole('button', { name: 'mysite/urls.ts' }).click();
    const editor = page.getByRole('textbox', { name: 'mysite/urls.ts' });
    expect(await editor.textContent()).toBe('// changed');
    await openPreset(page, 'hello');
    await page.getByRole('button', { name: 'Keep it' }).click();
    expect(await page.getByLabel('Project', { exact: true }).inputValue()).toBe('My own');
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows cookies, and sends them as the reader has changed them', async () => {
    const { page, complaints, close } = await open(`${PLAYGROUND}#sessions`);
    await page.locator('.file-list button').first().waitFor();
    await send(page, '200 OK');
    await send(page, '200 OK');
    await drawn(page).getByRole('heading', { name: 'Visit 2' }).waitFor();
    await page.locator('details.cookies summary').click();
    expect(await page.locator('.cookies li .aside').textContent()).toMatch(
      /^for \/, ends .+ GMT, HttpOnly, SameSite=Lax$/,
    );
    const value = page.getByLabel('Value of the cookie sessionid');
    await value.fill(`x${await value.inputValue()}`);
    await send(page, '200 OK');
    await drawn(page).getByRole('heading', { name: 'Visit 1' }).waitFor();
    const forget = drawn(page).getByRole('link', { name: 'forget me' });
    await clickDrawn(forget, status(page).filter({ hasText: /Sending|302/ }));
    await page.getByRole('button', { name: 'Follow to /' }).waitFor();
    expect(await page.locator('details.cookies summary').textContent()).toBe('Cookies, 0');
    expect(complaints).toEqual([]);
    await close();
  });

  it('begins afresh where it kept something unreadable, and gives the old text back', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await page.evaluate(() => localStorage.setItem('round-trip:playground', '{"old": true'));
    await page.reload();
    await openPreset(page, 'hello');
    const notes = page.locator('.notes');
    expect(await notes.textContent()).toContain('could not be read');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the old text' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toBe('{"old": true');
    await page.getByRole('button', { name: 'Forget it' }).click();
    expect(await notes.textContent()).toBe('');
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that nothing is kept where storage is off or full, and warns before it is lost', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.reload();
    await openPreset(page, 'hello');
    expect(await page.locator('.kept').textContent()).toContain(
      'the storage of this browser is full',
    );
    await write(page, 'wsgi.ts', '// mine');
    const warned = page.waitForEvent('dialog');
    const left = page.close({ runBeforeUnload: true });
    const dialog = await warned;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await left;
    expect(complaints).toEqual([]);
    await close();
  });

  it('leaves without a warning where all is kept', async () => {
    const { page, close } = await open(PLAYGROUND);
    await openPreset(page, 'hello');
    await write(page, 'wsgi.ts', '// mine');
    let warned = false;
    page.on('dialog', (dialog) => {
      warned = true;
      void dialog.accept();
    });
    await page.goto(inject('fixture'));
    expect(warned).toBe(false);
    await page.goto(PLAYGROUND);
    await goOn(page);
    expect(await page.getByRole('textbox', { name: 'wsgi.ts' }).textContent()).toBe('// mine');
    await close();
  });

  it('exports a zip and imports it again, and refuses a hostile one', async () => {
    const { page, complaints, close } = await open(PLAYGROUND);
    await openPreset(page, 'forms');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as zip' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('A-form-and-its-CSRF-token.zip');
    const exported = await readFile(await file.path());
    expect(Object.keys(unzipSync(exported)).toSorted()).toEqual([
      'mysite/settings.ts',
      'mysite/urls.ts',
      'mysite/views.ts',
      'mysite/wsgi.ts',
      'templates/guests.html',
    ]);
    const give = (name: string, bytes: Uint8Array) =>
      page
        .getByLabel('A zip file to import')
        .setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from(bytes) });
    await give('evil.zip', zipSync({ '../evil.ts': strToU8('x') }));
    const notes = page.locator('.notes');
    await expect
      .poll(() => notes.textContent())
      .toMatch(/^evil\.zip was refused\. "\.\.\/evil\.ts"/);
    await openPreset(page, 'hello');
    await give('mine.zip', exported);
    await expect.poll(() => notes.textContent()).toBe('5 files were imported from mine.zip.');
    await send(page, '200 OK');
    expect(await drawn(page).locator('h1').textContent()).toBe('Guest book');
    expect(complaints).toEqual([]);
    await close();
  });

  it('meets WCAG 2.2 AA in its opened states, in two widths and two themes', async () => {
    const { page, complaints, close } = await open(`${PLAYGROUND}#errors`);
    await page.locator('.suggestions').getByRole('button', { name: '/broken/' }).click();
    await outcome(page).waitFor();
    await page.getByRole('button', { name: 'mysite/views.ts, line 21' }).click();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll<HTMLDetailsElement>('.client details'))
        details.open = true;
    });
    const look = async (state: string): Promise<void> => {
      for (const width of [390, 1440]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 900 });
          await page.emulateMedia({ colorScheme });
          expect(await faultsOf(page), `${state} at ${width}, ${colorScheme}`).toEqual([]);
          const excess = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          expect(excess, `${state} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
    };
    await look('answered');
    await page.getByRole('button', { name: 'New file' }).click();
    await look('asking');
    expect(complaints).toEqual([]);
    await close();
  });

  it('tells without scripts what it is, and shows no button that does nothing', async () => {
    const { page, close } = await open(PLAYGROUND, { javaScriptEnabled: false });
    expect(await page.getByText('The playground itself needs JavaScript.').isVisible()).toBe(true);
    expect(await page.locator('main button:visible').count()).toBe(0);
    expect(await page.locator('.presets h3').count()).toBe(7);
    await close();
  });
});

describe.skipIf(!inject('firefox'))('the playground in Firefox', () => {
  const open = useFirefox();

  it('serves a project, draws its page, and leads to the line of an error', async () => {
    const { page, complaints, close } = await open(`${PLAYGROUND}#errors`);
    await page.waitForSelector('.suggestions button:nth-of-type(4)');
    await page.click('.suggestions button:nth-of-type(4)');
    await page.waitForSelector('.raised button');
    const text = await page.$eval('.answer', (answer) => answer.textContent);
    expect(text).toContain('HTTP/1.1 500 Internal Server Error');
    expect(text).toContain('at broken (mysite/views.ts:21:9)');
    await page.click('.raised button');
    const mark = await page.waitForFunction(
      () =>
        document.querySelector('.edited:not([hidden]) .editor')?.shadowRoot?.querySelector('.mark')
          ?.textContent,
    );
    expect(await mark.jsonValue()).toBe('! error: ValueError: A mistake in the view.');
    await page.waitForSelector('.answer iframe[title="The page “ValueError at /broken/”"]');
    expect(complaints).toEqual([]);
    await close();
  });
});
