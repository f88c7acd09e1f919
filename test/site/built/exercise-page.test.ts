import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type BuiltSite, discard } from '../build-site.ts';
import { type BuiltPage, readPages } from '../built-page.ts';

const MINUTES = 60_000;
let site: BuiltSite;
let html = '';
let page: BuiltPage | undefined;

beforeAll(async () => {
  site = await buildSite({ content: 'fixture', base: '/book/' });
  const pages = await readPages(site.folder);
  page = pages.find(({ file }) => file === '1-wsgi/the-calling-convention/index.html');
  const [section = ''] =
    /<section class="exercise"[\s\S]*?<\/section>/.exec(page?.html ?? '') ?? [];
  html = section;
}, 5 * MINUTES);

afterAll(() => discard(site));

/** Where the words stand in the exercise; -1 where they do not. */
const at = (words: string): number => html.indexOf(words);

describe('an exercise on a page', () => {
  it('stands in its chapter under its own anchor, with its title, difficulty and claims', () => {
    expect(page?.ids).toContain('exercise-greet');
    expect(html).toContain('data-exercise="greet"');
    expect(html).toMatch(/<h3[^>]*>Greet by name<\/h3>/);
    expect(html).toContain('middling');
    expect(html).toContain('href="/book/claims/#A01"');
    expect(html).toMatch(/<span class="solved-mark" hidden>/);
  });

  it('reads in the order in which it is worked: task, what is given, starter, checks, hints, solution', () => {
    const places = [
      'Whoever asks for',
      'id="greet-setup-1"',
      'id="greet-starter"',
      'id="greet-check-1"',
      'id="greet-check-2"',
      'A path begins with a slash.',
      '<summary>Solution</summary>',
      'id="greet-solution"',
      'id="greet-wrong-1"',
    ].map(at);
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('folds hints and solution, shows what a check has to print, and marks expectations', () => {
    expect(html.match(/<details class="hint"><summary>Hint<\/summary>/g)).toHaveLength(2);
    expect(html.match(/<details class="solution">/g)).toHaveLength(1);
    expect(html).toContain('<samp>Hello, Bob\n</samp>');
    expect(html).toMatch(/class="mark value held"/);
    expect(html).toContain('It leaves escapes as they are.');
  });

  it('leaves terms and rows to the chapter around it', () => {
    expect(html).not.toContain('class="term"');
    expect(html).not.toContain('class="row"');
    expect(page?.html).toMatch(/<div class="row wide"><section class="exercise"/);
  });
});
