/**
 * Values that travel through a visitor's hands and come back unchanged, or not at all.
 *
 * @module
 */

import { Exception, IndexError, ValueError } from '../../builtins.ts';
import { urlsafeB64decode, urlsafeB64encode } from '../../base64.ts';
import { latin1Decode, latin1Encode } from '../../codecs.ts';
import { Timedelta } from '../../datetime.ts';
import { COMPACT, dumps as dumpJson, loads as loadJson } from '../../json.ts';
import { repr, typeName } from '../../repr.ts';
import { time } from '../../time.ts';
import { compress as compressBytes, decompress } from '../../zlib.ts';
import { settings } from '../conf.ts';
import { base62 } from '../utils/baseconv.ts';
import { type BytesLike, constantTimeCompare, saltedHmac } from '../utils/crypto.ts';
import { defineModule, moduleOf, resolveSetting } from '../utils/module-loading.ts';

const UNSAFE_SEPARATOR = /^[A-z0-9\-_=]*\n?$/;

/** A value without a signature, or with another one than it should have. @models django.core.signing:BadSignature */
export class BadSignature extends Exception {
  override name = 'BadSignature';
}

/** A value that was signed too long ago. @models django.core.signing:SignatureExpired */
export class SignatureExpired extends BadSignature {
  override name = 'SignatureExpired';
}

/** What Python's keyword arguments of a signer are. */
export interface SignerOptions {
  /** Stands between value and signature. */
  sep?: string;
  /** Tells the signatures of one purpose from those of another. */
  salt?: string | null;
}

/** The HMAC of a value in the letters of an address. @models django.core.signing:base64_hmac */
export function base64Hmac(salt: string, value: string, key: BytesLike): string {
  return encodeUnpadded(saltedHmac(salt, value, key).digest());
}

/** Adds signatures and takes them off. @models django.core.signing:Signer */
export class Signer {
  static readonly name: string = 'Signer';

  readonly key: BytesLike;
  readonly sep: string;
  readonly salt: string;

  /** @throws {ValueError} for a separator that could be a part of the signature. */
  constructor(key: BytesLike | null = null, { sep = ':', salt = null }: SignerOptions = {}) {
    this.key = key?.length ? key : settings.SECRET_KEY;
    this.sep = sep;
    if (UNSAFE_SEPARATOR.test(sep)) {
      throw new ValueError(
        `Unsafe Signer separator: ${repr(sep)} (cannot be empty or consist of only A-z0-9-_=)`,
      );
    }
    this.salt = salt || `${moduleOf(this.constructor)}.${this.constructor.name}`;
  }

  /** The signature of a value alone. @models django.core.signing:Signer.signature */
  signature(value: string): string {
    return base64Hmac(`${this.salt}signer`, value, this.key);
  }

  /** A value with its signature behind it. @models django.core.signing:Signer.sign */
  sign(value: string): string {
    return `${value}${this.sep}${this.signature(value)}`;
  }

  /** A value without its signature. @throws {BadSignature} @models django.core.signing:Signer.unsign */
  unsign(signedValue: string): string {
    const parts = splitLast(signedValue, this.sep);
    if (!parts) throw new BadSignature(`No "${this.sep}" found in value`);
    const [value, signature] = parts;
    if (constantTimeCompare(signature, this.signature(value))) return value;
    throw new BadSignature(`Signature "${signature}" does not match`);
  }
}

/** Signs the time together with the value. @models django.core.signing:TimestampSigner */
export class TimestampSigner extends Signer {
  static override readonly name: string = 'TimestampSigner';

  /** The time in seconds, written with 62 digits. @models django.core.signing:TimestampSigner.timestamp */
  timestamp(): string {
    return base62.encode(Math.trunc(time()));
  }

  /** @models django.core.signing:TimestampSigner.sign */
  override sign(value: string): string {
    return super.sign(`${value}${this.sep}${this.timestamp()}`);
  }

