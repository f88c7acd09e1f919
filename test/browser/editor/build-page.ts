/**
 * Builds the page with the editor as the site is built.
 *
 * @module
 */

import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds it into a new folder. */
export async function buildPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'editor-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    base: './',
    build: { outDir: folder, target: 'esnext', assetsInlineLimit: 0 },
  });
  await copyFile(join(folder, 'index.html'), join(folder, '404.html'));
  return folder;
}
