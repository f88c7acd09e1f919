import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromFragment } from '../../../site/workshop/stepper/link.ts';
import { buildSite, type BuiltSite, discard, type Edition } from '../build-site.ts';
import { type BuiltPage, readPages } from '../built-page.ts';
import { firstLoad, type LoadedFile, PAGE_BUDGET, SCRIPT_BUDGET } from '../first-load.ts';

const MINUTES = 60_000;
const STEPPER = 'workshop/follow/index.html';

const editions: Edition[] = [
  { content: 'book', base: '/' },
  { content: 'book', base: '/book/' },
  { content: 'fixture', base: '/book/' },
];

describe.each(editions)('the $content served under $base', (edition) => {
  let site: BuiltSite;
  let folder = '';
  let pages: BuiltPage[] = [];

  beforeAll(async () => {
    site = await buildSite(edition);
    folder = site.folder;
    pages = await readPages(folder);
  }, 5 * MINUTES);

  afterAll(() => discard(site));

  it('has a front page, a ledger and a page for lost readers', () => {
    const files = pages.map((page) => page.file);
    expect(files).toEqual(expect.arrayContaining(['index.html', 'claims/index.html', '404.html']));
  });

  it('links to nothing that is missing', async () => {
    const broken: string[] = [];
    for (const page of pages) {
      for (const link of ownLinks(page)) {
        const problem = await problemOf(link, page, pages, folder, edition.base);
        if (problem) broken.push(`${page.file}: ${link}: ${problem}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('loads nothing from another origin', () => {
    const foreign = pages.flatMap((page) =>
      page.tags
        .flatMap(({ name, attributes }) =>
          name === 'a' || isCanonical(attributes)
            ? []
            : [attributes.get('src'), attributes.get('href')],
        )
        .filter((address) => address !== undefined && /^(?:[a-z]+:)?\/\//.test(address)),
    );
    expect(foreign).toEqual([]);
  });

  it('has no inline styles, and a policy that would refuse them', () => {
    for (const page of pages) {
      const styled = page.tags.filter((tag) => tag.attributes.has('style') || tag.name === 'style');
      expect(styled, page.file).toEqual([]);
      const policy = metaOf(page, 'http-equiv', 'content-security-policy');
      expect(policy, page.file).toContain("default-src 'none'");
      expect(policy, page.file).not.toContain('unsafe');
    }
  });

  it('names each page: one h1, a language, a title and a description of its own', () => {
    for (const page of pages) {
      expect(page.tags.filter((tag) => tag.name === 'h1').length, page.file).toBe(1);
      expect(page.tags.find((tag) => tag.name === 'html')?.attributes.get('lang')).toBe('en');
      expect(/<title>(.+?)<\/title>/.exec(page.html)?.[1], page.file).toBeTruthy();
      expect(metaOf(page, 'name', 'description'), page.file).toBeTruthy();
    }
    const titles = pages.map((page) => /<title>(.+?)<\/title>/.exec(page.html)?.[1]);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('gives no anchor twice on a page', () => {
    for (const page of pages) {
      const doubled = page.ids.filter((id, index) => page.ids.indexOf(id) !== index);
      expect(doubled, page.file).toEqual([]);
    }
  });

  it('loads no more with a page than the budget allows, and nothing of the workshop', async () => {
    for (const page of pages) {
      const loaded = await firstLoad(page, folder, edition.base);
      const scripts = loaded.filter(({ kind }) => kind === 'script');
      expect(weightOf(scripts), `scripts of ${page.file}`).toBeLessThanOrEqual(SCRIPT_BUDGET);
      expect(weightOf(loaded), page.file).toBeLessThanOrEqual(PAGE_BUDGET);
      const others = loaded.filter(
        ({ path }) =>
          (path.startsWith('workshop/') && !path.startsWith(page.file)) || /^\/|:/.test(path),
      );
      expect(others, page.file).toEqual([]);
    }
  });
});

function weightOf(files: LoadedFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function ownLinks(page: BuiltPage): string[] {
  const addresses = page.tags.flatMap((tag) => [
    tag.attributes.get('href') ?? [],
    tag.attributes.get('src') ?? [],
    tag.attributes.get('popovertarget')?.replace(/^/, '#') ?? [],
  ]);
  return addresses.flat().filter((address) => !/^[a-z]+:/.test(address));
}

async function problemOf(
  link: string,
  page: BuiltPage,
  pages: BuiltPage[],
  folder: string,
  base: string,
): Promise<string | undefined> {
  const own = `https://book.invalid${base}${page.file.replace(/index\.html$/, '')}`;
  const { pathname, hash } = new URL(link, own);
  if (!pathname.startsWith(base)) return `leaves the base path ${base}`;
  const path = decodeURIComponent(pathname.slice(base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const found = await stat(join(folder, file)).catch(() => undefined);
  if (!found?.isFile()) return 'there is no such file';
  if (hash === '') return undefined;
  const goal = pages.find((page) => page.file === file);
  const anchor = decodeURIComponent(hash.slice(1));
  if (goal?.ids.includes(anchor)) return undefined;
  return file === STEPPER ? problemOfState(hash) : `there is no anchor "${anchor}"`;
}

/** A fragment of the stepper's page that is no anchor holds what to follow. */
function problemOfState(hash: string): string | undefined {
  try {
    fromFragment(hash);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function isCanonical(attributes: Map<string, string>): boolean {
  return attributes.get('rel') === 'canonical';
}

function metaOf(page: BuiltPage, attribute: string, value: string): string | undefined {
  const metas = page.tags.filter((tag) => tag.name === 'meta');
  const meta = metas.find((tag) => tag.attributes.get(attribute)?.toLowerCase() === value);
  return meta?.attributes.get('content');
}
