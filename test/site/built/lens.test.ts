import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite, type BuiltSite, discard } from '../build-site.ts';

const MINUTES = 60_000;
const SAY_IN_PYTHON = 'self.text)';
const LICENCE = 'https://github.com/django/django/blob/2.2.28/LICENSE';
const LINK = 'https://github.com/django/django/blob/2.2.28/django/greeting/words.py';

/** The page with the lenses, built with this folder as the source of Django. */
function usePage(env: NodeJS.ProcessEnv): () => string {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await buildSite({ content: 'fixture', base: '/', env });
  }, 5 * MINUTES);
  afterAll(() => discard(site));
  return () => readFileSync(join(site.folder, '3-django-code/a-lens/index.html'), 'utf8');
}

/** The stretches of a page that are lenses, by the name they are on. */
function lenses(html: string): Record<string, string> {
  const parts = html.split(/(?=<div class="(?:lens|original)")/).slice(1);
  return Object.fromEntries(
    parts.map((part) => {
      const [, kind = '', name = ''] = /^<div class="(\w+)" data-of="([^"]*)"/.exec(part) ?? [];
      const until = part.search(/<div class="row|<\/figure>/);
      return [`${kind} ${name.split(':')[1]}`, until === -1 ? part : part.slice(0, until)];
    }),
  );
}

describe('a source lens, where the source of Django is at hand', () => {
  const page = usePage({ DJANGO_SRC: join(import.meta.dirname, '../../models/fixture') });

  it('has the function of the runtime and the text of the installed source, folded', () => {
    const lens = lenses(page())['lens Greeting.say'] ?? '';
    expect(lens).toMatch(/^<div[^>]*><details><summary>/);
    expect(lens).toContain('test/site/fixture/port/words.ts, line 12');
    expect(lens).toContain(SAY_IN_PYTHON);
    expect(lens).toContain('class="t-keyword"');
  });

  it('links to just these lines at the release, and names the licence', () => {
    const lens = lenses(page())['lens Greeting.say'] ?? '';
    expect(lens).toContain(`href="${LINK}#L19-L22"`);
    expect(lens).toContain('django/greeting/words.py, lines 19 to 22');
    expect(lens).toContain('From Django 2.2.28, © Django Software Foundation');
    expect(lens).toContain(`href="${LICENCE}" rel="noreferrer">BSD 3-Clause licence</a>`);
  });

  it('shows decorators, and Python alone where the runtime has nothing of the kind', () => {
    const lens = lenses(page())['lens Greeting.text'] ?? '';
    expect(lens).toContain('A comment of the fixture.');
    expect(lens).toContain(`href="${LINK}#L11-L17"`);
    expect(lens).not.toContain('TypeScript');
  });

  it('shows the runtime alone where Django has no definition', () => {
    const lens = lenses(page())['lens Greeting.name'] ?? '';
    expect(lens).toContain('port/words.ts, line 18');
    expect(lens).toMatch(/has no definition of its own in <code>django\.greeting\.words</);
  });

  it('stands under a snippet that shows a function of the runtime', () => {
    const original = lenses(page())['original Greeting.say'] ?? '';
    expect(original).toMatch(/^<div[^>]*><details>/);
    expect(original).toContain(SAY_IN_PYTHON);
  });

  it('stands in a page that names the judge of a fence of Django', () => {
    expect(page()).toContain('1 check, by Django 2.2.28 on CPython 3.11, recorded');
  });
});

describe('a source lens, where it is not', () => {
  const page = usePage({ DJANGO_SRC: '' });

  it('has the function of the runtime, and a link to the line', () => {
    const found = lenses(page());
    const lens = found['lens Greeting.say'] ?? '';
    expect(lens).toContain('port/words.ts, line 12');
    expect(lens).toContain(`href="${LINK}#L19"`);
    expect(found['original Greeting.say']).toContain(`href="${LINK}#L19"`);
    expect(page()).not.toContain(SAY_IN_PYTHON);
    expect(page()).not.toContain('BSD 3-Clause licence</a>');
  });
});
