/**
 * The six parts of an address, as CPython 3.11 takes them apart.
 *
 * @module
 */

import { ValueError } from '../builtins.ts';
import { repr } from '../repr.ts';

const WITH_HOST = new Set(
  `ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu
  rsync svn svn+ssh sftp nfs git git+ssh ws wss`.split(/\s+/),
);
const WITH_PARAMS = new Set(
  'ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split(' '),
).add('');
const SCHEME = /^([a-z][a-z\d+.-]*):/i;

/** What an address is made of. */
export interface UrlParts {
  /** In lower case. */
  scheme: string;
  /** Host and port, with user and password where they are given. */
  netloc: string;
  path: string;
  params: string;
  query: string;
  fragment: string;
}

/** An address taken apart. @models urllib.parse:ParseResult */
export class ParseResult implements UrlParts {
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly params: string;
  readonly query: string;
  readonly fragment: string;

  constructor(parts: UrlParts) {
    this.scheme = parts.scheme;
    this.netloc = parts.netloc;
    this.path = parts.path;
    this.params = parts.params;
    this.query = parts.query;
    this.fragment = parts.fragment;
  }

  /** The address put together again. @models urllib.parse:ParseResult.geturl */
  geturl(): string {
    return urlunparse(this);
  }
}

/** Takes an address apart. @throws {ValueError} for a host that cannot be one. @models urllib.parse:urlparse */
export function urlparse(url: string): ParseResult {
  let rest = withoutControls(url);
  const scheme = SCHEME.exec(rest)?.[1] ?? '';
  if (scheme) rest = rest.slice(scheme.length + 1);
  let netloc = '';
  if (rest.startsWith('//')) {
    netloc = /^[^/?#]*/.exec(rest.slice(2))?.[0] ?? '';
    rest = rest.slice(2 + netloc.length);
    assertHost(netloc);
  }
  const [beforeFragment, fragment] = cut(rest, '#');
  const [beforeQuery, query] = cut(beforeFragment, '?');
  const semicolon = beforeQuery.indexOf(';', beforeQuery.lastIndexOf('/') + 1);
  const hasParams = semicolon >= 0 && WITH_PARAMS.has(scheme.toLowerCase());
  return new ParseResult({
    scheme: scheme.toLowerCase(),
    netloc,
    path: hasParams ? beforeQuery.slice(0, semicolon) : beforeQuery,
    params: hasParams ? beforeQuery.slice(semicolon + 1) : '',
    query,
    fragment,
  });
}

/** Puts an address together; what is empty leaves no mark. @models urllib.parse:urlunparse */
export function urlunparse({ scheme, netloc, path, params, query, fragment }: UrlParts): string {
  let url = params ? `${path};${params}` : path;
  if (netloc || (WITH_HOST.has(scheme) && !url.startsWith('//'))) {
    url = `//${netloc}${url && !url.startsWith('/') ? '/' : ''}${url}`;
  }
  if (scheme) url = `${scheme}:${url}`;
  return `${url}${query && `?${query}`}${fragment && `#${fragment}`}`;
}

function withoutControls(url: string): string {
  const start = Array.from(url).findIndex((character) => character > ' ');
  return start < 0 ? '' : url.slice(start).replaceAll(/[\t\r\n]/g, '');
}

function cut(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function assertHost(netloc: string): void {
  if (netloc.includes('[') !== netloc.includes(']')) throw new ValueError('Invalid IPv6 URL');
  const bracketed = /\[([^\]]*)/.exec(netloc)?.[1];
  const fault = bracketed === undefined ? null : bracketFault(bracketed);
  if (fault !== null) throw new ValueError(fault);
  const plain = netloc.replaceAll(/[@:#?]/g, '');
  const normal = plain.normalize('NFKC');
  if (plain !== normal && /[/?#@:]/.test(normal)) {
    throw new ValueError(`netloc '${netloc}' contains invalid characters under NFKC normalization`);
  }
}

function bracketFault(host: string): string | null {
  if (host.startsWith('v')) {
    return /^v[a-f\d]+\.[^\n]+$/i.test(host) ? null : 'IPvFuture address is invalid';
  }
  if (URL.canParse(`http://[${host}]/`)) return null;
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host)
    ? 'An IPv4 address cannot be in brackets'
    : `${repr(host)} does not appear to be an IPv4 or IPv6 address`;
}
