/**
 * What the validator asks of an application: status, headers, error and result.
 *
 * @module
 */

import { IndexError } from '../builtins.ts';
import { repr } from '../repr.ts';
import { warn } from '../warnings.ts';
import { findControlCharacter } from './control-characters.ts';
import { firstWord, integer } from './integer.ts';
import {
  assertThat,
  checkStringType,
  isList,
  isTuple,
  reprHeader,
  reprHeaders,
  reprType,
  WSGIWarning,
} from './validate-assertions.ts';

const NAME = /^[a-zA-Z][a-zA-Z0-9\-_]*$/;
const DELETE = '\x7f';
const WITHOUT_BODY = [204, 304];

function statusCode(status: string): string {
  const code = firstWord(status);
  if (code === null) throw new IndexError('list index out of range');
  return code;
}

/**
 * Accepts a status that begins with a number of three characters, and warns where no space
 * follows. @throws {AssertionError} for any other; a `ValueError` where the three are no
 * number; an `IndexError` for a blank one. @models wsgiref.validate:check_status
 */
export function checkStatus(given: unknown): void {
  const status = checkStringType(given, 'Status');
  const code = statusCode(status);
  assertThat(code.length === 3, () => `Status codes must be three characters: ${repr(code)}`);
  const number = integer(code);
  assertThat(number >= 100, () => `Status code is invalid: ${number}`);
  if (status[3] !== ' ') {
    warn(
      `The status string (${repr(status)}) should be a three-digit integer followed by a single ` +
        'space and a status explanation',
      WSGIWarning,
    );
  }
}

function checkName(name: string, value: string): void {
  assertThat(
    name.toLowerCase() !== 'status',
    () =>
      'The Status header cannot be used; it conflicts with CGI script, and HTTP status is not ' +
      `given through headers (value: ${repr(value)}).`,
  );
  assertThat(!/[\n:]/.test(name), () => `Header names may not contain ':' or '\\n': ${repr(name)}`);
  assertThat(NAME.test(name), () => `Bad header name: ${repr(name)}`);
  assertThat(!/[-_]$/.test(name), () => `Names may not end in '-' or '_': ${repr(name)}`);
}

function checkHeader(header: unknown): void {
  assertThat(
    Array.isArray(header),
    () => `Individual headers (${reprHeader(header)}) must be of type tuple: ${reprType(header)}`,
  );
  assertThat(header.length === 2);
  const name = checkStringType(header[0], 'Header name');
  const value = checkStringType(header[1], 'Header value');
  checkName(name, value);
  const control = findControlCharacter(value.replaceAll(DELETE, ''));
  assertThat(
    control === null,
    () => `Bad header value: ${repr(value)} (bad char: ${repr(control)})`,
  );
}

/**
 * Accepts a list of names and values without control characters (but U+007F). A pair may be
 * an open array as well as a frozen one: TypeScript writes its tuples so.
 * @throws {AssertionError} for anything else. @models wsgiref.validate:check_headers
 */
export function checkHeaders(headers: unknown): void {
  assertThat(
    isList(headers),
    () => `Headers (${reprHeaders(headers)}) must be of type list: ${reprType(headers)}`,
  );
  headers.forEach(checkHeader);
}

/**
 * Asks for a `Content-Type`, and for none with 204 and 304. Status and headers have been
 * checked before. @throws {AssertionError} otherwise. @models wsgiref.validate:check_content_type
 */
export function checkContentType(
  status: string,
  headers: readonly (readonly [string, string])[],
): void {
  const code = integer(statusCode(status));
  const typed = headers.some(([name]) => name.toLowerCase() === 'content-type');
  if (WITHOUT_BODY.includes(code)) {
    assertThat(
      !typed,
      () => `Content-Type header found in a ${code} response, which must not return content.`,
    );
    return;
  }
  assertThat(typed, () => `No Content-Type header found in headers (${reprHeaders(headers)})`);
}

/** Accepts none, or a frozen array such as `sysExcInfo()` makes. @throws {AssertionError} for anything else. @models wsgiref.validate:check_exc_info */
export function checkExcInfo(excInfo: unknown): void {
  assertThat(
    excInfo === null || excInfo === undefined || isTuple(excInfo),
    () => `exc_info (${repr(excInfo)}) is not a tuple: ${reprType(excInfo)}`,
  );
}

/** Refuses text and bytes, whose items are no blocks. @throws {AssertionError} for these. @models wsgiref.validate:check_iterator */
export function checkIterator(result: unknown): void {
  assertThat(
    typeof result !== 'string' && !(result instanceof Uint8Array),
    () =>
      'You should not return a string as your application iterator, instead return a ' +
      'single-item list containing a bytestring.',
  );
}
