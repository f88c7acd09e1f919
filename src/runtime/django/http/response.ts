/**
 * Responses with a body that is ready, and with one that is made while it is sent.
 *
 * @module
 */

import { AttributeError, Exception } from '../../builtins.ts';
import { latin1Encode } from '../../codecs.ts';
import { isPlainObject, truth } from '../../objects.ts';
import { urlsplit } from '../../urllib/split.ts';
import { DisallowedRedirect } from '../core/exceptions.ts';
import { iriToUri } from '../utils/encoding.ts';
import {
  type Closable,
  closeQuietly,
  HttpResponseBase,
  type ResponseOptions,
} from './response-base.ts';

/** A body, or pieces of one; what is neither text nor bytes is written as Python's `str()` would. */
export type Content = string | Uint8Array | number | null | Iterable<string | Uint8Array>;

const NOTHING = new Uint8Array();

/** Nothing is at this address. @models django.http.response:Http404 */
export class Http404 extends Exception {
  override name = 'Http404';
}

/** A response whose whole body is there. @models django.http.response:HttpResponse */
export class HttpResponse extends HttpResponseBase {
  readonly streaming = false;
  #container: Uint8Array[] = [];

  /** @models django.http.response:HttpResponse.__init__ */
  constructor(content: Content = NOTHING, options: ResponseOptions = {}) {
    super(options);
    this.content = content;
  }

  /** The body as bytes. @models django.http.response:HttpResponse.content */
  get content(): Uint8Array {
    return joinBytes(this.#container);
  }

  /** Replaces the body; an iterator is drained at once. @models django.http.response:HttpResponse.content */
  set content(value: Content) {
    const chunks = chunksOf(value);
    if (chunks === null) {
      this.#container = [this.makeBytes(value)];
      return;
    }
    this.#container = [joinBytes(Array.from(chunks, (chunk) => this.makeBytes(chunk)))];
    if (isClosable(chunks)) closeQuietly(chunks);
  }

  /** Adds to the body. @models django.http.response:HttpResponse.write */
  override write(content: unknown): void {
    this.#container.push(this.makeBytes(content));
  }

  /** How many bytes the body has. @models django.http.response:HttpResponse.tell */
  override tell(): number {
    return this.content.length;
  }

  /** Headers and body as they travel. @models django.http.response:HttpResponse.serialize */
  serialize(): Uint8Array {
    return joinBytes([this.serializeHeaders(), latin1Encode('\r\n\r\n'), this.content]);
  }

  /** The body in the pieces in which it was written. @models django.http.response:HttpResponse.__iter__ */
  [Symbol.iterator](): Iterator<Uint8Array> {
    return this.#container[Symbol.iterator]();
  }

  /** As Python shows it. @models django.http.response:HttpResponse.__repr__ */
  override toString(): string {
    const { before, after } = this._shown();
    return `<${this.constructor.name}${before} status_code=${this.statusCode}${this.#contentTypeForRepr()}${after}>`;
  }

  /** @models django.http.response:HttpResponseBase._content_type_for_repr */
  #contentTypeForRepr(): string {
    return this.hasHeader('Content-Type') ? `, "${this.item('Content-Type')}"` : '';
  }

  /** Takes the body away: not one piece is sent. */
  protected _empty(): void {
    this.#container = [];
  }

  /** What a kind of response adds to how it is shown. */
  protected _shown(): { before: string; after: string } {
    return { before: '', after: '' };
  }
}

/** A response whose body is made while the server asks for it. @models django.http.response:StreamingHttpResponse */
export class StreamingHttpResponse extends HttpResponseBase {
  readonly streaming = true;
  #iterator: Iterator<string | Uint8Array> = [][Symbol.iterator]();

  /** @models django.http.response:StreamingHttpResponse.__init__ */
  constructor(content: Iterable<string | Uint8Array> = [], options: ResponseOptions = {}) {
    super(options);
    this._prepare(options);
    this.streamingContent = content;
  }

  /** There is none to read. @throws {AttributeError} @models django.http.response:StreamingHttpResponse.content */
  get content(): never {
    throw new AttributeError(
      `This ${this.constructor.name} instance has no \`content\` attribute. Use \`streaming_content\` instead.`,
    );
  }

  /** The pieces that are left, as bytes. @models django.http.response:StreamingHttpResponse.streaming_content */
  get streamingContent(): IterableIterator<Uint8Array> {
    const iterator = this.#iterator;
    return {
      next: () => {
        const { done, value } = iterator.next();
        return done ? { done, value: undefined } : { done: false, value: this.makeBytes(value) };
      },
      [Symbol.iterator]() {
        return this;
      },
    };
  }

  /** Takes another iterator. @models django.http.response:StreamingHttpResponse.streaming_content */
  set streamingContent(value: Iterable<string | Uint8Array>) {
    this._setStreamingContent(value);
  }

