/**
 * What every response has: status, headers, cookies and an end.
 *
 * @module
 */

import { isException, KeyError, OSError, ValueError } from '../../builtins.ts';
import { decode, encode } from '../../charsets.ts';
import { latin1Decode, latin1Encode } from '../../codecs.ts';
import { asciiDigits } from '../../digits.ts';
import { encodeHeader } from '../../email/header.ts';
import { responses } from '../../http/client.ts';
import { SimpleCookie } from '../../http/cookies.ts';
import { missingAttribute } from '../../objects.ts';
import { repr, str } from '../../repr.ts';
import { strip } from '../../text.ts';
import { readSetting, settings } from '../conf.ts';
import { requestFinished } from '../core/signals.ts';
import { getCookieSigner } from '../core/signing.ts';
import { applyCookie, type CookieOptions } from './cookie-options.ts';

/** What Python's keyword arguments of a response are. */
export interface ResponseOptions {
  /** `text/html` and the charset where it is not said. */
  contentType?: string | null;
  status?: number | string | null;
  reason?: string | null;
  charset?: string | null;
}

/** Something that is closed when the response is. */
export interface Closable {
  close(): void;
}

/** A header that holds a newline. @models django.http.response:BadHeaderError */
export class BadHeaderError extends ValueError {
  override name = 'BadHeaderError';
}

/** A response without a body. @models django.http.response:HttpResponseBase */
export class HttpResponseBase {
  /** The status of this kind of response where its maker names none. */
  static readonly statusCode: number = 200;

  statusCode: number;
  /** Whether `close()` was called. */
  closed = false;
  readonly cookies = new SimpleCookie();
  /** Closed with the response, in this order. */
  readonly _closableObjects: Closable[] = [];
  /** The handler's class: the sender of `request_finished`. */
  _handlerClass: unknown = null;
  /** Whether the log has it already. */
  _hasBeenLogged = false;
  readonly #headers = new Map<string, [name: string, value: string]>();
  #reasonPhrase: string | null;
  #charset: string | null;

  /** @models django.http.response:HttpResponseBase.__init__ */
  constructor(options: ResponseOptions = {}) {
    const { contentType = null, status = null, reason = null, charset = null } = options;
    this.statusCode =
      status === null ? (this.constructor as typeof HttpResponseBase).statusCode : toStatus(status);
    this.#reasonPhrase = reason;
    this.#charset = charset;
    this.set(
      'Content-Type',
      contentType ?? `${readSetting('DEFAULT_CONTENT_TYPE')}; charset=${this.charset}`,
    );
  }

  /** The phrase after the status code. @models django.http.response:HttpResponseBase.reason_phrase */
  get reasonPhrase(): string {
    return this.#reasonPhrase ?? responses.get(this.statusCode) ?? 'Unknown Status Code';
  }

  set reasonPhrase(phrase: string) {
    this.#reasonPhrase = phrase;
  }

