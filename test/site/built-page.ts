/**
 * A built page, read back: just enough of HTML for what Astro writes.
 *
 * @module
 */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An opening tag with its attributes; one without a value has `''`. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
}

/** A page of a built site. */
export interface BuiltPage {
  /** From the folder of the site: `claims/index.html`. */
  file: string;
  html: string;
  tags: Tag[];
  ids: string[];
}

const TAG = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>/"]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const ATTRIBUTE = /([^\s=>/"]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Every page of a built site that a reader opens, in the order of their paths. */
export async function readPages(folder: string): Promise<BuiltPage[]> {
  const files = await readdir(folder, { recursive: true });
  const pages = files.filter((file) => /(?:^|[\\/])(?:index|404)\.html$/.test(file)).toSorted();
  return Promise.all(
    pages.map(async (file) => {
      const html = await readFile(join(folder, file), 'utf8');
      const tags = readTags(html);
      const ids = tags.flatMap((tag) => tag.attributes.get('id') ?? []);
      return { file: file.replaceAll('\\', '/'), html, tags, ids };
    }),
  );
}

/** The opening tags of some HTML, scripts left out. */
export function readTags(html: string): Tag[] {
  const text = html.replace(/(<script[^>]*>)[\s\S]*?<\/script>/g, '$1');
  return [...text.matchAll(TAG)].map(([, name = '', source = '']) => {
    const attributes = [...source.matchAll(ATTRIBUTE)].map(
      ([, key = '', double, single, bare]): [string, string] => [
        key.toLowerCase(),
        unescape(double ?? single ?? bare ?? ''),
      ],
    );
    return { name: name.toLowerCase(), attributes: new Map(attributes) };
  });
}

function unescape(text: string): string {
  return text
    .replaceAll('&#34;', '"')
    .replaceAll('&quot;', '"')
    .replaceAll('&#38;', '&')
    .replaceAll('&amp;', '&');
}
