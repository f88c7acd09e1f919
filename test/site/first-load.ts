/**
 * What a page of a built site loads before its reader does anything, by what its files say.
 *
 * @module
 */

import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseSync } from 'rolldown/utils';
import type { BuiltPage, Tag } from './built-page.ts';

/** A file that comes with a page. */
export interface LoadedFile {
  /** From the folder of the site; an address for what is not of the site. */
  path: string;
  kind: 'script' | 'other';
  /** Compressed with gzip. */
  bytes: number;
}

/** Bytes that the first load of a page may weigh, compressed, and its scripts among them. */
export const PAGE_BUDGET = 60 * 1024;
export const SCRIPT_BUDGET = 10 * 1024;

const FETCHED_LINKS = /^(?:stylesheet|icon|modulepreload|preload|prefetch|manifest)$/;
const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * The page and every file that it names or that its scripts import at once. Scripts within the page
 * weigh as scripts too, so they are listed under the page's name besides.
 */
export async function firstLoad(
  page: BuiltPage,
  folder: string,
  base: string,
): Promise<LoadedFile[]> {
  const loaded = new Map<string, LoadedFile>();
  const inline = [...page.html.matchAll(INLINE_SCRIPT)].map(([, text = '']) => text).join('');
  loaded.set(page.file, { path: page.file, kind: 'other', bytes: gzipSync(page.html).length });

  async function take(path: string): Promise<void> {
    if (loaded.has(path)) return;
    const text = await readFile(join(folder, path));
    const kind = path.endsWith('.js') ? 'script' : 'other';
    loaded.set(path, { path, kind, bytes: gzipSync(text).length });
    if (kind === 'script')
      for (const specifier of importedAtOnce(path, text.toString()))
        await take(posix.join(posix.dirname(path), specifier));
  }

  for (const address of page.tags.flatMap(fetchedBy)) {
    if (address.startsWith(base)) await take(address.slice(base.length).replace(/[?#].*/s, ''));
    else if (!address.startsWith('data:'))
      loaded.set(address, { path: address, kind: 'other', bytes: 0 });
  }
  const within = inline === '' ? [] : [withinPage(page, inline)];
  return [...loaded.values(), ...within];
}

function withinPage({ file }: BuiltPage, inline: string): LoadedFile {
  return { path: `${file} (within)`, kind: 'script', bytes: gzipSync(inline).length };
}

/** What a tag has the browser fetch at once, as it is written. */
function fetchedBy({ name, attributes }: Tag): string[] {
  const rels = (attributes.get('rel') ?? '').split(' ');
  if (name === 'link' && !rels.some((rel) => FETCHED_LINKS.test(rel))) return [];
  const wanted = name === 'link' ? ['href'] : ['src', 'srcset', 'data', 'poster'];
  if (!['link', 'script', 'img', 'iframe', 'source', 'object', 'video', 'audio'].includes(name))
    return [];
  return wanted.flatMap((attribute) => attributes.get(attribute) ?? []);
}

function importedAtOnce(path: string, text: string): string[] {
  const { module } = parseSync(path, text, { sourceType: 'module' });
  const from = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
  );
  return [...module.staticImports.map(({ moduleRequest }) => moduleRequest.value), ...from];
}
