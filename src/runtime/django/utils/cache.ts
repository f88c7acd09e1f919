/**
 * What a response tells caches: for whom it is, for how long, and whether it has changed.
 *
 * @module
 */

import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import { ValueError } from '../../builtins.ts';
import { repr } from '../../repr.ts';
import { time } from '../../time.ts';
import { settings } from '../conf.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { HttpResponse } from '../http/response.ts';
import { httpDate, quoteEtag } from './http.ts';

export { getConditionalResponse } from './conditional-response.ts';

const COMMAS = /\s*,\s*/;

/** Directives by name, such as `maxAge: 60` or `noStore: true`; only `true` leaves out the value. */
export type CacheDirectives = Record<string, unknown>;

/** The items of a header with commas. @models django.utils.cache:cc_delim_re */
export function splitHeader(header: string): string[] {
  return header.split(COMMAS);
}

/** Adds directives to `Cache-Control`; the smaller age stays, and of private and public the last said. @throws {ValueError} for an age that is no number. @models django.utils.cache:patch_cache_control */
export function patchCacheControl(response: HttpResponseBase, directives: CacheDirectives): void {
  const header = response.get('Cache-Control') ? response.item('Cache-Control') : '';
  const known = header ? parseDirectives(header) : new Map<string, unknown>();
  const added = new Map(
    Object.entries(directives).map(([name, value]) => [directiveName(name), value]),
  );
  if (known.has('max-age') && added.has('max-age')) {
    added.set('max-age', Math.min(toInteger(known.get('max-age')), Number(added.get('max-age'))));
  }
  if (known.has('private') && added.has('public')) known.delete('private');
  else if (known.has('public') && added.has('private')) known.delete('public');
  for (const [name, value] of added) known.set(name, value);
  response.set('Cache-Control', Array.from(known, writeDirective).join(', '));
}

/** The age in `Cache-Control` in seconds, or `null`. @models django.utils.cache:get_max_age */
export function getMaxAge(response: HttpResponseBase): number | null {
  const header = response.get('Cache-Control');
  const age = header === null ? undefined : parseDirectives(header).get('max-age');
  if (age === undefined) return null;
  try {
    return toInteger(age);
  } catch (error) {
    if (error instanceof ValueError) return null;
    throw error;
  }
}

/** Names a response by the hash of its body, unless that is still to be made. @models django.utils.cache:set_response_etag */
export function setResponseEtag<R extends HttpResponseBase>(response: R): R {
  if (response instanceof HttpResponse) {
    response.set('ETag', quoteEtag(bytesToHex(md5(response.content))));
  }
  return response;
}

/** Adds `Expires`, unless it is there, and an age in seconds. @models django.utils.cache:patch_response_headers */
export function patchResponseHeaders(
  response: HttpResponseBase,
  cacheTimeout: number | null = null,
): void {
  const timeout = Math.max(cacheTimeout ?? settings.CACHE_MIDDLEWARE_SECONDS, 0);
  if (!response.hasHeader('Expires')) response.set('Expires', httpDate(time() + timeout));
  patchCacheControl(response, { maxAge: timeout });
}

/** Says that nobody shall keep a response. @models django.utils.cache:add_never_cache_headers */
export function addNeverCacheHeaders(response: HttpResponseBase): void {
  patchResponseHeaders(response, -1);
  patchCacheControl(response, { noCache: true, noStore: true, mustRevalidate: true });
}

/** Adds names to `Vary` that are not in it yet, in whatever case. @models django.utils.cache:patch_vary_headers */
export function patchVaryHeaders(response: HttpResponseBase, names: readonly string[]): void {
  const known = response.hasHeader('Vary') ? splitHeader(response.item('Vary')) : [];
  const lower = new Set(known.map((name) => name.toLowerCase()));
  const added = names.filter((name) => !lower.has(name.toLowerCase()));
  response.set('Vary', [...known, ...added].join(', '));
}

/** Whether `Vary` holds a name. @models django.utils.cache:has_vary_header */
export function hasVaryHeader(response: HttpResponseBase, name: string): boolean {
  if (!response.hasHeader('Vary')) return false;
  const known = splitHeader(response.item('Vary'));
  return known.some((one) => one.toLowerCase() === name.toLowerCase());
}

function parseDirectives(header: string): Map<string, unknown> {
  return new Map(
    splitHeader(header).map((item): [string, unknown] => {
      const equals = item.indexOf('=');
      if (equals < 0) return [item.toLowerCase(), true];
      return [item.slice(0, equals).toLowerCase(), item.slice(equals + 1)];
    }),
  );
}

function directiveName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-');
}

function writeDirective([name, value]: [string, unknown]): string {
  if (value === true) return name;
  return `${name}=${typeof value === 'string' ? value : repr(value)}`;
}

function toInteger(value: unknown): number {
  if (value === true) return 1;
  const text = String(value);
  if (/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text)) return Number(text.replaceAll('_', ''));
  throw new ValueError(`invalid literal for int() with base 10: ${repr(text)}`);
}
