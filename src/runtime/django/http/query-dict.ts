/**
 * A query string or a form as a dict.
 *
 * @module
 */

import { AttributeError } from '../../builtins.ts';
import { decode } from '../../charsets.ts';
import { latin1Decode } from '../../codecs.ts';
import { quote, quotePlus } from '../../urllib/unicode.ts';
import { settings } from '../conf.ts';
import { MultiValueDict } from '../utils/datastructures.ts';
import { limitedParseQsl } from '../utils/http.ts';

/** How a query string is read. */
export interface QueryDictOptions {
  mutable?: boolean;
  /** A charset; the site's where it is not said. */
  encoding?: string | null;
}

/** The fields of a query string or of a form; nobody can change it unless it says so. @models django.http.request:QueryDict */
export class QueryDict extends MultiValueDict<string> {
  readonly encoding: string;
  /** Whether the fields can be changed. @models django.http.request:QueryDict._mutable */
  _mutable = true;

  /** @throws {TooManyFieldsSent} */
  constructor(query: string | Uint8Array = '', options: QueryDictOptions = {}) {
    super();
    this.encoding = options.encoding || settings.DEFAULT_CHARSET;
    const text = typeof query === 'string' ? query : decodeQuery(query, this.encoding);
    const limit = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS;
    for (const [key, value] of limitedParseQsl(text, this.encoding, limit)) {
      this.appendlist(key, value);
    }
    this._mutable = options.mutable ?? false;
  }

  override set(key: string, value: string): void {
    this.#assertMutable();
    super.set(key, value);
  }

  override setlist(key: string, list: readonly string[]): void {
    this.#assertMutable();
    super.setlist(key, list);
  }

  override appendlist(key: string, value: string): void {
    this.#assertMutable();
    super.appendlist(key, value);
  }

  override delete(key: string): boolean {
    this.#assertMutable();
    return super.delete(key);
  }

  /** A copy that can be changed. @models django.http.request:QueryDict.copy */
  copy(): QueryDict {
    const copy = new QueryDict('', { mutable: true, encoding: this.encoding });
    for (const [key, list] of this.lists()) copy.setlist(key, list);
    return copy;
  }

  /** The fields as a query string; `safe` names characters that stay as they are. @models django.http.request:QueryDict.urlencode */
  urlencode(safe = ''): string {
    const write = (text: string) => (safe ? quote(text, safe) : quotePlus(text));
    return Array.from(this.lists(), ([key, list]) =>
      list.map((value) => `${write(key)}=${write(value)}`),
    )
      .flat()
      .join('&');
  }

  #assertMutable(): void {
    if (!this._mutable) throw new AttributeError('This QueryDict instance is immutable');
  }
}

function decodeQuery(query: Uint8Array, charset: string): string {
  try {
    return decode(query, charset, 'strict');
  } catch {
    return latin1Decode(query);
  }
}
