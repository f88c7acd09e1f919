/**
 * What a view is asked.
 *
 * @module
 */

import { AttributeError, Exception, KeyError } from '../../builtins.ts';
import type { Timedelta } from '../../datetime.ts';
import { isNone } from '../../objects.ts';
import { repr } from '../../repr.ts';
import { urljoin, urlsplit } from '../../urllib/split.ts';
import { integer } from '../../wsgiref/integer.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { settings } from '../conf.ts';
import { DisallowedHost, ImproperlyConfigured, RequestDataTooBig } from '../core/exceptions.ts';
import type { UploadedFile } from '../core/files/uploadedfile.ts';
import {
  type FileUploadHandler,
  loadHandler,
  type ParsedForm,
} from '../core/files/uploadhandler.ts';
import { BadSignature, getCookieSigner } from '../core/signing.ts';
import type { ResolverMatch } from '../urls/resolver-match.ts';
import type { Urlconf } from '../urls/types.ts';
import { ImmutableList, MultiValueDict } from '../utils/datastructures.ts';
import { escapeUriPath, iriToUri } from '../utils/encoding.ts';
import { HttpHeaders } from './headers.ts';
import { splitDomainPort, validateHost } from './host.ts';
import { MultiPartParser, MultiPartParserError } from './multipartparser.ts';
import { QueryDict } from './query-dict.ts';
import { rewound } from './rewound.ts';

/** The body can no longer be read. @models django.http.request:UnreadablePostError */
export class UnreadablePostError extends Exception {
  override name = 'UnreadablePostError';
}

/** The stream was read before the body was asked for. @models django.http.request:RawPostDataException */
export class RawPostDataException extends Exception {
  override name = 'RawPostDataException';
}

/** Where a request's bytes come from. */
export interface RequestStream {
  /** At most `size` bytes, all that are left without one; empty at the end. */
  read(size?: number): Uint8Array;
  /** The next line with its newline, or at most `size` bytes of it. */
  readline(size?: number): Uint8Array;
}

const FORM_TYPE = 'application/x-www-form-urlencoded';

/** A request; middleware may put attributes of its own on it. @models django.http.request:HttpRequest */
export class HttpRequest {
  [attribute: string]: unknown;

  /** The whole path, that of the script included; Unicode. */
  path = '';
  /** The part of the path that the URLconf sees; Unicode. */
  pathInfo = '';
  method: string | null = null;
  META: PartialEnviron = {};
  /** The part of the `Content-Type` before its parameters. */
  contentType: string | null = null;
  contentParams: Record<string, string> = {};
  /** What the resolver found; `null` until it has looked. */
  resolverMatch: ResolverMatch | null = null;
  /** Set by middleware to have this request resolved by another URLconf; `null` is the site's. */
  declare urlconf?: Urlconf | null;
  /** The charset of GET and POST; `null` means the site's. */
  protected _encoding: string | null = null;
  protected _stream: RequestStream | null = null;
  #get: QueryDict | null = null;
  #cookies: Map<string, string> | null = null;
  #headers: HttpHeaders | null = null;
  #form: ParsedForm | null = null;
  #uploadHandlers: readonly FileUploadHandler[] = [];
  #body: Uint8Array | null = null;
  #readStarted = false;
  /** Found once: who changes the headers afterwards changes no address. */
  #schemeHost: string | null = null;

