import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readWheels } from '../site/workshop/python/start-python.ts';
import { faultsOf } from './axe.ts';
import { ENDS, reachingOut } from './python/hostile.ts';
import { START } from './patience.ts';
import { type OpenPage, useReader } from './reader.ts';

const wheels = inject('chromium') ? readWheels() : undefined;

/** Milliseconds of a snippet that no machine is too slow for; a page gives it four times as many. */
const LONG = 60_000;

/** A page of the book itself. */
function bookPage(path: string): string {
  const found = inject('pages').find((page) => new URL(page).pathname === `/${path}/`);
  return found ?? '';
}

/** Opens what is folded, and presses Run on a snippet by keyboard. */
async function run(page: Page, id: string): Promise<void> {
  await page.locator(`#${id}`).evaluate((figure) => {
    for (const fold of figure.querySelectorAll('details')) fold.open = true;
  });
  await page.locator(`#${id} .bar .run`).focus();
  await page.keyboard.press('Enter');
}

/** What stands below a snippet when it has been run. */
async function outcome(page: Page, id: string): Promise<string> {
  await page.locator(`#${id} .run-state`).waitFor({ timeout: START });
  return page.locator(`#${id} .run-panel`).innerText();
}

async function expectNoFaults(page: Page): Promise<void> {
  for (const [width, colorScheme] of [
    [390, 'light'],
    [1440, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await faultsOf(page)).toEqual([]);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess).toBeLessThanOrEqual(0);
  }
}

describe.skipIf(!inject('chromium'))('Python in a chapter', () => {
  const open = useReader();
  const openChapter = (): Promise<OpenPage> => open(bookPage('1-wsgi/environ'));

  it('loads nothing before it is asked, runs a snippet after those above it, and keeps Python', async () => {
    const { page, complaints, close } = await openChapter();
    const asked: string[] = [];
    page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    await page.mouse.move(300, 300);
    await page.keyboard.press('Tab');
    expect(asked.filter((path) => path.startsWith('/workshop/'))).toEqual([]);
    await run(page, 'python-whole');
    const told = await outcome(page, 'python-whole');
    expect(told).toMatch(
      /1 check held\s+By CPython 3\.14\.2 in this page, after the snippet above it/,
    );
    expect(told).toContain('SERVER_PROTOCOL');
    expect(await page.locator('.announcer').textContent()).toBe('1 check held');
    const before = asked.length;
    await run(page, 'python-receive');
    expect(await outcome(page, 'python-receive')).toContain('By CPython 3.14.2 in this page, in');
    expect(asked.slice(before)).toEqual([]);
    await expectNoFaults(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows its progress in megabytes, and can be called off and asked again', async () => {
    const { page, complaints, close } = await openChapter();
    const held: Route[] = [];
    const isWasm = /\/workshop\/python\/wasm-/;
    await page.route(isWasm, (route) => void held.push(route));
    await run(page, 'python-receive');
    const line = page.locator('#python-receive .start-line');
    await expect.poll(() => line.innerText()).toMatch(/Loading Python: [1-9]\d*\.\d of 1\d\.\d MB/);
    expect(await line.locator('progress').getAttribute('max')).toMatch(/^\d{8}$/);
    await expectNoFaults(page);
    await line.getByRole('button', { name: 'Cancel' }).press('Enter');
    expect(await outcome(page, 'python-receive')).toContain('Called off.');
    await page.unroute(isWasm);
    for (const route of held) await route.abort().catch(() => {});
    await page.locator('#python-receive').getByRole('button', { name: 'Try again' }).press('Enter');
    await page.locator('#python-receive .standing').waitFor({ timeout: START });
    expect(complaints).toEqual([]);
    await close();
  });

  it('says that the connection was lost, and goes on from there', async () => {
    const { page, close } = await openChapter();
    const isLibrary = /\/workshop\/python\/library-/;
    await page.route(isLibrary, (route) => route.abort());
    await run(page, 'python-receive');
    expect(await outcome(page, 'python-receive')).toContain('The connection was lost');
    await page.unroute(isLibrary);
    await page.locator('#python-receive').getByRole('button', { name: 'Try again' }).press('Enter');
    await page.locator('#python-receive .standing').waitFor({ timeout: START });
    await close();
  });

  /** Opens the chapter with this as its snippet `python-receive`, and an honest one beside it. */
  async function openWith(code: string, timeout = LONG): Promise<OpenPage> {
    const opened = await open('about:blank');
    await opened.page.route(/\/workshop\/fences\//, async (route) => {
      const answer = await route.fetch();
      const { file, fences } = (await answer.json()) as { file: string; fences: { id: string }[] };
      const alone = fences.find(({ id }) => id === 'python-receive');
      const other = { ...alone, id: 'python-whole', code: '>>> 1 + 1\n2', scene: 99 };
      await route.fulfill({ json: { file, fences: [{ ...alone, code, timeout }, other] } });
    });
    await opened.page.goto(bookPage('1-wsgi/environ'));
    return opened;
  }

  it.each(ENDS)('goes on with a Python that works after $name', async ({ code, timeout, told }) => {
    const { page, close } = await openWith(code, timeout);
    await run(page, 'python-receive');
    expect(await outcome(page, 'python-receive')).toMatch(told);
    await run(page, 'python-whole');
    expect(await outcome(page, 'python-whole')).toContain('1 check held');
    await close();
  });

  it('reaches no server, no code of the page, and nothing that the browser keeps', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('Access-Control-Allow-Origin', '*').end();
    });
    await once(server.listen(0), 'listening');
    const { port } = server.address() as AddressInfo;
    await fetch(`http://localhost:${port}/heard`);
    const { code, checks } = reachingOut(port);
    const { page, close } = await openWith(code);
    await run(page, 'python-receive');
    expect(await outcome(page, 'python-receive')).toContain(`${checks} checks held`);
    await run(page, 'python-whole');
    expect(await outcome(page, 'python-whole')).toContain('1 check held');
    await close();
    server.close();
    expect(asked).toEqual(['/heard']);
  });
});

