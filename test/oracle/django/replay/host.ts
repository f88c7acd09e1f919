/**
 * Suite django-host on the runtime.
 *
 * @module
 */

import type { WSGIRequest } from '#runtime/django/core/handlers/wsgi';
import { splitDomainPort, validateHost } from '#runtime/django/http/host';
import type { Case, Json, Out } from '../../model.ts';
import { known } from '../../unknown-word-error.ts';
import { replayCalls } from './calls.ts';
import { startCase } from './process.ts';
import { makeRequest } from './requests.ts';
import { attempt } from './values.ts';

const replayFunctions = replayCalls({
  split_domain_port: (host: string) => Object.freeze(splitDomainPort(host)),
  validate_host: validateHost,
});

const STEPS: Record<string, (request: WSGIRequest, ...given: never[]) => unknown> = {
  get_host: (request) => request.getHost(),
  get_port: (request) => request.getPort(),
  scheme: (request) => request.scheme,
  is_secure: (request) => request.isSecure(),
  is_ajax: (request) => request.isAjax(),
  get_full_path: (request, ...given: [boolean?]) => request.getFullPath(...given),
  get_full_path_info: (request, ...given: [boolean?]) => request.getFullPathInfo(...given),
  build_absolute_uri: (request, ...given: [string?]) => request.buildAbsoluteUri(...given),
  repr: String,
};

/** What the runtime does with a case of the suite. @throws {UnknownWordError} for an unknown step. */
export function replayHost(input: Case): Out {
  if ('call' in input) return replayFunctions(input);
  startCase(input);
  const made: WSGIRequest[] = [];
  const out = attempt(() => void made.push(makeRequest(input)));
  const [request] = made;
  if (request === undefined) return out;
  const steps = (input['steps'] as [string, ...Json[]][]).map(([name, ...given]) =>
    attempt(() => known(STEPS, 'step', name)(request, ...(given as never[]))),
  );
  return { steps };
}
