/**
 * Before the browser tests: builds the book and the fixture, and serves them.
 *
 * @module
 */

import type { TestProject } from 'vitest/node';
import { buildSite, type BuiltSite, discard, type Edition } from '../site/build-site.ts';
import { readPages } from '../site/built-page.ts';
import { findChromium, HOW_TO_GET_ONE } from './find-chromium.ts';
import { findFirefox, HOW_TO_GET_FIREFOX } from './find-firefox.ts';
import { serve } from './serve.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Absent where no browser was found. */
    chromium: string | undefined;
    /** Absent where no Firefox was found. */
    firefox: string | undefined;
    /** The book's address, at the root of its host. */
    book: string;
    /** The address of the same book under `/book/`. */
    bookBelow: string;
    /** The fixture's address. */
    fixture: string;
    /** The address of every page of the book and of the fixture. */
    pages: string[];
  }
}

const EDITIONS = {
  book: { content: 'book', base: '/' },
  bookBelow: { content: 'book', base: '/book/' },
  fixture: { content: 'fixture', base: '/book/' },
} satisfies Record<string, Edition>;

const NAMES = ['book', 'bookBelow', 'fixture'] as const;

/** Opens all editions; the function it returns closes them. */
export default async function openBook(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = here(findChromium(), HOW_TO_GET_ONE);
  project.provide('chromium', executablePath);
  project.provide('firefox', here(findFirefox(), HOW_TO_GET_FIREFOX));
  const open: OpenEdition[] = [];
  // One after the other: Astro keeps what it prerenders from in one folder of the project.
  for (const name of executablePath ? NAMES : []) open.push(await openEdition(name));
  for (const [place, name] of NAMES.entries()) project.provide(name, open[place]?.address ?? '');
  project.provide(
    'pages',
    open.flatMap(({ name, pages }) => (name === 'bookBelow' ? [] : pages)),
  );
  return async () => {
    await Promise.all(open.map(({ close }) => close()));
  };
}

function here(browser: string | undefined, howToGetOne: string): string | undefined {
  if (browser) return browser;
  if (process.env['CI']) throw new Error(howToGetOne);
  console.warn(howToGetOne);
  return undefined;
}

interface OpenEdition {
  name: (typeof NAMES)[number];
  site: BuiltSite;
  address: string;
  /** The address of every page. */
  pages: string[];
  close: () => Promise<void>;
}

async function openEdition(name: (typeof NAMES)[number]): Promise<OpenEdition> {
  const site = await buildSite(EDITIONS[name]);
  const { address, close } = await serve(site);
  const pages = (await readPages(site.folder)).map(
    ({ file }) => address + file.replace(/index\.html$/, ''),
  );
  return {
    name,
    site,
    address,
    pages,
    close: () => {
      close();
      return discard(site);
    },
  };
}