  /** The charset of the body: the maker's, the content type's, or the site's. @models django.http.response:HttpResponseBase.charset */
  get charset(): string {
    if (this.#charset !== null) return this.#charset;
    return charsetNamedIn(this.get('Content-Type', '')) ?? settings.DEFAULT_CHARSET;
  }

  set charset(charset: string) {
    this.#charset = charset;
  }

  /** Sets a header in place of one of the same name. @throws {BadHeaderError} @throws {UnicodeEncodeError} for a name that is not ASCII. @models django.http.response:HttpResponseBase.__setitem__ */
  set(header: string | Uint8Array, value: unknown): void {
    const name = toHeaderName(header);
    this.#headers.set(name.toLowerCase(), [name, toHeaderValue(value)]);
  }

  /** A header's value. @throws {KeyError} where it is not there. @models django.http.response:HttpResponseBase.__getitem__ */
  item(header: string): string {
    const key = header.toLowerCase();
    const found = this.#headers.get(key);
    if (found === undefined) throw new KeyError(key);
    return found[1];
  }

  /** A header's value, or `alternate`. @models django.http.response:HttpResponseBase.get */
  get<Alternate = null>(
    header: string,
    alternate: Alternate = null as Alternate,
  ): string | Alternate {
    return this.#headers.get(header.toLowerCase())?.[1] ?? alternate;
  }

  /** Removes a header, if it is there. @models django.http.response:HttpResponseBase.__delitem__ */
  delete(header: string): void {
    this.#headers.delete(header.toLowerCase());
  }

  /** Whether a header is there, in whatever case. @models django.http.response:HttpResponseBase.has_header */
  hasHeader(header: string | Uint8Array): boolean {
    if (header instanceof Uint8Array) return false;
    if (typeof header !== 'string') throw missingAttribute(header, 'lower');
    return this.#headers.has(header.toLowerCase());
  }

  /** Names and values in the order in which they were first set. @models django.http.response:HttpResponseBase.items */
  items(): [name: string, value: string][] {
    return [...this.#headers.values()];
  }

  /** Sets a header unless it is there. @models django.http.response:HttpResponseBase.setdefault */
  setdefault(header: string | Uint8Array, value: unknown): void {
    if (!this.hasHeader(header)) this.set(header, value);
  }

  /** The headers as they travel, without an end. @throws {UnicodeEncodeError} @models django.http.response:HttpResponseBase.serialize_headers */
  serializeHeaders(): Uint8Array {
    return latin1Encode(
      this.items()
        .map((pair) => pair.join(': '))
        .join('\r\n'),
    );
  }

  /** Gives the visitor a cookie. @throws {ValueError} @models django.http.response:HttpResponseBase.set_cookie */
  setCookie(key: string, value: unknown = '', options: CookieOptions = {}): void {
    applyCookie(this.cookies.set(key, value), options);
  }

  /** Gives the visitor a cookie whose value cannot be changed unnoticed. @models django.http.response:HttpResponseBase.set_signed_cookie */
  setSignedCookie(
    key: string,
    value: string,
    { salt = '', ...options }: CookieOptions & { salt?: string } = {},
  ): void {
    this.setCookie(key, getCookieSigner(key + salt).sign(value), options);
  }

  /** Takes a cookie away by letting it end in 1970. @models django.http.response:HttpResponseBase.delete_cookie */
  deleteCookie(
    key: string,
    options: Pick<CookieOptions, 'path' | 'domain' | 'samesite'> = {},
  ): void {
    const secure = key.startsWith('__Secure-') || key.startsWith('__Host-');
    this.setCookie(key, '', {
      ...options,
      maxAge: 0,
      secure,
      expires: 'Thu, 01 Jan 1970 00:00:00 GMT',
    });
  }

  /** A piece of the body as bytes. @models django.http.response:HttpResponseBase.make_bytes */
  makeBytes(value: unknown): Uint8Array {
    return value instanceof Uint8Array ? value : encode(str(value), this.charset);
  }

  /** There is nothing to write to. @throws {OSError} @models django.http.response:HttpResponseBase.write */
  write(_content: unknown): void {
    throw new OSError(`This ${this.constructor.name} instance is not writable`);
  }

  /** There is no position. @throws {OSError} @models django.http.response:HttpResponseBase.tell */
  tell(): number {
    throw new OSError(`This ${this.constructor.name} instance cannot tell its position`);
  }

  /** Closes what hangs on the response, then sends `request_finished`. @models django.http.response:HttpResponseBase.close */
  close(): void {
    for (const closable of this._closableObjects) closeQuietly(closable);
    this.closed = true;
    requestFinished.send(this._handlerClass, {});
  }
}

/** Closes something and swallows its exceptions, but nothing wider. */
export function closeQuietly(closable: Closable): void {
  try {
    closable.close();
  } catch (error) {
    if (!isException(error)) throw error;
  }
}

let lastNamed: { type: string; charset: string | undefined } = { type: '', charset: undefined };

/** The charset that a content type names; responses of a site have few kinds of them. */
function charsetNamedIn(type: string): string | undefined {
  if (type !== lastNamed.type) {
    const named = /;\s*charset=([^\s;]+)/i.exec(type)?.[1];
    lastNamed = { type, charset: named?.replaceAll('"', '') };
  }
  return lastNamed.charset;
}

function toStatus(status: number | string): number {
  const code = typeof status === 'number' ? Math.trunc(status) : parseInteger(status);
  if (Number.isNaN(code)) throw new TypeError('HTTP status code must be an integer.');
  if (code < 100 || code > 599) {
    throw new ValueError('HTTP status code must be an integer from 100 to 599.');
  }
  return code;
}

function parseInteger(text: string): number {
  const digits = asciiDigits(strip(text));
  return /^[+-]?\d+(?:_\d+)*$/.test(digits) ? Number(digits.replaceAll('_', '')) : Number.NaN;
}

const ODD_IN_NAME = /[^\0-\x7f]|[\r\n]/;
const ODD_IN_VALUE = /[^\0-\xff]|[\r\n]/;

function assertNoNewline(value: string | Uint8Array): void {
  const text = typeof value === 'string' ? value : latin1Decode(value);
  if (!/[\r\n]/.test(text)) return;
  throw new BadHeaderError(`Header values can't contain newlines (got ${repr(value)})`);
}

/** @models django.http.response:HttpResponseBase._convert_to_charset */
function toHeaderName(header: unknown): string {
  const name = header instanceof Uint8Array ? header : str(header);
  if (typeof name === 'string' && !ODD_IN_NAME.test(name)) return name;
  assertNoNewline(name);
  try {
    if (typeof name === 'string') encode(name, 'ascii');
    return typeof name === 'string' ? name : decode(name, 'ascii', 'strict');
  } catch (error) {
    if (error instanceof Error) {
      error.message += ', HTTP response headers must be in ascii format';
    }
    throw error;
  }
}

/** @models django.http.response:HttpResponseBase._convert_to_charset */
function toHeaderValue(value: unknown): string {
  const held = value instanceof Uint8Array ? value : str(value);
  if (typeof held === 'string' && !ODD_IN_VALUE.test(held)) return held;
  assertNoNewline(held);
  if (typeof held !== 'string') return latin1Decode(held);
  return /[^\0-\xff]/.test(held) ? encodeHeader(held) : held;
}