  /** A value that was signed no longer ago than `maxAge` seconds. @throws {BadSignature} @throws {SignatureExpired} @models django.core.signing:TimestampSigner.unsign */
  override unsign(signedValue: string, maxAge: number | Timedelta | null = null): string {
    const parts = splitLast(super.unsign(signedValue), this.sep);
    if (!parts) throw new ValueError('not enough values to unpack (expected 2, got 1)');
    const [value, timestamp] = parts;
    if (timestamp === '') throw new IndexError('string index out of range');
    const age = time() - base62.decode(timestamp);
    if (maxAge === null) return value;
    const limit = maxAge instanceof Timedelta ? maxAge.totalSeconds() : maxAge;
    if (age <= limit) return value;
    const shown = maxAge instanceof Timedelta ? floatText(limit) : String(limit);
    throw new SignatureExpired(`Signature age ${floatText(age)} > ${shown} seconds`);
  }
}

/** Turns values into bytes and back. */
export interface Serializer {
  dumps(value: unknown): Uint8Array;
  loads(data: Uint8Array): unknown;
}

/** Makes a serializer. */
export type SerializerClass = new () => Serializer;

/** Values as JSON without spaces. @models django.core.signing:JSONSerializer */
export class JSONSerializer implements Serializer {
  /** @throws a `TypeError` for what JSON cannot hold. @models django.core.signing:JSONSerializer.dumps */
  dumps(value: unknown): Uint8Array {
    return latin1Encode(dumpJson(value, { separators: COMPACT, encode: refuse }));
  }

  /** @throws {JSONDecodeError} @models django.core.signing:JSONSerializer.loads */
  loads(data: Uint8Array): unknown {
    return loadJson(latin1Decode(data));
  }
}

/** How a value is dumped and loaded. */
export interface SigningOptions {
  /** The site's secret where it is not said. */
  key?: BytesLike | null;
  salt?: string;
  serializer?: SerializerClass;
}

/** A value as signed text with the time in it; compressed where that is asked for and helps. @models django.core.signing:dumps */
export function dumps(
  value: unknown,
  options: SigningOptions & { compress?: boolean } = {},
): string {
  const { key = null, salt = 'django.core.signing', serializer = JSONSerializer } = options;
  const data = new serializer().dumps(value);
  const smaller = options.compress ? compressBytes(data) : data;
  const isCompressed = smaller.length < data.length - 1;
  const text = encodeUnpadded(isCompressed ? smaller : data);
  return new TimestampSigner(key, { salt }).sign(isCompressed ? `.${text}` : text);
}

/** The value of a signed text. @throws {BadSignature} @throws {SignatureExpired} @models django.core.signing:loads */
export function loads(
  text: string,
  options: SigningOptions & { maxAge?: number | Timedelta | null } = {},
): unknown {
  const { key = null, salt = 'django.core.signing', serializer = JSONSerializer } = options;
  const value = new TimestampSigner(key, { salt }).unsign(text, options.maxAge ?? null);
  const isCompressed = value.startsWith('.');
  const data = decodeUnpadded(isCompressed ? value.slice(1) : value);
  return new serializer().loads(isCompressed ? decompress(data) : data);
}

/** The signer of cookies: of the class that `SIGNING_BACKEND` names. @models django.core.signing:get_cookie_signer */
export function getCookieSigner(salt = 'django.core.signing.get_cookie_signer'): TimestampSigner {
  const Backend = resolveSetting(settings.SIGNING_BACKEND);
  return new Backend(`django.http.cookies${settings.SECRET_KEY}`, { salt });
}

function refuse(value: object): never {
  const name = value instanceof Date ? 'datetime' : typeName(value);
  throw new TypeError(`Object of type ${name} is not JSON serializable`);
}

function encodeUnpadded(bytes: Uint8Array): string {
  return urlsafeB64encode(bytes).replaceAll('=', '');
}

function decodeUnpadded(text: string): Uint8Array {
  return urlsafeB64decode(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
}

function splitLast(text: string, separator: string): [before: string, after: string] | null {
  const at = text.lastIndexOf(separator);
  return at < 0 ? null : [text.slice(0, at), text.slice(at + separator.length)];
}

function floatText(number: number): string {
  return Number.isInteger(number) ? number.toFixed(1) : String(number);
}

defineModule('django.core.signing', {
  BadSignature,
  JSONSerializer,
  SignatureExpired,
  Signer,
  TimestampSigner,
});
