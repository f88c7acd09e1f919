/**
 * A query string or a form as a dict.
 *
 * @module
 */

import { AttributeError } from '../../builtins.ts';
import { decode, encode, UnicodeDecodeError } from '../../charsets.ts';
import { latin1Decode } from '../../codecs.ts';
import { str } from '../../repr.ts';
import { quoteFromBytes, quotePlus } from '../../urllib/unicode.ts';
import { settings } from '../conf.ts';
import { MultiValueDict } from '../utils/datastructures.ts';
import { limitedParseQsl } from '../utils/http.ts';

/** How a query string is read. */
export interface QueryDictOptions {
  mutable?: boolean;
  /** A charset; the site's where it is not said. */
  encoding?: string | null;
}

/** Text, or bytes in the charset of a `QueryDict`. */
export type TextOrBytes = string | Uint8Array;

/** The fields of a query string or of a form; nobody can change it unless it says so. @models django.http.request:QueryDict */
export class QueryDict extends MultiValueDict<string> {
  #encoding: string | null = null;
  /** Whether the fields can be changed. @models django.http.request:QueryDict._mutable */
  _mutable = true;

  /** @throws {TooManyFieldsSent} @throws {LookupError} for an unknown charset, once it is needed. @models django.http.request:QueryDict.__init__ */
  constructor(query: TextOrBytes | null = '', options: QueryDictOptions = {}) {
    super();
    this.encoding = options.encoding || settings.DEFAULT_CHARSET;
    const limit = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS;
    const { encoding } = this;
    const given = query && query.length > 0 ? query : '';
    const text = typeof given === 'string' ? given : decodeQuery(given, this.encoding);
    for (const [key, value] of limitedParseQsl(text, encoding, limit)) {
      this.appendlist(key, value);
    }
    this._mutable = options.mutable ?? false;
  }

  /** Fields of these names, which may come again, all with the same value. @models django.http.request:QueryDict.fromkeys */
  static fromkeys(
    names: Iterable<TextOrBytes>,
    value: TextOrBytes = '',
    { mutable = false, encoding = null }: QueryDictOptions = {},
  ): QueryDict {
    const made = new QueryDict('', { mutable: true, encoding });
    for (const name of names) made.appendlist(name, value);
    made._mutable = mutable;
    return made;
  }

  /** The charset in which bytes are read and the query string is written. @models django.http.request:QueryDict.encoding */
  get encoding(): string {
    return (this.#encoding ??= settings.DEFAULT_CHARSET);
  }

  /** @models django.http.request:QueryDict.encoding */
  set encoding(charset: string | null) {
    this.#encoding = charset;
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.__setitem__ */
  override set(key: TextOrBytes, value: TextOrBytes): void {
    this.#assertMutable();
    super.set(bytesToText(key, this.encoding), bytesToText(value, this.encoding));
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.setlist */
  override setlist(key: TextOrBytes, list: Iterable<TextOrBytes>): void {
    this.#assertMutable();
    const name = bytesToText(key, this.encoding);
    const texts: string[] = [];
    for (const value of list) texts.push(bytesToText(value, this.encoding));
    super.setlist(name, texts);
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.setlistdefault */
  override setlistdefault(key: string, list: Iterable<string> | null = null): string[] {
    this.#assertMutable();
    return super.setlistdefault(key, list);
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.appendlist */
  override appendlist(key: TextOrBytes, value: TextOrBytes): void {
    this.#assertMutable();
    super.appendlist(bytesToText(key, this.encoding), bytesToText(value, this.encoding));
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.setdefault */
  override setdefault(key: TextOrBytes, value: TextOrBytes): string | [] {
    this.#assertMutable();
    return super.setdefault(bytesToText(key, this.encoding), bytesToText(value, this.encoding));
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.__delitem__ */
  override delete(key: string): void {
    this.#assertMutable();
    super.delete(key);
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.pop */
  override pop<Fallback = never>(key: string, ...fallback: [Fallback?]): string[] | Fallback {
    this.#assertMutable();
    return super.pop(key, ...fallback);
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.popitem */
  override popitem(): [key: string, list: string[]] {
    this.#assertMutable();
    return super.popitem();
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.clear */
  override clear(): void {
    this.#assertMutable();
    super.clear();
  }

  /** A copy that can be changed. @models django.http.request:QueryDict.copy */
  override copy(): QueryDict {
    const copy = new QueryDict('', { mutable: true, encoding: this.encoding });
    for (const [key, list] of this.lists()) copy.setlist(key, list);
    return copy;
  }

  /** The fields as a query string; `safe` names characters that stay as they are. @throws {UnicodeEncodeError} for what the charset lacks. @models django.http.request:QueryDict.urlencode */
  urlencode(safe = ''): string {
    const kept = safe && latin1Decode(encode(safe, this.encoding));
    const pairs: string[] = [];
    for (const [key, list] of this.lists()) {
      for (const value of list) {
        const name = encode(key, this.encoding);
        pairs.push(encodePair(name, encode(str(value), this.encoding), kept));
      }
    }
    return pairs.join('&');
  }

  /** @models django.http.request:QueryDict._assert_mutable */
  #assertMutable(): void {
    if (!this._mutable) throw new AttributeError('This QueryDict instance is immutable');
  }
}

/** @models django.http.request:QueryDict.urlencode.<locals>.encode */
function encodePair(key: Uint8Array, value: Uint8Array, safe: string): string {
  if (safe) return `${quoteFromBytes(key, safe)}=${quoteFromBytes(value, safe)}`;
  return `${quotePlus(key)}=${quotePlus(value)}`;
}

/** @models django.http.request:bytes_to_text */
function bytesToText(value: TextOrBytes, encoding: string): string {
  return value instanceof Uint8Array ? decode(value, encoding, 'replace') : value;
}

function decodeQuery(query: Uint8Array, charset: string): string {
  try {
    return decode(query, charset, 'strict');
  } catch (error) {
    if (error instanceof UnicodeDecodeError) return latin1Decode(query);
    throw error;
  }
}
