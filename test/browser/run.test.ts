import { describe, expect, inject, it } from 'vitest';
import { useReader } from './reader.ts';
import { chapterAt, ran, violationsOf, workplaceOf } from './run/workplace.ts';

const chapter = chapterAt('1-wsgi/the-calling-convention');
const withSockets = chapterAt('1-wsgi/start-response');

describe.skipIf(!inject('chromium'))('Run on a snippet', () => {
  const open = useReader();

  it('loads nothing before a reader comes to it', async () => {
    const { page, complaints, close } = await open(chapter);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const { run } = workplaceOf(page, 'by-hand');
    await run.scrollIntoViewIfNeeded();
    expect(asked.filter((path) => /workshop|modules|bench/.test(path))).toEqual([]);
    const wanted = ['/workshop/sandbox.html', '/modules/1-wsgi/the-calling-convention.json'];
    const coming = Promise.all(wanted.map((path) => page.waitForRequest(`**${path}`)));
    await run.hover();
    await coming;
    expect(asked.filter((path) => /change-snippet|open-editor/.test(path))).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what runs before it, runs that, and shows what came out', async () => {
    const { page, complaints, close } = await open(chapter);
    const { run, result } = workplaceOf(page, 'by-hand');
    expect(await run.getAttribute('title')).toBe('Runs the snippet before it, then this one');
    const told = await ran(page, () => run.click());
    expect(told).toEqual({
      chapter: '1-wsgi/the-calling-convention',
      snippet: 'by-hand',
      ok: true,
    });
    expect(await result.innerText()).toMatch(
      /^✓ 2 checks held\s+Ran the snippet before it, then this one, in \d+ ms\.$/,
    );
    expect(await page.getByRole('status').last().textContent()).toMatch(/^by-hand: 2 checks held/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is pressed by keyboard, keeps the focus, and can be pressed again', async () => {
    const { page, complaints, close } = await open(chapter);
    const { run, result } = workplaceOf(page, 'hello');
    await run.focus();
    await ran(page, () => page.keyboard.press('Enter'));
    await ran(page, () => page.keyboard.press('Space'));
    expect(await result.innerText()).toMatch(/^○ ran\s+Ran this one alone, in \d+ ms\.$/);
    expect(await run.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows what was printed, and the value, under the same names as the book', async () => {
    const { page, complaints, close } = await open(withSockets);
    const ids = await page.$$eval('.snippet[data-runs]:has(> .printed)', (all) =>
      all.map(({ id }) => id),
    );
    const { run, result, figure } = workplaceOf(page, ids[0] ?? '');
    await ran(page, () => run.click());
    expect(await result.locator('.printed').allInnerTexts()).toEqual(
      await figure.locator(':scope > .printed').allInnerTexts(),
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('is not there where Node is needed, and the page says so', async () => {
    const { page, close } = await open(withSockets);
    const { figure, run, edit } = workplaceOf(page, 'client');
    expect([await run.count(), await edit.count()]).toEqual([0, 0]);
    expect(await figure.locator('.remarks').innerText()).toContain('Needs Node');
    await close();
  });

  it('is not there without JavaScript', async () => {
    const { page, close } = await open(chapter, { javaScriptEnabled: false });
    expect(await page.locator('.act').count()).toBe(0);
    expect(await page.locator('#by-hand .line').count()).toBeGreaterThan(10);
    await close();
  });

  it('goes away with a word why where the browser does not let the sandbox start', async () => {
    const { page, close } = await open('about:blank');
    await page.clock.install();
    await page.route('**/workshop/sandbox.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Nothing</title>' }),
    );
    await page.goto(chapter);
    const { figure, run } = workplaceOf(page, 'by-hand');
    const loaded = page.waitForResponse('**/workshop/sandbox.html');
    await run.click();
    await loaded;
    await page.clock.runFor(1000);
    await expect
      .poll(async () => {
        await page.clock.runFor(5000);
        return run.count();
      })
      .toBe(0);
    expect(await figure.locator('.bar').innerText()).toContain(
      'no Run: this browser does not let the sandbox start',
    );
    expect(await page.locator('[data-runs] .act').count()).toBe(0);
    await close();
  });

  it('says so where the program cannot be loaded, and works once it can', async () => {
    const { page, close } = await open('about:blank');
    await page.route('**/workshop/chapter-*.js', (route) => route.fulfill({ status: 503 }));
    await page.goto(chapter);
    const { run, result } = workplaceOf(page, 'by-hand');
    await ran(page, () => run.click());
    expect(await result.innerText()).toMatch(/could not be loaded \(503\)/);
    await page.unroute('**/workshop/chapter-*.js');
    await ran(page, () => run.click());
    expect(await result.innerText()).toContain('2 checks held');
    await close();
  });

  it('meets WCAG 2.2 AA when results are shown, in two widths and two themes', async () => {
    const { page, complaints, close } = await open(chapter);
    const ids = ['hello', 'by-hand', 'wire'];
    for (const id of ids) await ran(page, () => workplaceOf(page, id).run.click());
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});
