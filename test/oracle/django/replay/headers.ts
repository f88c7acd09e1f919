/**
 * Suite django-headers on the runtime.
 *
 * @module
 */

import * as http from '#runtime/django/http';
import { HttpHeaders } from '#runtime/django/http/headers';
import type { HttpResponseRedirect } from '#runtime/django/http';
import { BytesIO } from '#runtime/io';
import type { Case, Json, Out } from '../../model.ts';
import { known } from '../../unknown-word-error.ts';
import { startCase } from './process.ts';
import { attempt, decode } from './values.ts';

type Steps<Subject> = Record<string, (subject: Subject, ...given: never[]) => unknown>;

const REQUEST_STEPS: Steps<HttpHeaders> = {
  items: (headers) => headers.entries(),
  len: (headers) => headers.size,
  repr: String,
  get: (headers, name: string) => headers.get(name),
  item: (headers, name: string) => headers.item(name),
  contains: (headers, name: string) => headers.has(name),
};

const RESPONSE_STEPS: Steps<http.HttpResponse> = {
  items: (response) => response.items(),
  serialize_headers: (response) => response.serializeHeaders(),
  serialize: (response) => response.serialize(),
  repr: String,
  status: (response) => response.statusCode,
  reason: (response) => response.reasonPhrase,
  charset: (response) => response.charset,
  content: (response) => response.content,
  url: (response) => (response as HttpResponseRedirect).url,
  tell: (response) => response.tell(),
  get: (response, ...given: [string]) => response.get(...given),
  item: (response, name: string) => response.item(name),
  contains: (response, name: string) => response.hasHeader(name),
  set: (response, name: string, value: unknown) => response.set(name, value),
  setdefault: (response, name: string, value: unknown) => response.setdefault(name, value),
  delete: (response, name: string) => response.delete(name),
  write: (response, value: unknown) => response.write(value),
  set_content: (response, value: string) => {
    response.content = value;
  },
  set_reason: (response, value: string) => {
    response.reasonPhrase = value;
  },
  set_charset: (response, value: string) => {
    response.charset = value;
  },
};

const CLASSES: Record<string, new (...given: never[]) => http.HttpResponseBase> = {
  ...http,
} as never;

const OPTIONS: Record<string, string> = {
  content_type: 'contentType',
  as_attachment: 'asAttachment',
};

/** A file in memory, with a name where it is given one. */
class File extends BytesIO {
  declare name?: string;
}

function makeResponse(input: Case): http.HttpResponse {
  const name = String(input['class'] ?? 'HttpResponse');
  const made = known(CLASSES, 'class', name);
  const asked = Object.entries((input['options'] ?? {}) as Record<string, Json>);
  const options = Object.fromEntries(
    asked.map(([option, value]) => [OPTIONS[option] ?? option, decode(value)]),
  );
  const given: unknown[] = [options];
  if (name === 'FileResponse') {
    const file = new File(decode(input['content'] ?? null) as Uint8Array);
    if (typeof input['named'] === 'string') file.name = input['named'];
    given.unshift(file);
  } else if ('content' in input) given.unshift(decode(input['content'] ?? null));
  else given.unshift(undefined);
  return new made(...(given as never[])) as http.HttpResponse;
}

function take<Subject>(steps: Steps<Subject>, subject: Subject, input: Case): Json {
  return (input['steps'] as [string, ...Json[]][]).map(([name, ...given]) => {
    const step = known(steps, 'step', name);
    return attempt(() => step(subject, ...(given.map(decode) as never[])));
  });
}

/** What the runtime does with a case of the suite. @throws {UnknownWordError} for an unknown step or class. */
export function replayHeaders(input: Case): Out {
  startCase(input);
  if ('environ' in input) {
    const environ = (input['environ'] as [string, Json][]).map(([key, held]) => [
      key,
      decode(held),
    ]);
    const headers = new HttpHeaders(Object.fromEntries(environ) as Record<string, string>);
    return { steps: take(REQUEST_STEPS, headers, input) };
  }
  const made: http.HttpResponse[] = [];
  const out = attempt(() => void made.push(makeResponse(input)));
  const [response] = made;
  return response === undefined ? out : { steps: take(RESPONSE_STEPS, response, input) };
}