  /** Takes piece after piece from the one iterator. @models django.http.response:StreamingHttpResponse.__iter__ */
  [Symbol.iterator](): Iterator<Uint8Array> {
    return this.streamingContent;
  }

  /** Takes what a kind of response has to know before it takes its body. */
  protected _prepare(_options: ResponseOptions): void {}

  /** Takes an iterator, for once; it is closed with the response where it can be. @models django.http.response:StreamingHttpResponse._set_streaming_content */
  protected _setStreamingContent(value: Iterable<string | Uint8Array>): void {
    this.#iterator = value[Symbol.iterator]();
    if (isClosable(value)) this._closableObjects.push(value);
    else if (isGenerator(value)) this._closableObjects.push({ close: () => void value.return?.() });
  }
}

/** A response that sends the visitor elsewhere. @models django.http.response:HttpResponseRedirectBase */
export class HttpResponseRedirectBase extends HttpResponse {
  static readonly allowedSchemes: readonly string[] = ['http', 'https', 'ftp'];

  /** @throws {ValueError} @throws {DisallowedRedirect} for another scheme than the allowed ones. @models django.http.response:HttpResponseRedirectBase.__init__ */
  constructor(redirectTo: string, options: ResponseOptions = {}) {
    super(NOTHING, options);
    this.set('Location', iriToUri(redirectTo));
    const { scheme } = urlsplit(redirectTo);
    const { allowedSchemes } = this.constructor as typeof HttpResponseRedirectBase;
    if (scheme && !allowedSchemes.includes(scheme)) {
      throw new DisallowedRedirect(`Unsafe redirect to URL with protocol '${scheme}'`);
    }
  }

  /** Where it leads. @throws {KeyError} where the header was removed. @models django.http.response:HttpResponseRedirectBase.url */
  get url(): string {
    return this.item('Location');
  }

  protected override _shown(): { before: string; after: string } {
    return { before: '', after: `, url="${this.url}"` };
  }
}

/** 302. @models django.http.response:HttpResponseRedirect */
export class HttpResponseRedirect extends HttpResponseRedirectBase {
  static override readonly statusCode = 302;
}

/** 301. @models django.http.response:HttpResponsePermanentRedirect */
export class HttpResponsePermanentRedirect extends HttpResponseRedirectBase {
  static override readonly statusCode = 301;
}

/** 304: no body, no content type. @models django.http.response:HttpResponseNotModified */
export class HttpResponseNotModified extends HttpResponse {
  static override readonly statusCode = 304;

  /** @throws {AttributeError} for a body that is not empty. @models django.http.response:HttpResponseNotModified.__init__ */
  constructor(content: Content = NOTHING, options: ResponseOptions = {}) {
    super(content, options);
    this.delete('content-type');
  }

  override get content(): Uint8Array {
    return super.content;
  }

  /** @models django.http.response:HttpResponseNotModified.content */
  override set content(value: Content) {
    if (truth(value)) {
      throw new AttributeError('You cannot set content to a 304 (Not Modified) response');
    }
    this._empty();
  }
}

/** 400. @models django.http.response:HttpResponseBadRequest */
export class HttpResponseBadRequest extends HttpResponse {
  static override readonly statusCode = 400;
}

/** 403. @models django.http.response:HttpResponseForbidden */
export class HttpResponseForbidden extends HttpResponse {
  static override readonly statusCode = 403;
}

/** 404. @models django.http.response:HttpResponseNotFound */
export class HttpResponseNotFound extends HttpResponse {
  static override readonly statusCode = 404;
}

/** 405, with the methods that would do. @models django.http.response:HttpResponseNotAllowed */
export class HttpResponseNotAllowed extends HttpResponse {
  static override readonly statusCode = 405;

  /** @models django.http.response:HttpResponseNotAllowed.__init__ */
  constructor(permittedMethods: readonly string[], options: ResponseOptions = {}) {
    super(NOTHING, options);
    this.set('Allow', permittedMethods.join(', '));
  }

  protected override _shown(): { before: string; after: string } {
    return { before: ` [${this.item('Allow')}]`, after: '' };
  }
}

/** 410. @models django.http.response:HttpResponseGone */
export class HttpResponseGone extends HttpResponse {
  static override readonly statusCode = 410;
}

/** 500. @models django.http.response:HttpResponseServerError */
export class HttpResponseServerError extends HttpResponse {
  static override readonly statusCode = 500;
}

/** What is to be iterated of a value: its items, the keys of a dict; `null` for a single value. */
function chunksOf(value: Content): Iterable<unknown> | null {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return null;
  if (Symbol.iterator in value) return value;
  return isPlainObject(value) ? Object.keys(value) : null;
}

function isClosable(value: object): value is Closable {
  return 'close' in value && typeof value.close === 'function';
}

function isGenerator(value: object): value is Iterator<unknown> {
  return 'return' in value && typeof value.return === 'function';
}

/** Bytes do not change, and so a single piece is the whole. */
function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
