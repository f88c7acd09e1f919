/**
 * What every session can do, wherever it is kept. It is read when it is first looked at, and
 * it remembers whether it was looked at and whether it was changed.
 *
 * @module
 */

import { b64decode, b64encode } from '../../../../base64.ts';
import { Exception, isException, KeyError, NotImplementedError } from '../../../../builtins.ts';
import { decode } from '../../../../charsets.ts';
import { utf8Encode } from '../../../../codecs.ts';
import type { Timedelta } from '../../../../datetime.ts';
import { getLogger } from '../../../../logging.ts';
import { isNone } from '../../../../objects.ts';
import { settings } from '../../../conf.ts';
import { SuspiciousOperation } from '../../../core/exceptions.ts';
import type { SerializerClass } from '../../../core/signing.ts';
import { constantTimeCompare, getRandomString, saltedHmac } from '../../../utils/crypto.ts';
import { resolveSetting } from '../../../utils/module-loading.ts';
import { SuspiciousSession } from '../exceptions.ts';
import '../serializers.ts';
import { ageOf, dateOf, type Expiry, type ExpiryOptions, fixedExpiry } from './expiry.ts';

/** What keys of sessions are drawn from. @models django.contrib.sessions.backends.base:VALID_KEY_CHARS */
export const VALID_KEY_CHARS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** A new session whose key was taken. @models django.contrib.sessions.backends.base:CreateError */
export class CreateError extends Exception {
  override name = 'CreateError';
}

/** A session that was to be saved and is no longer there. @models django.contrib.sessions.backends.base:UpdateError */
export class UpdateError extends Exception {
  override name = 'UpdateError';
}

/** What a session holds. */
export type SessionData = Record<string, unknown>;

const EXPIRY = '_session_expiry';

/** A session; a subclass says where it is kept. @models django.contrib.sessions.backends.base:SessionBase */
export class SessionBase {
  /** @models django.contrib.sessions.backends.base:SessionBase.TEST_COOKIE_NAME */
  static readonly TEST_COOKIE_NAME = 'testcookie';
  /** @models django.contrib.sessions.backends.base:SessionBase.TEST_COOKIE_VALUE */
  static readonly TEST_COOKIE_VALUE = 'worked';

  /** Whether anyone has looked at what it holds. */
  accessed = false;
  /** Whether anyone has changed what it holds; changes inside its values go unnoticed. */
  modified = false;
  readonly serializer: SerializerClass;
  /** What it holds, once that was read. */
  protected _sessionCache: SessionData | null = null;
  #key: string | null = null;

  constructor(sessionKey: string | null = null) {
    this._sessionKey = sessionKey;
    this.serializer = resolveSetting(settings.SESSION_SERIALIZER);
  }

  /** Whether it holds something under a key. @models django.contrib.sessions.backends.base:SessionBase.__contains__ */
  has(key: string): boolean {
    return Object.hasOwn(this._session, key);
  }

  /** What it holds under a key. @throws {KeyError} @models django.contrib.sessions.backends.base:SessionBase.__getitem__ */
  item(key: string): unknown {
    if (!this.has(key)) throw new KeyError(key);
    return this._session[key];
  }

  /** Changes what it holds. @models django.contrib.sessions.backends.base:SessionBase.__setitem__ */
  set(key: string, value: unknown): void {
    this._session[key] = value;
    this.modified = true;
  }

  /** Takes something out. @throws {KeyError} @models django.contrib.sessions.backends.base:SessionBase.__delitem__ */
  deleteItem(key: string): void {
    if (!this.has(key)) throw new KeyError(key);
    delete this._session[key];
    this.modified = true;
  }

  /** What it holds under a key, or the fallback. @models django.contrib.sessions.backends.base:SessionBase.get */
  get(key: string): unknown;
  get<T>(key: string, fallback: T): T;
  get(key: string, fallback: unknown = null): unknown {
    return this.has(key) ? this._session[key] : fallback;
  }

  /** Takes something out and gives it, or the fallback. @throws {KeyError} where there is neither. @models django.contrib.sessions.backends.base:SessionBase.pop */
  pop(key: string, ...fallback: [unknown?]): unknown {
    if (!this.has(key)) {
      if (fallback.length > 0) return fallback[0];
      throw new KeyError(key);
    }
    const value = this._session[key];
    this.deleteItem(key);
    return value;
  }