describe.skipIf(!wheels)('real Django in a chapter', () => {
  const open = useReader();

  it('runs a scene, goes on where it has come to, and shows its own source', async () => {
    const { page, complaints, close } = await open(
      bookPage('3-django-code/from-environ-to-request'),
    );
    await run(page, 'django-paths');
    expect(await outcome(page, 'django-paths')).toMatch(
      /2 checks held\s+By Django 2\.2\.28 on CPython 3\.14\.2 in this page, after the snippet above it/,
    );
    await run(page, 'django-charset');
    expect(await outcome(page, 'django-charset')).toContain(
      'where the 2 snippets above it had left off',
    );
    const lens = page.locator('[data-of="django.core.handlers.wsgi:WSGIHandler.__call__"]');
    await lens.getByRole('button', { name: 'Show it by inspect.getsource' }).press('Enter');
    await lens.locator('.inspected pre').waitFor({ timeout: START });
    expect(await lens.locator('.inspected').innerText()).toMatch(
      /django\/core\/handlers\/wsgi\.py, line \d+, by inspect\.getsource of the Django 2\.2\.28 in this page\s+def __call__\(self, environ, start_response\):/,
    );
    await expectNoFaults(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says why a snippet cannot run in a page', async () => {
    const { page, close } = await open(bookPage('3-django-code/two-ways-in'));
    const snippet = page.locator('#django-runserver');
    expect(await snippet.locator('.run').count()).toBe(0);
    expect(await snippet.innerText()).toContain('It starts processes, which a page cannot.');
    await close();
  });

  it('answers the request of the picture beside the runtime', async () => {
    const { page, complaints, close } = await open(bookPage('3-django-code/url-resolution'));
    await page.getByRole('button', { name: 'Run it on real Django 2.2.28' }).press('Enter');
    const panel = page.getByRole('region', { name: 'Real Django, beside the runtime' });
    await panel.locator('.beside-verdict').waitFor({ timeout: START });
    expect(await panel.locator('.beside-verdict').innerText()).toBe(
      'Both answered the same, by the same calls.',
    );
    await expectNoFaults(page);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(!wheels)('the page of real Django', () => {
  const open = useReader();
  const address = bookPage('workshop/django');

  it('sends a request to both, by keyboard, and shows calls and sources line by line', async () => {
    const { page, complaints, close } = await open(address, {
      viewport: { width: 390, height: 800 },
    });
    await page.getByRole('button', { name: 'Load Python and Django' }).press('Enter');
    const verdict = page.locator('.beside-verdict');
    await verdict.waitFor({ timeout: START });
    expect(await verdict.innerText()).toBe('Both answered the same, by the same calls.');
    expect(await page.locator('.beside-who').innerText()).toBe(
      'Django 2.2.28 on CPython 3.14.2, and the runtime, both in this page.',
    );
    expect(await page.locator('.beside-count').innerText()).toMatch(
      /^Django made \d+ calls; of the functions that the runtime models: \d{2,} calls the same, 0 missing in the runtime, 0 only there\.$/,
    );
    const call = page.getByRole('button', { name: /^BaseHandler\.get_response / }).first();
    await call.press('Enter');
    await page.locator('.beside-source pre').waitFor();
    expect(await page.locator('.beside-source').innerText()).toContain(
      'def get_response(self, request):',
    );
    await expectNoFaults(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it("takes a reader's own request, marks what differs, and refuses what is none", async () => {
    const { page, complaints, close } = await open(address);
    await page.getByRole('button', { name: 'Load Python and Django' }).click();
    const verdict = page.locator('.beside-verdict');
    await verdict.waitFor({ timeout: START });
    await page.getByLabel('Path and query').fill('/plain/query/?a=é');
    await page.getByRole('button', { name: 'Send to both' }).click();
    await page.locator('.beside-result .run-state').waitFor();
    expect(await page.locator('.run-state').innerText()).toContain('is no path');
    await page.getByLabel('Path and query').fill('/forms/form/');
    await page.getByLabel('Method').selectOption('POST');
    await page.getByLabel('Headers, one a line').fill('Content-Type: text/plain');
    await page.getByLabel('Body').fill('a=1');
    await page.getByRole('button', { name: 'Send to both' }).click();
    await verdict.waitFor();
    expect(await verdict.innerText()).toBe('Their answers differ; their calls are the same.');
    expect(await page.locator('.beside-rows > .missing').first().innerText()).toContain(
      '(Django alone)',
    );
    expect(await page.locator('.beside-rows').first().innerText()).toContain('403 Forbidden');
    await expectNoFaults(page);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows what stands in for what Python has lost, and the licences', async () => {
    const { page, close } = await open(address, { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    for (const name of [
      'distutils.version.LooseVersion',
      'cgi.parse_header',
      'BaseContext.__copy__',
      'hashlib.pbkdf2_hmac',
    ])
      expect(text).toContain(name);
    for (const name of ['Django-2.2.28', 'pytz-2024.2', 'sqlparse-0.4.4'])
      expect(text).toContain(`The licence of ${name}`);
    expect(await page.getByRole('button', { name: 'Load Python and Django' }).count()).toBe(0);
    await close();
  });
});
