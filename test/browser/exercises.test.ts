import { globSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { parseExercise } from '../../src/doctest/parse/exercise.ts';
import type { Exercise } from '../../src/doctest/model.ts';
import { faultsOf } from './axe.ts';
import { readWheels } from '../site/workshop/python/start-python.ts';
import { START } from './patience.ts';
import { useReader } from './reader.ts';

/** Each exercise of the book, with the chapter in which it stands. */
const exercises = globSync('content/*/*.mdx').flatMap((file) => {
  const ids = readFileSync(file, 'utf8').matchAll(/^<Exercise id="([^"]+)"/gm);
  const chapter = file.slice('content/'.length).replace(/\.mdx$/, '/');
  return [...ids].map(([, id = '']) => ({ id, chapter, exercise: read(id) }));
});

function read(id: string): Exercise {
  const file = `content/exercises/${id}.mdx`;
  return parseExercise(file, readFileSync(file, 'utf8'));
}

const addressOf = (chapter: string, id = ''): string =>
  `${inject('book')}${chapter}${id && `#exercise-${id}`}`;
const typescript = exercises.filter(({ exercise }) => exercise.language === 'ts');
const python = exercises.filter(({ exercise }) => exercise.language === 'python');
const wheels = inject('chromium') ? readWheels() : undefined;

async function solve(section: Locator): Promise<Locator> {
  await section.getByRole('button', { name: 'Solve' }).click();
  const box = section.getByRole('textbox');
  await box.waitFor();
  return box;
}

/** Writes an answer in place of what stands in the editor, as a reader who pastes it. */
async function write(page: Page, box: Locator, text: string): Promise<void> {
  await box.focus();
  await page.keyboard.press('Control+a');
  await box.evaluate((editor, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const given = { clipboardData, bubbles: true, cancelable: true };
    editor.dispatchEvent(new ClipboardEvent('paste', given));
  }, text);
}

/** Has an answer judged, by the button unless told otherwise, and gives the words for it. */
async function check(section: Locator, ask?: () => Promise<void>): Promise<string> {
  const page = section.page();
  await page.evaluate(() => {
    const judged = new Promise<void>((resolve) => {
      for (const kind of ['workshop:attempted', 'workshop:solved'])
        document.addEventListener(kind, () => resolve(), { once: true });
    });
    Object.assign(window, { judged });
  });
  await (ask ? ask() : section.getByRole('button', { name: 'Check', exact: true }).click());
  await page.evaluate(() => Reflect.get(window, 'judged') as Promise<void>);
  const standing = section.locator('.answer-outcome .run-state .standing');
  return (await standing.innerText()).replace(/^\S+ /, '');
}

const openHeader = { chapter: '1-wsgi/middleware/', id: 'add-a-header' };
const HALF =
  'function signed(application: WSGIApplication): WSGIApplication {\n  return (environ, startResponse) =>\n    application(environ, (status, headers) =>\n      startResponse(status, [...headers, ["X-Served-By", "Round Trip"]]),\n    );\n}\n';