  /** What it holds under a key, which is the given value from now on if it was nothing. @models django.contrib.sessions.backends.base:SessionBase.setdefault */
  setdefault(key: string, value: unknown): unknown {
    if (!this.has(key)) this.set(key, value);
    return this._session[key];
  }

  /** Changes several things at once. @models django.contrib.sessions.backends.base:SessionBase.update */
  update(data: SessionData): void {
    Object.assign(this._session, data);
    this.modified = true;
  }

  /** @models django.contrib.sessions.backends.base:SessionBase.keys */
  keys(): string[] {
    return Object.keys(this._session);
  }

  /** @models django.contrib.sessions.backends.base:SessionBase.values */
  values(): unknown[] {
    return Object.values(this._session);
  }

  /** @models django.contrib.sessions.backends.base:SessionBase.items */
  items(): [key: string, value: unknown][] {
    return Object.entries(this._session);
  }

  /** Holds nothing from now on, without reading what was there. @models django.contrib.sessions.backends.base:SessionBase.clear */
  clear(): void {
    this._sessionCache = emptyData();
    this.accessed = true;
    this.modified = true;
  }

  /** Whether it has no key and, as far as it was read, holds nothing. @models django.contrib.sessions.backends.base:SessionBase.is_empty */
  isEmpty(): boolean {
    return !this.#key && Object.keys(this._sessionCache ?? {}).length === 0;
  }

  /** Puts a mark in, to learn whether the visitor keeps cookies. @models django.contrib.sessions.backends.base:SessionBase.set_test_cookie */
  setTestCookie(): void {
    this.set(SessionBase.TEST_COOKIE_NAME, SessionBase.TEST_COOKIE_VALUE);
  }

  /** Whether the mark came back. @models django.contrib.sessions.backends.base:SessionBase.test_cookie_worked */
  testCookieWorked(): boolean {
    return this.get(SessionBase.TEST_COOKIE_NAME) === SessionBase.TEST_COOKIE_VALUE;
  }

  /** Takes the mark out. @throws {KeyError} @models django.contrib.sessions.backends.base:SessionBase.delete_test_cookie */
  deleteTestCookie(): void {
    this.deleteItem(SessionBase.TEST_COOKIE_NAME);
  }

  /** What it is found by; `null` before it is first saved. @models django.contrib.sessions.backends.base:SessionBase.session_key */
  get sessionKey(): string | null {
    return this.#key;
  }

  /** The key; one that is too short to be a secret becomes none. @models django.contrib.sessions.backends.base:SessionBase._session_key */
  get _sessionKey(): string | null {
    return this.#key;
  }

  set _sessionKey(key: string | null) {
    this.#key = key && key.length >= 8 ? key : null;
  }

  /** What it holds, read now if it was not read yet. @models django.contrib.sessions.backends.base:SessionBase._session */
  get _session(): SessionData {
    return this._getSession();
  }

  /** What it holds; nothing is read where there is no key, or where it shall not be. @models django.contrib.sessions.backends.base:SessionBase._get_session */
  protected _getSession(noLoad = false): SessionData {
    this.accessed = true;
    this._sessionCache ??=
      this.#key === null || noLoad ? emptyData() : Object.assign(emptyData(), this.load());
    return this._sessionCache;
  }

  /** A key that no session has. @models django.contrib.sessions.backends.base:SessionBase._get_new_session_key */
  protected _getNewSessionKey(): string {
    for (;;) {
      const key = getRandomString(32, VALID_KEY_CHARS);
      if (!this.exists(key)) return key;
    }
  }

