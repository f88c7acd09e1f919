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
import { ResolverMatch } from '#runtime/django/urls/resolver-match';
import { isUnevaluated } from '#runtime/django/utils/functional';
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

/** Python's text for a value, and the value where it cannot change. */
interface Seen {
  text: string;
  value?: unknown;
}

type Entries = Map<string, Seen>;

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
    const { environ: environBefore, request: requestBefore } = this.#seen;
    if (environ) this.#compare('environ', entriesOfEnviron(environ, environBefore), changes);
    if (request) this.#compare('request', entriesOfRequest(request, read, requestBefore), changes);
    if (response) this.#compare('response', entriesOfResponse(response), changes);
    return Object.keys(changes).length === 0 ? undefined : changes;
  }

  #compare(part: Part, now: Entries, changes: Changes): void {
    const before = this.#seen[part];
    const changed: [string, string | null][] = [];
    for (const [name, { text }] of now) {
      if (before.get(name)?.text !== text) changed.push([name, text]);
    }
    for (const name of before.keys()) if (!now.has(name)) changed.push([name, null]);
    if (changed.length > 0) changes[part] = changed;
    this.#seen[part] = now;
  }
}

function entriesOfEnviron(environ: PartialEnviron, before: Entries): Entries {
  const entries: Entries = new Map();
  for (const key of Object.keys(environ)) entries.set(key, seen(environ[key], before.get(key)));
  return entries;
}

/** Shown as `environ`, or as nobody's business. */
const NOT_SHOWN = new Set(['META', 'environ', '_stream']);

function entriesOfRequest(
  request: HttpRequest,
  read: ReadonlyMap<string, unknown>,
  before: Entries,
): Entries {
  const entries: Entries = new Map();
  for (const key of Object.keys(request)) {
    if (NOT_SHOWN.has(key)) continue;
    const name = snakeCase(key);
    entries.set(name, seen(request[key], before.get(name)));
  }
  for (const [name, value] of read) entries.set(name, seen(value));
  const { session } = request as { session?: { accessed: boolean; modified: boolean } };
  if (session) {
    entries.set('session.accessed', seen(session.accessed));
    entries.set('session.modified', seen(session.modified));
  }
  return entries;
}

function seen(value: unknown, before?: Seen): Seen {
  if (!cannotChange(value)) return { text: shown(value) };
  return before && 'value' in before && before.value === value
    ? before
    : { text: shown(value), value };
}

/** A stand-in is not asked what it is: that would make what it stands for. */
function cannotChange(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !isUnevaluated(value) && value instanceof ResolverMatch;
}

function entriesOfResponse(response: HttpResponseBase): Entries {
  const entries: Entries = new Map();
  const set = (name: string, text: string): void => {
    entries.set(name, { text });
  };
  set('class', response.constructor.name);
  set('status_code', String(response.statusCode));
  set('reason_phrase', shown(response.reasonPhrase));
  for (const [name, value] of response.items()) set(name, value);
  for (const cookie of response.cookies.values())
    set(`Set-Cookie: ${cookie.key}`, cookie.output('').trim());
  set('content', contentOf(response));
  if (response instanceof SimpleTemplateResponse) set('is_rendered', shown(response._isRendered));
  set('_closable_objects', shown(response._closableObjects));
  set('closed', shown(response.closed));
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
