/**
 * Before the browser tests: builds the book and the fixture, and serves both.
 *
 * @module
 */

import type { TestProject } from 'vitest/node';
import { buildSite, discard } from '../site/build-site.ts';
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
    /** The fixture's address. */
    fixture: string;
    /** The address of every page of the book and of the fixture. */
    pages: string[];
  }
}

/** Opens both editions; the function it returns closes them. */
export default async function openBook(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium();
  const firefox = findFirefox();
  project.provide('chromium', chromium);
  project.provide('firefox', firefox);
  if (!firefox) {
    if (process.env['CI']) throw new Error(HOW_TO_GET_FIREFOX);
    console.warn(HOW_TO_GET_FIREFOX);
  }
  if (!chromium) {
    if (process.env['CI']) throw new Error(HOW_TO_GET_ONE);
    console.warn(HOW_TO_GET_ONE);
    project.provide('fixture', '');
    project.provide('pages', []);
    return async () => {};
  }
  const built = [
    await buildSite({ content: 'fixture', base: '/book/' }),
    await buildSite({ content: 'book', base: '/' }),
  ];
  const served = await Promise.all(built.map(serve));
  const pages = await Promise.all(
    built.map(async (site, index) => {
      const address = served[index]?.address ?? '';
      const found = await readPages(site.folder);
      return found.map((page) => address + page.file.replace(/index\.html$/, ''));
    }),
  );
  project.provide('fixture', served[0]?.address ?? '');
  project.provide('pages', pages.flat());
  return async () => {
    for (const site of served) site.close();
    await Promise.all(built.map(discard));
  };
}
