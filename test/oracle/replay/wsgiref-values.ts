/**
 * Suite wsgiref-values on the runtime: one call, or a few calls of one object.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import { formatDateTime } from '#runtime/wsgiref/handlers';
import { Headers } from '#runtime/wsgiref/headers';
import type { Header, PartialEnviron } from '#runtime/wsgiref/types';
import {
  applicationUri,
  FileWrapper,
  guessScheme,
  isHopByHop,
  requestUri,
  setupTestingDefaults,
  shiftPathInfo,
} from '#runtime/wsgiref/util';
import type { Case, Json, Out } from '../model.ts';
import { known } from '../unknown-word-error.ts';
import { attempt, decode, decodeRecord, encode } from './values.ts';

type Text = string;

const HEADER_CALLS: Record<string, (headers: Headers, ...given: unknown[]) => unknown> = {
  len: (headers) => headers.length,
  get: (headers, name, ...fallback) =>
    fallback.length > 0 ? headers.get(name as Text, fallback[0]) : headers.get(name as Text),
  item: (headers, name) => headers.get(name as Text),
  contains: (headers, name) => headers.has(name as Text),
  get_all: (headers, name) => headers.getAll(name as Text),
  keys: (headers) => headers.keys(),
  values: (headers) => headers.values(),
  items: (headers) => headers.items(),
  set: (headers, name, value) => headers.set(name as Text, value as Text),
  delete: (headers, name) => headers.delete(name as Text),
  setdefault: (headers, name, value) => headers.setdefault(name as Text, value as Text),
  add_header: (headers, name, value, parameters) =>
    headers.addHeader(name as Text, value as Text, parameters as Record<string, Text>),
  str: (headers) => headers.toString(),
  bytes: (headers) => headers.toBytes(),
  repr: (headers) => headers.repr(),
};

function replayHeaders(input: Case): Out {
  const given = decode(input['start'] ?? null) as Header[];
  const made = attempt(() => void new Headers(given));
  if ('error' in made) return made;
  const headers = new Headers(given);
  const steps = (input['steps'] as [string, ...Json[]][]).map(([name, ...values]) =>
    attempt(() => known(HEADER_CALLS, 'call of Headers', name)(headers, ...values.map(decode))),
  );
  const out: Out = { steps, list: encode(headers.items()) };
  return given === null ? out : { ...out, given: encode(given) };
}

function withEnviron(call: (environ: PartialEnviron, ...given: Json[]) => unknown) {
  return (input: Case): Out => {
    const environ = decodeRecord(input['environ'] as Json[]) as PartialEnviron;
    const given = (input['arguments'] ?? []) as Json[];
    return { ...attempt(() => call(environ, ...given)), environ: encode(environ) };
  };
}

function replayFile(input: Case): Out {
  const data = input['data'] as string;
  const stream = input['text'] === true ? new StringIO(data) : new BytesIO(latin1Encode(data));
  let closes = 0;
  const reader = {
    read: (size: number): string | Uint8Array => stream.read(size),
    ...(input['close'] === true && { close: () => void (closes += 1) }),
  };
  const size = input['size'];
  const wrapper =
    typeof size === 'number' ? new FileWrapper(reader, size) : new FileWrapper(reader);
  const calls: Record<string, () => unknown> = {
    next: () => wrapper.next().value,
    rest: () => [...wrapper],
    closable: () => wrapper.close !== undefined,
    close: () => wrapper.close?.(),
    self: () => wrapper[Symbol.iterator]() === wrapper,
  };
  const steps = (input['steps'] as string[]).map((step) =>
    attempt(known(calls, 'call of FileWrapper', step)),
  );
  return { steps, closes };
}

const RUNNERS: Record<string, (input: Case) => Out> = {
  Headers: replayHeaders,
  FileWrapper: replayFile,
  shift_path_info: withEnviron(shiftPathInfo),
  request_uri: withEnviron((environ, ...given) => requestUri(environ, ...(given as [boolean?]))),
  application_uri: withEnviron(applicationUri),
  guess_scheme: withEnviron(guessScheme),
  setup_testing_defaults: withEnviron((environ) => setupTestingDefaults(environ)),
  is_hop_by_hop: (input) => attempt(() => isHopByHop((input['arguments'] as [string])[0])),
  format_date_time: (input) => attempt(() => formatDateTime((input['arguments'] as [number])[0])),
};

/** What the runtime does with a case of the suite. @throws {UnknownWordError} for an unknown subject or step. */
export function replayValues(input: Case): Out {
  return known(RUNNERS, 'subject', String(input['subject']))(input);
}
