/**
 * The parts of an address, and one address seen from another.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';

/** The parts of an address; none of them is unescaped. @models urllib.parse:SplitResult */
export interface SplitResult {
  /** In lower case. */
  scheme: string;
  netloc: string;
  path: string;
  query: string;
  fragment: string;
}

const LEADING = /^[^\x21-\u{10ffff}]+/u;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const RELATIVE = new Set(
  ' ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss'.split(
    ' ',
  ),
);
const WITH_PARAMS = new Set(
  ' ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split(' '),
);

/** Splits an address; control characters before it, and tabs and line ends in it, do not count. @throws {ValueError} for a host that cannot be. @models urllib.parse:urlsplit */
export function urlsplit(url: string, defaultScheme = ''): SplitResult {
  let rest = url.replace(LEADING, '').replaceAll(/[\t\r\n]/g, '');
  const named = SCHEME.exec(rest);
  if (named) rest = rest.slice(named[0].length);
  const [, netloc = ''] = /^\/\/([^/?#]*)/.exec(rest) ?? [];
  if (rest.startsWith('//')) rest = rest.slice(2 + netloc.length);
  if (netloc.includes('[') !== netloc.includes(']')) throw new ValueError('Invalid IPv6 URL');
  const [beforeFragment, fragment] = partition(rest, '#');
  const [path, query] = partition(beforeFragment, '?');
  checkNetloc(netloc);
  return { scheme: (named?.[1] ?? defaultScheme).toLowerCase(), netloc, path, query, fragment };
}

/** Puts an address together. @models urllib.parse:urlunsplit */
export function urlunsplit({ scheme, netloc, path, query, fragment }: SplitResult): string {
  let url = path;
  if (netloc || (RELATIVE.has(scheme) && scheme && !path.startsWith('//'))) {
    url = `//${netloc}${path && !path.startsWith('/') ? '/' : ''}${path}`;
  }
  return `${scheme && `${scheme}:`}${url}${query && `?${query}`}${fragment && `#${fragment}`}`;
}

/** What an address means where another one is the page's. @throws {ValueError} @models urllib.parse:urljoin */
export function urljoin(base: string, url: string): string {
  if (!base || !url) return url || base;
  const from = urlsplit(base);
  const to = urlsplit(url, from.scheme);
  if (to.scheme !== from.scheme || !RELATIVE.has(to.scheme)) return url;
  if (to.netloc) return urlunsplit(to);
  const { netloc } = from;
  const [basePath] = splitParams(from);
  const [path, params] = splitParams(to);
  if (path === '' && params === '') {
    return urlunsplit({ ...to, netloc, path: from.path, query: to.query || from.query });
  }
  const joined = joinPaths(basePath, path) || '/';
  return urlunsplit({ ...to, netloc, path: params ? `${joined};${params}` : joined });
}

function joinPaths(base: string, path: string): string {
  const segments = path.startsWith('/') ? path.split('/') : segmentsBelow(base, path);
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === '..') resolved.pop();
    else if (segment !== '.') resolved.push(segment);
  }
  if (['.', '..'].includes(segments.at(-1) ?? '')) resolved.push('');
  return resolved.join('/');
}

function segmentsBelow(base: string, path: string): string[] {
  const folders = base.split('/');
  if (folders.at(-1) !== '') folders.pop();
  const all = [...folders, ...path.split('/')];
  return all.filter((segment, at) => at === 0 || at === all.length - 1 || segment !== '');
}

function splitParams({ scheme, path }: SplitResult): [path: string, params: string] {
  if (!WITH_PARAMS.has(scheme)) return [path, ''];
  const at = path.indexOf(';', Math.max(path.lastIndexOf('/'), 0));
  return at < 0 ? [path, ''] : [path.slice(0, at), path.slice(at + 1)];
}

function partition(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** Refuses characters that would become separators once a host is normalized. */
function checkNetloc(netloc: string): void {
  const bare = netloc.replaceAll(/[@:#?]/g, '');
  const normalized = bare.normalize('NFKC');
  if (bare === normalized || !/[/?#@:]/.test(normalized)) return;
  throw new ValueError(`netloc '${netloc}' contains invalid characters under NFKC normalization`);
}
