/**
 * What the validator asks of a server: the environ and the two streams in it.
 *
 * @module
 */

import { isPlainObject } from '../objects.ts';
import { repr } from '../repr.ts';
import { warn } from '../warnings.ts';
import { requireKey } from './environ.ts';
import { integer } from './integer.ts';
import type { PartialEnviron } from './types.ts';
import { assertThat, isTuple, reprType, WSGIWarning } from './validate-assertions.ts';

const REQUIRED = [
  'REQUEST_METHOD',
  'SERVER_NAME',
  'SERVER_PORT',
  'wsgi.version',
  'wsgi.input',
  'wsgi.errors',
  'wsgi.multithread',
  'wsgi.multiprocess',
  'wsgi.run_once',
];
const MISNAMED = ['HTTP_CONTENT_TYPE', 'HTTP_CONTENT_LENGTH'];
const METHODS = new Set<unknown>([
  'GET',
  'HEAD',
  'POST',
  'OPTIONS',
  'PATCH',
  'PUT',
  'DELETE',
  'TRACE',
]);

/** What a stream must have: its name in JavaScript, and the one that Python's message gives. */
type Attribute = readonly [key: PropertyKey, name: string];

const INPUT: readonly Attribute[] = [
  ['read', 'read'],
  ['readline', 'readline'],
  ['readlines', 'readlines'],
  [Symbol.iterator, '__iter__'],
];
const ERRORS: readonly Attribute[] = [
  ['flush', 'flush'],
  ['write', 'write'],
  ['writelines', 'writelines'],
];

function checkStream(key: string, stream: unknown, attributes: readonly Attribute[]): void {
  const held = Object(stream) as object;
  for (const [attribute, name] of attributes) {
    assertThat(
      attribute in held,
      () => `${key} (${repr(stream)}) doesn't have the attribute ${name}`,
    );
  }
}

/** Looks for the four ways of reading. @throws {AssertionError} for one that is missing. @models wsgiref.validate:check_input */
export function checkInput(input: unknown): void {
  checkStream('wsgi.input', input, INPUT);
}

/** Looks for the three ways of reporting. @throws {AssertionError} for one that is missing. @models wsgiref.validate:check_errors */
export function checkErrors(errors: unknown): void {
  checkStream('wsgi.errors', errors, ERRORS);
}

function checkKeys(environ: Record<string, unknown>): void {
  for (const key of REQUIRED) {
    assertThat(Object.hasOwn(environ, key), () => `Environment missing required key: ${repr(key)}`);
  }
  for (const key of MISNAMED) {
    assertThat(
      !Object.hasOwn(environ, key),
      () =>
        `Environment should not have the key: ${key} (use ${key.slice('HTTP_'.length)} instead)`,
    );
  }
  if (!Object.hasOwn(environ, 'QUERY_STRING')) {
    warn(
      'QUERY_STRING is not in the WSGI environment; the cgi module will use sys.argv when this ' +
        'variable is missing, so application errors are more likely',
      WSGIWarning,
    );
  }
}

function checkVariables(environ: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(environ)) {
    assertThat(
      key.includes('.') || typeof value === 'string',
      () =>
        `Environmental variable ${key} is not a string: ${reprType(value)} (value: ${repr(value)})`,
    );
  }
}

function checkWsgiKeys(environ: PartialEnviron): void {
  const version = environ['wsgi.version'];
  assertThat(isTuple(version), () => `wsgi.version should be a tuple (${repr(version)})`);
  const scheme = requireKey(environ, 'wsgi.url_scheme');
  assertThat(
    scheme === 'http' || scheme === 'https',
    () => `wsgi.url_scheme unknown: ${repr(scheme)}`,
  );
  checkInput(environ['wsgi.input']);
  checkErrors(environ['wsgi.errors']);
}

function checkPath(environ: PartialEnviron, key: 'SCRIPT_NAME' | 'PATH_INFO'): void {
  const path = requireKey(environ, key);
  assertThat(
    path === '' || path.startsWith('/'),
    () => `${key} doesn't start with /: ${repr(path)}`,
  );
}

function checkRequest(environ: PartialEnviron): void {
  const method = environ.REQUEST_METHOD;
  if (!METHODS.has(method)) warn(`Unknown REQUEST_METHOD: ${repr(method)}`, WSGIWarning);

  checkPath(environ, 'SCRIPT_NAME');
  checkPath(environ, 'PATH_INFO');
  const length = environ.CONTENT_LENGTH;
  assertThat(!length || integer(length) >= 0, () => `Invalid CONTENT_LENGTH: ${repr(length)}`);
  assertThat(
    environ.SCRIPT_NAME !== '/',
    () => "SCRIPT_NAME cannot be '/'; it should instead be '', and PATH_INFO should be '/'",
  );
}

/**
 * Checks an environ and warns of a missing `QUERY_STRING` and of an unusual method. CPython has
 * one more message, for a request without `SCRIPT_NAME` and `PATH_INFO`; it never gets that far.
 * @throws {AssertionError} for what may not be; a `KeyError` where the scheme, `SCRIPT_NAME` or
 * `PATH_INFO` is missing; a `ValueError` for a length that is no number.
 * @models wsgiref.validate:check_environ
 */
export function checkEnviron(environ: unknown): asserts environ is PartialEnviron {
  assertThat(
    isPlainObject(environ),
    () =>
      `Environment is not of the right type: ${reprType(environ)} (environment: ${repr(environ)})`,
  );
  checkKeys(environ);
  checkVariables(environ);
  checkWsgiKeys(environ as PartialEnviron);
  checkRequest(environ as PartialEnviron);
}