describe.skipIf(!inject('chromium'))('an exercise', () => {
  const open = useReader();

  const openExercise = async (
    { chapter, id } = openHeader,
    options: Parameters<typeof open>[1] = {},
  ) => {
    const opened = await open(addressOf(chapter, id), options);
    return { ...opened, section: opened.page.locator(`#exercise-${id}`) };
  };

  it.each(typescript)(
    '$id is solved by the solution of the book',
    async ({ id, chapter, exercise }) => {
      const { page, section, complaints, close } = await openExercise({ chapter, id });
      const box = await solve(section);
      expect(await check(section)).toMatch(/fail/);
      await write(page, box, exercise.solution.code);
      const all = exercise.checks.length;
      expect(await check(section)).toBe(`solved: all ${all} checks hold`);
      expect(await section.locator('.solved-mark').isVisible()).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('shows at a check what was expected, and of a hidden one the hint and not the check', async () => {
    const { page, section, complaints, close } = await openExercise();
    const box = await solve(section);
    expect(await check(section)).toBe('1 of 4 checks failed');
    const first = section.locator('#add-a-header-check-1');
    expect(await first.locator('.bar .standing.failed').innerText()).toContain('fails');
    expect(await first.locator('.difference').innerText()).toMatch(
      /The value differs\.[\s\S]*expected[\s\S]*X-Served-By[\s\S]*received/,
    );
    await write(page, box, HALF);
    expect(await check(section)).toBe('1 of 4 checks failed');
    expect(await first.locator('.difference').count()).toBe(0);
    const hidden = section.locator('.hidden-checks .failed');
    expect(await hidden.innerText()).toContain('start_response has a third argument.');
    expect(await section.innerText()).not.toContain('Out of Flour');
    expect(complaints).toEqual([]);
    await close();
  });

  it('gives its hints one by one, and the solution after an attempt or on request', async () => {
    const { section, complaints, close } = await openExercise();
    const hints = section.locator('.hint');
    expect(await hints.filter({ visible: true }).count()).toBe(1);
    await hints.first().locator('summary').click();
    expect(await hints.filter({ visible: true }).count()).toBe(2);
    await solve(section);
    await check(section);
    await section.getByRole('button', { name: 'Next hint' }).click();
    expect(await hints.nth(1).getAttribute('open')).not.toBeNull();
    expect(await hints.filter({ visible: true }).count()).toBe(3);
    await section.getByRole('button', { name: 'Show the solution' }).click();
    const solution = section.locator('.solution');
    expect(await solution.getByText('One answer').isVisible()).toBe(true);
    expect(await solution.getByText('It keeps exc_info to itself').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it('tells of solving and of trying', async () => {
    const { page, section, close } = await openExercise();
    await page.evaluate(() => {
      const told: unknown[] = [];
      for (const kind of ['workshop:attempted', 'workshop:solved'])
        document.addEventListener(kind, (event) =>
          told.push([kind, (event as CustomEvent<unknown>).detail]),
        );
      Object.assign(window, { told });
    });
    const box = await solve(section);
    await check(section);
    await write(page, box, read('add-a-header').solution.code);
    expect(await check(section, () => box.press('Control+Enter'))).toMatch(/^solved/);
    expect(await page.evaluate(() => Reflect.get(window, 'told') as unknown)).toEqual([
      ['workshop:attempted', { exercise: 'add-a-header' }],
      ['workshop:solved', { exercise: 'add-a-header' }],
    ]);
    await close();
  });

  it('keeps what was typed and that it was solved, also for the list of exercises', async () => {
    const { page, section, complaints, close } = await openExercise();
    const box = await solve(section);
    await write(page, box, read('add-a-header').solution.code);
    await check(section);
    await page.waitForFunction(() =>
      Object.entries(localStorage).some(
        ([key, text]) => !key.includes('answer') && String(text).includes('#add-a-header'),
      ),
    );
    await page.reload();
    await page.mouse.wheel(0, 50);
    await section.locator('.solved-mark').filter({ visible: true }).waitFor();
    const again = await solve(section);
    expect(await again.innerText()).toContain('X-Served-By');
    await section.getByRole('button', { name: 'Reset' }).click();
    expect(await again.innerText()).not.toContain('X-Served-By');
    await section.getByRole('button', { name: 'Undo' }).click();
    expect(await again.innerText()).toContain('X-Served-By');
    await page.goto(addressOf('exercises/'));
    const marked = page.locator('.exercise-list li:has(.solved-mark:not([hidden]))');
    await marked.first().waitFor();
    expect(await marked.evaluateAll((lines) => lines.map(({ dataset }) => dataset))).toMatchObject([
      { exercise: 'add-a-header', chapter: '1-wsgi/middleware' },
    ]);
    expect(complaints).toEqual([]);
    await close();
  });

  it('ends an answer that does not end, and judges the next', async () => {
    const { page, section, complaints, close } = await openExercise();
    const box = await solve(section);
    await write(
      page,
      box,
      'function signed(application: WSGIApplication): WSGIApplication {\n  for (;;);\n}\n',
    );
    expect(await check(section)).toBe('4 of 4 checks failed');
    expect(await section.locator('#add-a-header-check-1 .difference').innerText()).toContain(
      'it does not end',
    );
    await write(page, box, read('add-a-header').solution.code);
    expect(await check(section)).toMatch(/^solved/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('says at its line why an answer is no program', async () => {
    const { page, section, complaints, close } = await openExercise();
    const box = await solve(section);
    await write(page, box, 'const signed =\n  ;');
    expect(await check(section)).toBe('your answer fails by itself');
    expect(await section.locator('.answer-outcome .difference').innerText()).toContain(
      'line 2 of your answer',
    );
    expect(await section.locator('.mark.error').count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is solved by keyboard alone', async () => {
    const { page, section, complaints, close } = await openExercise();
    const button = section.getByRole('button', { name: 'Solve' });
    await button.focus();
    await page.keyboard.press('Enter');
    await section.getByRole('textbox').waitFor();
    await write(page, section.getByRole('textbox'), read('add-a-header').solution.code);
    expect(await check(section, () => page.keyboard.press('Control+Enter'))).toMatch(/^solved/);
    const said = page.locator('.announcer');
    expect(await said.innerText()).toBe('Solved: all 4 checks hold.');
    await page.keyboard.press('Escape');
    const focused = (): Promise<string> =>
      page.evaluate(() => document.activeElement?.textContent ?? '');
    for (let tabs = 0; tabs < 5 && (await focused()) !== 'Close'; tabs += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await section.getByRole('textbox').count()).toBe(0);
    expect(await focused()).toBe('Solve');
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(['light', 'dark'] as const)(
    'is open to everybody, on a telephone, in the %s',
    async (colorScheme) => {
      const { page, section, complaints, close } = await openExercise(openHeader, {
        viewport: { width: 390, height: 844 },
        colorScheme,
      });
      await solve(section);
      await check(section);
      await section.getByRole('button', { name: 'Next hint' }).click();
      await section.getByRole('button', { name: 'Show the solution' }).click();
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it.skipIf(!wheels).each(python.slice(0, 1))(
    'has the next Python ready by the time another answer is judged, and ends it when closed',
    async ({ id, chapter, exercise }) => {
      const { page, section, complaints, close } = await openExercise({ chapter, id });
      const hasEnded: boolean[] = [];
      page.on('worker', (worker) => {
        const number = hasEnded.push(false) - 1;
        worker.on('close', () => (hasEnded[number] = true));
      });
      const ended = () => expect.poll(() => hasEnded, { timeout: START });
      const box = await solve(section);
      await check(section);
      await ended().toEqual([true, false]);
      await write(page, box, exercise.solution.code);
      expect(await check(section)).toMatch(/^solved/);
      await ended().toEqual([true, true, false]);
      await section.getByRole('button', { name: 'Close' }).click();
      await ended().toEqual([true, true, true]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('reads whole without JavaScript: task, checks, hints and solution', async () => {
    const { section, close } = await openExercise(openHeader, { javaScriptEnabled: false });
    expect(await section.getByRole('button').count()).toBe(0);
    expect(await section.innerText()).toContain('Write signed(application)');
    expect(await section.innerText()).toContain('Status and body stay as they are');
    await section.locator('.hint summary').first().click();
    await section.locator('.hint summary').nth(1).click();
    expect(await section.locator('.hint').filter({ visible: true }).count()).toBe(3);
    await section.locator('.solution > summary').click();
    expect(await section.locator('.solution .part').first().isVisible()).toBe(true);
    await close();
  });

  it.each(python)(
    '$id is judged by real Django, or the page says why not',
    async ({ id, chapter, exercise }) => {
      const { page, section, complaints, close } = await openExercise({ chapter, id });
      if ((await section.locator('.starter[data-answer]').count()) === 0) {
        expect(await section.locator('.answer-note').innerText()).toContain(
          'does not carry Django',
        );
      } else {
        const box = await solve(section);
        await write(page, box, exercise.solution.code);
        expect(await check(section)).toMatch(/^solved: all \d checks hold$/);
        const wrong = exercise.wrong[0]?.code ?? '';
        await write(page, box, wrong);
        await section.getByRole('button', { name: 'Check', exact: true }).click();
        await section.locator('.hidden-checks .failed').first().waitFor({ timeout: START });
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );
});
