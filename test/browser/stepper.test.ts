import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from './axe.ts';
import { type OpenPage, standStill, useReader } from './reader.ts';

const FIXTURE = inject('fixture');
const PAGE =
  inject('pages').find(
    (address) => address.endsWith('/workshop/follow/') && !address.startsWith(FIXTURE),
  ) ?? '';
const CHAPTER = `${FIXTURE}3-django-code/a-lens/`;

const now = (page: Page) => page.locator('.step-now');
const count = (page: Page) => page.locator('.step-count').textContent();
const ringsOf = (page: Page) => page.locator('.stepper .ring.middleware text').allTextContents();

/** The addresses that a page asks for from now on, but for its icon. */
function listen(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('favicon.svg')) asked.push(request.url());
  });
  return asked;
}

describe.skipIf(!inject('chromium'))('the stepper', () => {
  const open = useReader();

  /** Opens the page at a state. */
  async function openAt(fragment: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
    const opened = await open(`${PAGE}#${fragment}`, options);
    await now(opened.page).waitFor();
    return opened;
  }

  /** Opens the page and starts it with its button. */
  async function start(): Promise<OpenPage> {
    const opened = await open(PAGE, { viewport: { width: 1440, height: 900 } });
    await opened.page.getByRole('button', { name: 'Follow a request' }).click();
    await now(opened.page).waitFor();
    return opened;
  }

  it('loads nothing until it is asked, and then is gone through by keyboard alone', async () => {
    const { page, complaints, close } = await open(PAGE);
    const asked = listen(page);
    const start = page.getByRole('button', { name: 'Follow a request' });
    await start.focus();
    expect(asked).toEqual([]);
    await page.keyboard.press('Enter');
    await now(page).waitFor();
    expect(asked.some((url) => /\/workshop\/traced-\w+\.js$/.test(url))).toBe(true);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Next');

    const first = await count(page);
    await page.keyboard.press('ArrowRight');
    expect(await count(page)).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await count(page)).toBe(first);
    await page.keyboard.press('n');
    expect(await now(page).textContent()).toContain('in WSGIHandler, on the way in');
    await page.keyboard.press('p');
    expect(await now(page).textContent()).toContain('in the server, on the way in');
    await page.keyboard.press('End');
    expect(await now(page).textContent()).toContain('on the way out');
    expect(await page.locator('.step-wire').textContent()).toContain('HTTP/1.1 200 OK');
    await page.keyboard.press('Home');
    expect(await now(page).textContent()).toContain('as the process wakes up');
    await expect.poll(() => new URL(page.url()).hash).toBe('#step=0');
    expect(complaints).toEqual([]);
    await close();
  });

  it('goes by its buttons and its slider, and says where that leads', async () => {
    const { page, complaints, close } = await openAt('step=mysite.views:hello');
    expect(await now(page).textContent()).toBe('hello begins, in the view.');
    expect(await page.locator('.stepper .ring.now text').textContent()).toBe('the view');
    expect(await page.locator('.stepper .onion').getAttribute('aria-label')).toContain(
      'hello begins, in the view.',
    );
    await page.getByRole('button', { name: 'Next layer' }).click();
    expect(await now(page).textContent()).toContain('in URLs and hooks, on the way out');
    await page.getByRole('button', { name: 'Layer before' }).click();
    const slider = page.getByRole('slider', { name: 'Step' });
    await slider.focus();
    await page.keyboard.press('End');
    expect(await now(page).textContent()).toContain('handle_one_request ends');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^Step (\d+) of \1: /);
    await page.getByRole('checkbox', { name: 'every call' }).check();
    const total = Number((await count(page))?.split(' of ')[1]);
    expect(total).toBeGreaterThan(500);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows the line of the function in TypeScript, and Python with a link', async () => {
    const { page, complaints, close } = await openAt(
      'step=django.core.handlers.base:BaseHandler.get_response',
    );
    await page.locator('.step-line.now', { hasText: 'getResponse(request' }).waitFor();
    const link = page.locator('.step-sources').getByRole('link', { name: /base\.py, line 71/ });
    expect(await link.getAttribute('href')).toContain('/django/core/handlers/base.py#L71');
    expect(complaints).toEqual([]);
    await close();
  });

  it('marks what has just changed', async () => {
    const { page, complaints, close } = await openAt(
      'step=django.contrib.auth.middleware:AuthenticationMiddleware.process_request',
    );
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.entry.new').allTextContents()).toEqual([
      expect.stringMatching(/^\s*user\s+now\s+<SimpleLazyObject/),
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('follows a view that raises to its exception', async () => {
    const { page, complaints, close } = await start();
    await page.getByRole('combobox', { name: 'The view' }).selectOption('raises ValueError');
    await expect.poll(() => count(page)).toMatch(/ of (?!172)/);
    await page.getByRole('button', { name: 'Next exception' }).focus();
    await page.keyboard.press('e');
    expect(await now(page).textContent()).toBe(
      'broken raises ValueError: no greeting for ann, in the view.',
    );
    expect(await page.locator('.onion.failing .ring.now').count()).toBe(1);
    await page.keyboard.press('End');
    expect(await page.locator('.step-signals').textContent()).toContain('got_request_exception');
    expect(complaints).toEqual([]);
    await close();
  });

  it('puts layers on and off, and moves them by button and by dragging', async () => {
    const { page, complaints, close } = await openAt('layers=SecurityMiddleware,CommonMiddleware');
    await page.getByText('Change the request').click();
    expect(await ringsOf(page)).toEqual(['SecurityMiddleware', 'CommonMiddleware']);
    await page.getByRole('button', { name: 'Move SecurityMiddleware inwards' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => ringsOf(page)).toEqual(['CommonMiddleware', 'SecurityMiddleware']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Move SecurityMiddleware inwards',
    );
    await page.getByRole('checkbox', { name: 'SessionMiddleware' }).press('Space');
    await expect.poll(() => ringsOf(page)).toHaveLength(3);
    const item = (name: string) => page.locator('.setup-layers li', { hasText: name });
    await item('SessionMiddleware').dragTo(item('CommonMiddleware'));
    await expect
      .poll(() => ringsOf(page))
      .toEqual(['SessionMiddleware', 'CommonMiddleware', 'SecurityMiddleware']);
    expect(new URL(page.url()).hash).toContain(
      'layers=SessionMiddleware%2CCommonMiddleware%2CSecurityMiddleware',
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('sends what a reader writes, and says what cannot be sent', async () => {
    const { page, complaints, close } = await start();
    await page.getByLabel('Path').fill('nowhere');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('"nowhere" is no path');
    await page.getByLabel('Path').fill('/nowhere/');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toContain('path=%2Fnowhere%2F');
    await page.getByRole('button', { name: 'Last', exact: true }).click();
    expect(await page.locator('.step-wire').textContent()).toContain('404 Not Found');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ['a view', 'view=sings', 'There is no view that "sings". Here is the usual request instead.'],
    ['a layer', 'layers=%00', 'There is no middleware'],
    ['a step', 'step=9999', 'This request has no step 9999'],
    ['a function', 'step=mysite.views:absent', 'This request has no step mysite.views:absent'],
    ['a path', `path=%2F${'a'.repeat(3000)}`, 'The path has 3001 characters; 2000 are the most.'],
  ])(
    'says what is wrong with %s in a link, and shows the usual request',
    async (_what, fragment, sentence) => {
      const { page, complaints, close } = await openAt(fragment);
      expect(await page.locator('.step-message').textContent()).toContain(sentence);
      expect(await now(page).textContent()).toContain('handle_one_request begins, in the server');
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('copies a link that holds the whole state', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, complaints, close } = await openAt('view=streams&step=600', { permissions });
    await standStill(page);
    await page.getByRole('button', { name: 'Copy link to this step' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/\/workshop\/follow\/#view=streams&step=\d+$/);
    const before = await now(page).textContent();
    await page.goto('about:blank');
    await page.goto(copied);
    await now(page).waitFor();
    expect(await now(page).textContent()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([390, 1440])(
    'meets WCAG 2.2 AA in its opened states, and fits, %i pixels wide',
    async (width) => {
      const viewport = { width, height: 900 };
      const { page, complaints, close } = await openAt('view=raises&step=mysite.views:broken', {
        viewport,
      });
      await page.locator('.step-line.now').waitFor();
      await page.getByText('Change the request').click();
      const found: string[] = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const key of ['e', 'End']) {
          await page.getByRole('button', { name: 'Next', exact: true }).focus();
          await page.keyboard.press(key);
          found.push(...(await faultsOf(page)).map((fault) => `${colorScheme}, ${key}: ${fault}`));
        }
      }
      expect(found).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess).toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('leaves alone what only leads to a place in the page', async () => {
    const { page, complaints, close } = await openAt('step=600');
    const before = await now(page).textContent();
    await page.evaluate(() => location.assign('#main'));
    await page.keyboard.press('Tab');
    expect(await page.locator('.step-message').textContent()).toBe('');
    expect(await now(page).textContent()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says so where it cannot be loaded, and loads in the page loaded anew', async () => {
    const { page, close } = await open(PAGE);
    await page.route('**/open-stepper*', (route) => route.abort());
    const button = page.getByRole('button', { name: 'Follow a request' });
    await button.click();
    await page.locator('.follow-start[data-failed]').waitFor();
    await page.unroute('**/open-stepper*');
    await page.reload();
    await button.click();
    await now(page).waitFor();
    await close();
  });

  it.each(['light', 'dark'] as const)('can be read on its buttons: %s', async (colorScheme) => {
    const { page, close } = await openAt('step=600', { colorScheme });
    const unreadable = await page.locator('.step-buttons button').evaluateAll((buttons) =>
      buttons.filter((button) => {
        const { color, backgroundColor } = getComputedStyle(button);
        return color === backgroundColor;
      }),
    );
    expect(unreadable).toEqual([]);
    await close();
  });

  it('keeps still where a reader wants no motion', async () => {
    const { page, close } = await openAt('step=600', { reducedMotion: 'reduce' });
    const animation = await page
      .locator('.onion-halo')
      .evaluate((halo) => getComputedStyle(halo).animationName);
    expect(animation).toBe('none');
    await close();
  });
});

describe.skipIf(!inject('chromium'))('the stepper without scripts', () => {
  const open = useReader();

  it('is the usual request as a numbered list, taken down from a real run', async () => {
    const { page, complaints, close } = await open(PAGE, { javaScriptEnabled: false });
    const steps = page.locator('.follow-list ol > li');
    expect(await steps.count()).toBeGreaterThan(100);
    expect(await steps.first().textContent()).toContain('handle_one_request begins, in the server');
    expect(await page.locator('.follow-list').textContent()).toContain('Changed: request: user.');
    expect(await page.getByRole('button', { name: /Follow/ }).count()).toBe(0);
    expect(await page.locator('.onion').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });
});

describe.skipIf(!inject('chromium'))('a chapter that follows the request', () => {
  const open = useReader();

  it('says at which step it stands, and opens the stepper there when it is unfolded', async () => {
    const { page, complaints, close } = await open(CHAPTER);
    const asked = listen(page);
    const panel = page.locator('.follow');
    expect(await panel.textContent()).toMatch(/Step \d+ of \d+: response_for_exception begins/);
    expect(asked).toEqual([]);
    await panel.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await now(page).waitFor();
    expect(await now(page).textContent()).toBe(
      'response_for_exception begins, in URLs and hooks, on the way out.',
    );
    await page.getByRole('button', { name: 'Back' }).click();
    expect(new URL(page.url()).hash).toBe('');
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('without scripts leads to the page of the stepper', async () => {
    const { page, complaints, close } = await open(CHAPTER, { javaScriptEnabled: false });
    await page.locator('.follow > summary').click();
    const link = page.getByRole('link', { name: 'Step through it on its own page' });
    expect(await link.getAttribute('href')).toBe(
      '/book/workshop/follow/#view=raises&step=django.core.handlers.exception%3Aresponse_for_exception',
    );
    expect(complaints).toEqual([]);
    await close();
  });
});