  /** The fields of the query string, read when they are first asked for. */
  get GET(): QueryDict {
    return (this.#get ??= this._readQuery());
  }

  set GET(fields: QueryDict) {
    this.#get = fields;
  }

  /** The fields of a form that was posted. */
  get POST(): QueryDict {
    return this.#getPost();
  }

  set POST(fields: QueryDict) {
    this.#form = { post: fields, files: this.#form?.files ?? new MultiValueDict() };
  }

  /** The files of a form that was posted. @models django.core.handlers.wsgi:WSGIRequest.FILES */
  get FILES(): MultiValueDict<UploadedFile> {
    return this.#loadedForm().files;
  }

  /** What the browser sent as cookies. */
  get COOKIES(): Map<string, string> {
    return (this.#cookies ??= new Map());
  }

  set COOKIES(cookies: Map<string, string>) {
    this.#cookies = cookies;
  }

  /** The charset of GET and POST; setting it has them read anew. @models django.http.request:HttpRequest.encoding */
  get encoding(): string | null {
    return this._encoding;
  }

  set encoding(charset: string | null) {
    this._encoding = charset;
    // Django asks whether there is a GET, which reads it.
    void this.GET;
    this.#get = null;
    this.#form = null;
  }

  /** The headers, found in any case; put together when they are first asked for. */
  get headers(): HttpHeaders {
    return (this.#headers ??= this.#readHeaders());
  }

  /** `http` or `https`, by the proxy's word where the site trusts it. @throws {ImproperlyConfigured} @models django.http.request:HttpRequest.scheme */
  get scheme(): string {
    const pair = settings.SECURE_PROXY_SSL_HEADER ?? [];
    if (pair.length === 0) return this._getScheme();
    const [header, secure] = pair;
    if (pair.length !== 2) {
      throw new ImproperlyConfigured(
        'The SECURE_PROXY_SSL_HEADER setting must be a tuple containing two values.',
      );
    }
    const told = this.META[header];
    if (isNone(told)) return this._getScheme();
    return told === secure ? 'https' : 'http';
  }

  /** Whether it came over https. @models django.http.request:HttpRequest.is_secure */
  isSecure(): boolean {
    return this.scheme === 'https';
  }

  /** Whether it says that a script sent it. @models django.http.request:HttpRequest.is_ajax */
  isAjax(): boolean {
    return this.META.HTTP_X_REQUESTED_WITH === 'XMLHttpRequest';
  }

  /** The host, if the site answers to it. @throws {DisallowedHost} @models django.http.request:HttpRequest.get_host */
  getHost(): string {
    const host = this.#rawHost();
    const allowed = settings.ALLOWED_HOSTS;
    const local = settings.DEBUG && allowed.length === 0;
    const [domain] = splitDomainPort(host);
    if (domain && validateHost(domain, local ? ['localhost', '127.0.0.1', '[::1]'] : allowed)) {
      return host;
    }
    const advice = domain
      ? `You may need to add ${repr(domain)} to ALLOWED_HOSTS.`
      : 'The domain name provided is not valid according to RFC 1034/1035.';
    throw new DisallowedHost(`Invalid HTTP_HOST header: ${repr(host)}. ${advice}`);
  }

  /** The port as text, by the proxy's word where the site trusts it. @throws {KeyError} @models django.http.request:HttpRequest.get_port */
  getPort(): string {
    const forwarded = settings.USE_X_FORWARDED_PORT ? this.META.HTTP_X_FORWARDED_PORT : undefined;
    return String(forwarded ?? this.#required('SERVER_PORT'));
  }

  /** The value of a cookie that was signed, or the default. @throws {KeyError} @throws {BadSignature} where there is no default. @models django.http.request:HttpRequest.get_signed_cookie */
  getSignedCookie<Default = never>(
    key: string,
    options: { default?: Default; salt?: string; maxAge?: number | Timedelta | null } = {},
  ): string | Default {
    const { salt = '', maxAge = null } = options;
    try {
      const signed = this.COOKIES.get(key);
      if (signed === undefined) throw new KeyError(key);
      return getCookieSigner(key + salt).unsign(signed, maxAge);
    } catch (error) {
      const expected = error instanceof KeyError || error instanceof BadSignature;
      if (expected && 'default' in options) return options.default as Default;
      throw error;
    }
  }

  /** Path and query, escaped. @models django.http.request:HttpRequest.get_full_path */
  getFullPath(forceAppendSlash = false): string {
    return this.#fullPath(this.path, forceAppendSlash);
  }

  /** Like `getFullPath`, without the script's part. @models django.http.request:HttpRequest.get_full_path_info */
  getFullPathInfo(forceAppendSlash = false): string {
    return this.#fullPath(this.pathInfo, forceAppendSlash);
  }

  /** An address on this site with scheme and host; an absolute one stays. @throws {DisallowedHost} @throws {ValueError} @models django.http.request:HttpRequest.build_absolute_uri */
  buildAbsoluteUri(location: string | null = null): string {
    const target = location ?? `//${this.getFullPath()}`;
    const { scheme, netloc, path } = urlsplit(target);
    if (scheme && netloc) return iriToUri(target);
    const isPlain = !scheme && !netloc && path.startsWith('/') && !/\/\.\.?\//.test(path);
    if (isPlain) return iriToUri(this.#site + target.replace(/^\/\//, ''));
    return iriToUri(urljoin(this.#site + this.path, target));
  }

  /** This very address with scheme and host, whether the site answers to that host or not. @models django.http.request:HttpRequest.get_raw_uri */
  getRawUri(): string {
    return `${this.scheme}://${this.#rawHost()}${this.getFullPath()}`;
  }

  /** What takes the files of a form; those of the settings unless others are set before the form is read. @throws {AttributeError} after that. @models django.http.request:HttpRequest.upload_handlers */
  get uploadHandlers(): readonly FileUploadHandler[] {
    if (this.#uploadHandlers.length === 0) this.#initializeHandlers();
    return this.#uploadHandlers;
  }

  /** @models django.http.request:HttpRequest.upload_handlers */
  set uploadHandlers(handlers: readonly FileUploadHandler[]) {
    if (this.#form) {
      throw new AttributeError(
        'You cannot set the upload handlers after the upload has been processed.',
      );
    }
    this.#uploadHandlers = handlers;
  }

  /** Reads a form with files from a stream; no upload handler can be changed any more. @models django.http.request:HttpRequest.parse_file_upload */
  parseFileUpload(META: PartialEnviron, source: { read(size: number): Uint8Array }): ParsedForm {
    this.uploadHandlers = new ImmutableList(
      this.uploadHandlers,
      'You cannot alter upload handlers after the upload has been processed.',
    );
    return new MultiPartParser(META, source, this.uploadHandlers, this.encoding).parse();
  }

  /** The whole body as bytes. @throws {RawPostDataException} @throws {ValueError} @throws {RequestDataTooBig} @models django.http.request:HttpRequest.body */
  get body(): Uint8Array {
    if (this.#body) return this.#body;
    if (this.#readStarted) {
      throw new RawPostDataException(
        "You cannot access body after reading from request's data stream",
      );
    }
    const limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE;
    if (limit !== null && integer(this.META.CONTENT_LENGTH || '0') > limit) {
      throw new RequestDataTooBig('Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.');
    }
    const body = this.read();
    this.#body = body;
    this._stream = rewound(body);
    return body;
  }

  /** Reads from the stream; the body cannot be had any more then. @models django.http.request:HttpRequest.read */
  read(size?: number): Uint8Array {
    this.#readStarted = true;
    return this._stream?.read(size) ?? new Uint8Array();
  }

  /** Reads a line from the stream. @models django.http.request:HttpRequest.readline */
  readline(size?: number): Uint8Array {
    this.#readStarted = true;
    return this._stream?.readline(size) ?? new Uint8Array();
  }

  /** Line after line of the stream. @models django.http.request:HttpRequest.__iter__ */
  [Symbol.iterator](): Iterator<Uint8Array> {
    const next = (): IteratorResult<Uint8Array> => {
      const value = this.readline();
      return value.length > 0 ? { done: false, value } : { done: true, value: undefined };
    };
    return { next };
  }

  /** Closes the files that were uploaded, if anyone asked for them. @models django.http.request:HttpRequest.close */
  close(): void {
    for (const [, files] of this.#form?.files.lists() ?? []) {
      for (const file of files) file.close();
    }
  }

  /** Leaves the form empty, so that nobody meets its error twice. @models django.http.request:HttpRequest._mark_post_parse_error */
  _markPostParseError(): void {
    this.#form = { post: new QueryDict(), files: new MultiValueDict() };
  }

  /** As Python shows it. @models django.http.request:HttpRequest.__repr__ */
  toString(): string {
    const { name } = this.constructor;
    if (this.method === null || !this.getFullPath()) return `<${name}>`;
    return `<${name}: ${this.method} ${repr(this.getFullPath())}>`;
  }

  protected _getScheme(): string {
    return 'http';
  }

  protected _readQuery(): QueryDict {
    return new QueryDict('', { mutable: true });
  }

  /** @models django.http.request:HttpRequest._initialize_handlers */
  #initializeHandlers(): void {
    this.#uploadHandlers = settings.FILE_UPLOAD_HANDLERS.map((path) => loadHandler(path, this));
  }

  get #site(): string {
    return (this.#schemeHost ??= this.#currentSchemeHost());
  }

  /** @models django.http.request:HttpRequest._current_scheme_host */
  #currentSchemeHost(): string {
    return `${this.scheme}://${this.getHost()}`;
  }

  /** @models django.http.request:HttpRequest._get_raw_host */
  #rawHost(): string {
    const { META } = this;
    const forwarded = settings.USE_X_FORWARDED_HOST ? META.HTTP_X_FORWARDED_HOST : undefined;
    const told = forwarded ?? META.HTTP_HOST;
    if (told !== undefined) return told;
    const name = this.#required('SERVER_NAME');
    const port = this.getPort();
    const usual = this.isSecure() ? '443' : '80';
    return port === usual ? name : `${name}:${port}`;
  }

  #required(key: string): string {
    const value = this.META[key];
    if (value === undefined) throw new KeyError(key);
    return String(value);
  }

  /** @models django.http.request:HttpRequest._get_full_path */
  #fullPath(path: string, forceAppendSlash: boolean): string {
    const slash = forceAppendSlash && !path.endsWith('/') ? '/' : '';
    const query = this.META.QUERY_STRING ?? '';
    return escapeUriPath(path) + slash + (query ? `?${iriToUri(query)}` : '');
  }

  /** @models django.http.request:HttpRequest.headers */
  #readHeaders(): HttpHeaders {
    return new HttpHeaders(this.META);
  }

  /** @models django.core.handlers.wsgi:WSGIRequest._get_post */
  #getPost(): QueryDict {
    return this.#loadedForm().post;
  }

  #loadedForm(): ParsedForm {
    if (this.#form === null) this.#loadPostAndFiles();
    return this.#form ?? emptyForm(null);
  }

  /** @models django.http.request:HttpRequest._load_post_and_files */
  #loadPostAndFiles(): void {
    if (this.method === 'POST' && this.#readStarted && this.#body === null) {
      this._markPostParseError();
    } else if (this.method === 'POST' && this.contentType === 'multipart/form-data') {
      this.#form = this.#readUpload();
    } else if (this.method === 'POST' && this.contentType === FORM_TYPE) {
      const { body, _encoding: encoding } = this;
      this.#form = { post: new QueryDict(body, { encoding }), files: new MultiValueDict() };
    } else {
      this.#form = emptyForm(this._encoding);
    }
  }

  #readUpload(): ParsedForm {
    try {
      return this.parseFileUpload(this.META, this.#body ? rewound(this.#body) : this);
    } catch (error) {
      if (error instanceof MultiPartParserError) this._markPostParseError();
      throw error;
    }
  }
}

function emptyForm(encoding: string | null): ParsedForm {
  return { post: new QueryDict('', { encoding }), files: new MultiValueDict() };
}
