/**
 * What environ, request and response look like, and what has changed since somebody last looked.
 *
 * @module
 */

import { StreamingHttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import type { HttpResponse } from '#runtime/django/http/response';
import type { HttpResponseBase } from '#runtime/django/http/response-base';
import { SimpleTemplateResponse } from '#runtime/django/template/response';
import { snakeCase } from '#runtime/naming';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import type { Changes, Part } from '../../stepper/model.ts';
import { shown, shownBytes } from './shown.ts';

/** What there is to look at. */
export interface Subjects {
  environ: PartialEnviron | null;
  request: HttpRequest | null;
  response: HttpResponseBase | null;
  /** Fields of the request that are read when they are first asked for, as far as they were. */
  read: ReadonlyMap<string, unknown>;
}

type Entries = Map<string, string>;

/** Looks again and again. */
export class Snapshots {
  readonly #seen: Record<Part, Entries> = {
    environ: new Map(),
    request: new Map(),
    response: new Map(),
  };

  /** What has changed since the time before; undefined where nothing has. */
  look({ environ, request, response, read }: Subjects): Changes | undefined {
    const changes: Changes = {};
    if (environ) this.#compare('environ', entriesOfEnviron(environ), changes);
    if (request) this.#compare('request', entriesOfRequest(request, read), changes);
    if (response) this.#compare('response', entriesOfResponse(response), changes);
    return Object.keys(changes).length === 0 ? undefined : changes;
  }

  #compare(part: Part, now: Entries, changes: Changes): void {
    const before = this.#seen[part];
    const changed: [string, string | null][] = [];
    for (const [name, text] of now) if (before.get(name) !== text) changed.push([name, text]);
    for (const name of before.keys()) if (!now.has(name)) changed.push([name, null]);
    if (changed.length > 0) changes[part] = changed;
    this.#seen[part] = now;
  }
}

function entriesOfEnviron(environ: PartialEnviron): Entries {
  return new Map(Object.keys(environ).map((key) => [key, shown(environ[key])]));
}

/** Shown as `environ`, or as nobody's business. */
const NOT_SHOWN = new Set(['META', 'environ', '_stream']);

function entriesOfRequest(request: HttpRequest, read: ReadonlyMap<string, unknown>): Entries {
  const entries: Entries = new Map();
  for (const [key, { value, get }] of Object.entries(Object.getOwnPropertyDescriptors(request))) {
    if (NOT_SHOWN.has(key)) continue;
    entries.set(snakeCase(key), get ? '<not looked at yet>' : shown(value));
  }
  for (const [name, value] of read) entries.set(name, shown(value));
  const { session } = request as { session?: { accessed: boolean; modified: boolean } };
  if (session) {
    entries.set('session.accessed', shown(session.accessed));
    entries.set('session.modified', shown(session.modified));
  }
  return entries;
}

function entriesOfResponse(response: HttpResponseBase): Entries {
  const entries: Entries = new Map([
    ['class', response.constructor.name],
    ['status_code', String(response.statusCode)],
    ['reason_phrase', shown(response.reasonPhrase)],
  ]);
  for (const [name, value] of response.items()) entries.set(name, value);
  for (const cookie of response.cookies.values())
    entries.set(`Set-Cookie: ${cookie.key}`, cookie.output('').trim());
  entries.set('content', contentOf(response));
  if (response instanceof SimpleTemplateResponse)
    entries.set('is_rendered', shown(response._isRendered));
  entries.set('_closable_objects', shown(response._closableObjects));
  entries.set('closed', shown(response.closed));
  return entries;
}

/** A response may be seen while its constructor is still at work. */
function contentOf(response: HttpResponseBase): string {
  if (response instanceof StreamingHttpResponse) return '<made while it is sent>';
  if (response instanceof SimpleTemplateResponse && !response._isRendered)
    return '<not rendered yet>';
  try {
    return shownBytes((response as HttpResponse).content);
  } catch {
    return '<not there yet>';
  }
}