  /** The key, a new one where there was none. @models django.contrib.sessions.backends.base:SessionBase._get_or_create_session_key */
  protected _getOrCreateSessionKey(): string {
    if (this.#key === null) this._sessionKey = this._getNewSessionKey();
    return String(this.#key);
  }

  /** Data as text with a keyed hash in front, in base64. @models django.contrib.sessions.backends.base:SessionBase.encode */
  encode(data: SessionData): string {
    const serialized = new this.serializer().dumps(data);
    return b64encode(Uint8Array.from([...utf8Encode(this.#hash(serialized)), 58, ...serialized]));
  }

  /** Undoes `encode`; what is not as it was written is logged, and holds nothing. @throws {BinasciiError} for text that is not base64. @models django.contrib.sessions.backends.base:SessionBase.decode */
  decode(text: string): SessionData {
    const encoded = b64decode(text);
    try {
      return this.#decodeBytes(encoded);
    } catch (error) {
      if (!isException(error)) throw error;
      if (error instanceof SuspiciousOperation) {
        getLogger(`django.security.${error.name}`).log('warning', error.message);
      }
      return {};
    }
  }

  /** How long it lives from its last change on, in seconds. @models django.contrib.sessions.backends.base:SessionBase.get_expiry_age */
  getExpiryAge(options: ExpiryOptions = {}): number {
    return ageOf(this.#expiry(options), options.modification);
  }

  /** When it ends. @models django.contrib.sessions.backends.base:SessionBase.get_expiry_date */
  getExpiryDate(options: ExpiryOptions = {}): Date {
    return dateOf(this.#expiry(options), options.modification);
  }

  /** Has it end after so many seconds, at a moment, with the browser (0), or as the site says (`null`). @models django.contrib.sessions.backends.base:SessionBase.set_expiry */
  setExpiry(expiry: Expiry | Timedelta | null): void {
    if (expiry !== null) this.set(EXPIRY, fixedExpiry(expiry));
    else if (this.has(EXPIRY)) this.deleteItem(EXPIRY);
  }

  /** Whether it ends with the browser. @models django.contrib.sessions.backends.base:SessionBase.get_expire_at_browser_close */
  getExpireAtBrowserClose(): boolean {
    const expiry = this.get(EXPIRY);
    return isNone(expiry) ? settings.SESSION_EXPIRE_AT_BROWSER_CLOSE : expiry === 0;
  }

  /** Forgets everything, what was saved as well, and the key. @models django.contrib.sessions.backends.base:SessionBase.flush */
  flush(): void {
    this.clear();
    this.delete();
    this._sessionKey = null;
  }

  /** Takes another key and keeps what it holds; logging in does so. @models django.contrib.sessions.backends.base:SessionBase.cycle_key */
  cycleKey(): void {
    const data = this._session;
    const key = this.#key;
    this.create();
    this._sessionCache = data;
    if (key) this.delete(key);
  }

  /** Whether a session is saved under a key. @models django.contrib.sessions.backends.base:SessionBase.exists */
  exists(_sessionKey: string): boolean {
    throw new NotImplementedError('subclasses of SessionBase must provide an exists() method');
  }

  /** Begins a session with a key of its own. @models django.contrib.sessions.backends.base:SessionBase.create */
  create(): void {
    throw new NotImplementedError('subclasses of SessionBase must provide a create() method');
  }

  /** Saves it: anew, or in place of what was saved. @throws {CreateError} @throws {UpdateError} @models django.contrib.sessions.backends.base:SessionBase.save */
  save(_mustCreate = false): void {
    throw new NotImplementedError('subclasses of SessionBase must provide a save() method');
  }

  /** Forgets what was saved under a key, its own where none is given. @models django.contrib.sessions.backends.base:SessionBase.delete */
  delete(_sessionKey: string | null = null): void {
    throw new NotImplementedError('subclasses of SessionBase must provide a delete() method');
  }

  /** Reads what was saved. @models django.contrib.sessions.backends.base:SessionBase.load */
  load(): SessionData {
    throw new NotImplementedError('subclasses of SessionBase must provide a load() method');
  }

  /** Forgets the sessions that have ended. @models django.contrib.sessions.backends.base:SessionBase.clear_expired */
  static clearExpired(): void {
    throw new NotImplementedError('This backend does not support clear_expired().');
  }

  #expiry(options: ExpiryOptions): unknown {
    return 'expiry' in options ? options.expiry : this.get(EXPIRY);
  }

  #hash(serialized: Uint8Array): string {
    return saltedHmac(`django.contrib.sessions${this.constructor.name}`, serialized).hexdigest();
  }

  #decodeBytes(encoded: Uint8Array): SessionData {
    const colon = encoded.indexOf(58);
    if (colon < 0) return {};
    const serialized = encoded.subarray(colon + 1);
    const hash = decode(encoded.subarray(0, colon), 'utf-8', 'strict');
    if (!constantTimeCompare(hash, this.#hash(serialized))) {
      throw new SuspiciousSession('Session data corrupted');
    }
    return new this.serializer().loads(serialized) as SessionData;
  }
}

function emptyData(): SessionData {
  return Object.create(null) as SessionData;
}
