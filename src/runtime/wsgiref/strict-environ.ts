/**
 * What the strict validator asks of a server's environ.
 *
 * @module
 */

import { isPlainObject } from '../objects.ts';
import { repr } from '../repr.ts';
import { holdTo } from './strict-checks.ts';
import type { FileWrapperClass, PartialEnviron, Readable } from './types.ts';
import { checkEnviron } from './validate-environ.ts';

const MAY_BE_ABSENT = { SCRIPT_NAME: '', PATH_INFO: '', QUERY_STRING: '' };
const VERSION = /^HTTP\/\d+(?:\.\d+)?$/;
const ABOVE_LATIN_1 = /[\u0100-\uffff]/;

/** Whether a text holds more than a native string may. */
export function exceedsLatin1(text: string): boolean {
  return ABOVE_LATIN_1.test(text);
}

function checkValues(environ: object): void {
  for (const [key, held] of Object.entries(Object.getOwnPropertyDescriptors(environ))) {
    holdTo(6, 'value' in held, () => `The environ computes ${repr(key)} each time it is read.`);
  }
}

function checkNativeStrings(environ: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(environ)) {
    if (key.includes('.') || typeof value !== 'string') continue;
    holdTo(
      10,
      !exceedsLatin1(value),
      () => `${key} is ${repr(value)}, which holds a character above U+00FF.`,
    );
  }
}

function checkNotEmpty(
  row: 25 | 31,
  environ: PartialEnviron,
  key: 'REQUEST_METHOD' | 'SERVER_NAME' | 'SERVER_PORT',
): void {
  holdTo(row, environ[key] !== '', () => `${key} is empty.`);
}

function checkRequest(environ: PartialEnviron): void {
  checkNotEmpty(25, environ, 'REQUEST_METHOD');
  holdTo(
    27,
    Boolean(environ.SCRIPT_NAME) || Object.hasOwn(environ, 'PATH_INFO'),
    () => 'There is neither SCRIPT_NAME nor PATH_INFO.',
  );
  checkNotEmpty(31, environ, 'SERVER_NAME');
  checkNotEmpty(31, environ, 'SERVER_PORT');
  const protocol = environ.SERVER_PROTOCOL;
  holdTo(
    32,
    protocol !== undefined && VERSION.test(protocol),
    () => `SERVER_PROTOCOL is ${repr(protocol)}, which names no version of HTTP.`,
  );
}

function checkGateway(environ: PartialEnviron): void {
  const version: readonly unknown[] = environ['wsgi.version'] ?? [];
  holdTo(
    39,
    version.length === 2 && version[0] === 1 && version[1] === 0,
    () => `wsgi.version is ${repr(version)}, not (1, 0).`,
  );
  const coding = environ.HTTP_TRANSFER_ENCODING;
  holdTo(
    100,
    coding === undefined || Boolean(environ['wsgi.input_terminated']),
    () =>
      `HTTP_TRANSFER_ENCODING is ${repr(coding)}, and nothing says that wsgi.input is free of it.`,
  );
  const wrapper: unknown = environ['wsgi.file_wrapper'];
  holdTo(
    111,
    wrapper === undefined || typeof wrapper === 'function',
    () => `wsgi.file_wrapper is ${repr(wrapper)}, which cannot be called.`,
  );
}

/**
 * Checks an environ as the validator does, then for what that overlooks. `SCRIPT_NAME`,
 * `PATH_INFO` and `QUERY_STRING` may be absent where they are empty, as PEP 3333 has it.
 * @throws {ClauseError} for a row of `STRICT_CHECKS`; else what {@link checkEnviron} throws.
 */
export function checkStrictEnviron(environ: unknown): asserts environ is PartialEnviron {
  if (!isPlainObject(environ)) {
    checkEnviron(environ);
    return;
  }
  checkValues(environ);
  holdTo(40, Object.hasOwn(environ, 'wsgi.url_scheme'), () => 'There is no wsgi.url_scheme.');
  checkEnviron({ ...MAY_BE_ABSENT, ...environ });
  checkNativeStrings(environ);
  checkRequest(environ as PartialEnviron);
  checkGateway(environ as PartialEnviron);
}

function checkWrapped(wrapped: object, file: Partial<Readable<Uint8Array>>): void {
  holdTo(
    115,
    Symbol.iterator in wrapped,
    () => `wsgi.file_wrapper made ${repr(wrapped)}, which cannot be iterated.`,
  );
  const closes = 'close' in wrapped && typeof wrapped.close === 'function';
  holdTo(
    113,
    closes || typeof file.close !== 'function',
    () => `wsgi.file_wrapper made ${repr(wrapped)} without close() for a file that has one.`,
  );
}

/** The same class, with a look at each wrapper that is made. @throws {ClauseError} (`new` does) for rows 113 and 115. */
export function watchFileWrapper(wrapper: FileWrapperClass): FileWrapperClass {
  return new Proxy(wrapper, {
    construct(target, given: [Readable<Uint8Array>, number?], made) {
      const wrapped = Reflect.construct(target, given, made) as object;
      checkWrapped(wrapped, given[0]);
      return wrapped;
    },
  });
}
