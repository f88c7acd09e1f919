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
  /** The charset in which bytes are read and the query string is written. @models django.http.request:QueryDict.encoding */
  encoding: string;
  /** Whether the fields can be changed. @models django.http.request:QueryDict._mutable */
  _mutable = true;

  /** @throws {TooManyFieldsSent} @throws {LookupError} for an unknown charset, once it is needed. @models django.http.request:QueryDict.__init__ */
  constructor(query: TextOrBytes | null = '', options: QueryDictOptions = {}) {
    super();
    this.encoding = options.encoding || settings.DEFAULT_CHARSET;
    const text = decodeQuery(query ?? '', this.encoding);
    const limit = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS;
    for (const [key, value] of limitedParseQsl(text, this.encoding, limit)) {
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

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.__setitem__ */
  override set(key: TextOrBytes, value: TextOrBytes): void {
    this.#assertMutable();
    super.set(this.#text(key), this.#text(value));
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.setlist */
  override setlist(key: TextOrBytes, list: Iterable<TextOrBytes>): void {
    this.#assertMutable();
    const texts: string[] = [];
    for (const value of list) texts.push(this.#text(value));
    super.setlist(this.#text(key), texts);
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.setlistdefault */
  override setlistdefault(key: string, list: Iterable<string> | null = null): string[] {
    this.#assertMutable();
    return super.setlistdefault(key, list);
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.appendlist */
  override appendlist(key: TextOrBytes, value: TextOrBytes): void {
    this.#assertMutable();
    super.appendlist(this.#text(key), this.#text(value));
  }

  /** @throws {AttributeError} where it is immutable. @models django.http.request:QueryDict.setdefault */
  override setdefault(key: TextOrBytes, value: TextOrBytes): string | [] {
    this.#assertMutable();
    return super.setdefault(this.#text(key), this.#text(value));
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
    const { encoding } = this;
    const kept = safe && latin1Decode(encode(safe, encoding));
    const write = (text: string) => {
      const bytes = encode(text, encoding);
      return safe ? quoteFromBytes(bytes, kept) : quotePlus(bytes);
    };
    return Array.from(this.lists(), ([key, list]) =>
      list.map((value) => `${write(key)}=${write(str(value))}`),
    )
      .flat()
      .join('&');
  }

  /** @models django.http.request:bytes_to_text */
  #text(value: TextOrBytes): string {
    return value instanceof Uint8Array ? decode(value, this.encoding, 'replace') : value;
  }

  #assertMutable(): void {
    if (!this._mutable) throw new AttributeError('This QueryDict instance is immutable');
  }
}

function decodeQuery(query: TextOrBytes, charset: string): string {
  if (typeof query === 'string') return query;
  if (query.length === 0) return '';
  try {
    return decode(query, charset, 'strict');
  } catch (error) {
    if (error instanceof UnicodeDecodeError) return latin1Decode(query);
    throw error;
  }
}
