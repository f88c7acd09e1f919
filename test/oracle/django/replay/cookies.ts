/**
 * Suite django-cookies on the runtime.
 *
 * @module
 */

import { getStrFromWsgi } from '#runtime/django/core/handlers/wsgi';
import { HttpResponse, parseCookie, SimpleCookie } from '#runtime/django/http';
import type { Case, Json, Out } from '../../model.ts';
import { known } from '../../unknown-word-error.ts';
import { startCase } from './process.ts';
import { attempt, decode, encode } from './values.ts';

type Step = [name: string, ...given: Json[]];
type Options = Record<string, Json>;
type SetOptions = Parameters<HttpResponse['setCookie']>[2];

const STEPS: Record<string, (response: HttpResponse, ...given: Json[]) => void> = {
  set_cookie: (response, name, value = null, given) =>
    response.setCookie(String(name), decode(value), options(given as Options)),
  delete_cookie: (response, name, given) =>
    response.deleteCookie(String(name), options(given as Options) as object),
};

function options(given: Options): SetOptions {
  const renamed = Object.entries(given).map(([name, value]) => [
    name === 'max_age' ? 'maxAge' : name,
    decode(value),
  ]);
  return Object.fromEntries(renamed) as SetOptions;
}

function replaySteps(input: Case): Out {
  const response = new HttpResponse();
  const steps = (input['steps'] as Step[]).map(([name, ...given]) =>
    attempt(() => known(STEPS, 'step', name)(response, ...given)),
  );
  const output = attempt(() => Array.from(response.cookies.values(), (one) => one.output('')));
  return { steps, output };
}

function replayLoad(header: string): Out {
  const cookies = new SimpleCookie();
  const out = attempt(() => cookies.load(header));
  const held = Array.from(cookies.values(), ({ key, value, codedValue }) => [
    key,
    value,
    codedValue,
  ]);
  return { ...out, cookies: encode(held), output: cookies.output() };
}

/** What the runtime does with a case of the suite. @throws {UnknownWordError} for an unknown step. */
export function replayCookies(input: Case): Out {
  startCase(input);
  const { header, native, load } = input;
  if (typeof header === 'string') return attempt(() => parseCookie(header));
  if (typeof native === 'string') {
    const environ = { HTTP_COOKIE: native };
    return attempt(() => parseCookie(getStrFromWsgi(environ, 'HTTP_COOKIE', '')));
  }
  return typeof load === 'string' ? replayLoad(load) : replaySteps(input);
}
