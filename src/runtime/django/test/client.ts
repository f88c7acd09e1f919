/**
 * A visitor without a browser, and requests without a server, for tests.
 *
 * Templates tell nobody here that they were rendered, so `templates` is empty and `context`
 * is `null`, as in Django with an engine that is not its own.
 *
 * @module
 */

import { Exception, ValueError } from '../../builtins.ts';
import { decode } from '../../charsets.ts';
import { sysExcInfo } from '../../sys.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { WSGIRequest } from '../core/handlers/wsgi.ts';
import { gotRequestException } from '../core/signals.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import type { HttpResponse } from '../http/response.ts';
import { TemplateDoesNotExist } from '../template/loader.ts';
import { resolve } from '../urls.ts';
import type { ResolverMatch } from '../urls/resolver-match.ts';
import type { Credentials } from '../contrib/auth/backends.ts';
import type { AbstractBaseUser } from '../contrib/auth/base-user.ts';
import type { SessionBase } from '../contrib/sessions/backends/base.ts';
import { ClientHandler } from './client-handler.ts';
import { forceLogIn, logIn, logOut, sessionOf } from './client-session.ts';
import { updateCookies } from './client-cookies.ts';
import type { FormData } from './multipart.ts';
import { nextRequest } from './redirects.ts';
import { RequestBuilder, type RequestData, type RequestOptions } from './request-builder.ts';

export {
  ClientHandler,
  closingIteratorWrapper,
  conditionalContentRemoval,
} from './client-handler.ts';
export { FakePayload } from './fake-payload.ts';
export { BOUNDARY, encodeFile, encodeMultipart, MULTIPART_CONTENT } from './multipart.ts';
export type { RequestData, RequestOptions } from './request-builder.ts';

/** Makes requests as views get them, to be handed to a view. @models django.test.client:RequestFactory */
export class RequestFactory extends RequestBuilder<WSGIRequest> {
  /** The request itself. @models django.test.client:RequestFactory.request */
  override request(extra: PartialEnviron = {}): WSGIRequest {
    return new WSGIRequest(this.baseEnviron(extra));
  }
}

/** A response, and what the client knows of it. */
export type TestResponse = HttpResponse & {
  client: Client;
  /** What the request added to the usual environ. */
  request: PartialEnviron;
  wsgiRequest: WSGIRequest;
  templates: unknown[];
  context: unknown;
  /** What the path leads to. @throws {Resolver404} */
  readonly resolverMatch: ResolverMatch;
  /** Where it was sent, with the status codes; there with `follow` alone. */
  redirectChain: [url: string, statusCode: number][];
  /** The body as JSON. @throws {ValueError} for another content type. */
  json(): unknown;
};

/** What the client's methods take: beside these, whatever the environ is to hold. */
export interface ClientOptions extends RequestOptions {
  /** Whether redirects are followed. */
  follow?: boolean;
}

/** The client was sent in a circle, or too far. @models django.test.client:RedirectCycleError */
export class RedirectCycleError extends Exception {
  override name = 'RedirectCycleError';
  readonly lastResponse: TestResponse;
  readonly redirectChain: TestResponse['redirectChain'];

  constructor(message: string, lastResponse: TestResponse) {
    super(message);
    this.lastResponse = lastResponse;
    this.redirectChain = lastResponse.redirectChain;
  }
}

/** Sends requests through middleware and views, and keeps the cookies it is given. @models django.test.client:Client */
export class Client extends RequestBuilder<TestResponse> {
  readonly handler: ClientHandler;
  #signalled: Error | null = null;

  /** Beside `enforceCsrfChecks`, whatever every environ is to hold. */
  constructor({ enforceCsrfChecks = false, ...defaults }: ClientDefaults = {}) {
    super(defaults as PartialEnviron);
    this.handler = new ClientHandler(enforceCsrfChecks);
  }

  /** The session that goes with the client's cookie, made where there is none. @throws {ImportError} @models django.test.client:Client.session */
  get session(): SessionBase {
    return sessionOf(this);
  }

  /** Logs in, as if by the site's form; tells whether the credentials are right. @models django.test.client:Client.login */
  login(credentials: Credentials): boolean {
    return logIn(this, credentials);
  }

  /** Logs a user in without a password. @models django.test.client:Client.force_login */
  forceLogin(user: AbstractBaseUser, backend: string | null = null): void {
    forceLogIn(this, user, backend);
  }

  /** Logs out, and forgets all cookies. @models django.test.client:Client.logout */
  logout(): void {
    logOut(this);
  }

  /** Sends a request. @throws what the handler reported by `got_request_exception`. @models django.test.client:Client.request */
  override request(extra: PartialEnviron = {}): TestResponse {
    const storeExcInfo = () => {
      this.#signalled = sysExcInfo()[1] as Error;
    };
    gotRequestException.connect(storeExcInfo, { weak: false });
    try {
      const answer = this.#ask(extra);
      this.#throwSignalled();
      if (answer instanceof Error) throw answer;
      const [wsgiRequest, response] = answer;
      updateCookies(this.cookies, response.cookies);
      return this.#annotated(response, wsgiRequest, extra);
    } finally {
      gotRequestException.disconnect(storeExcInfo);
    }
  }

  /** @models django.test.client:Client.get */
  override get(path: string, data: FormData | null = null, options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.get(path, data, rest));
  }

  /** @models django.test.client:Client.post */
  override post(path: string, data: RequestData | null = null, options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.post(path, data, rest));
  }

  /** @models django.test.client:Client.head */
  override head(path: string, data: FormData | null = null, options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.head(path, data, rest));
  }

  /** @models django.test.client:Client.options */
  override options(path: string, data: RequestData = '', options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.options(path, data, rest));
  }

  /** @models django.test.client:Client.put */
  override put(path: string, data: RequestData = '', options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.put(path, data, rest));
  }

  /** @models django.test.client:Client.patch */
  override patch(path: string, data: RequestData = '', options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.patch(path, data, rest));
  }

  /** @models django.test.client:Client.delete */
  override delete(path: string, data: RequestData = '', options: ClientOptions = {}) {
    return this.#following(options, data, (rest) => super.delete(path, data, rest));
  }

  /** @models django.test.client:Client.trace */
  override trace(path: string, options: ClientOptions = {}) {
    return this.#following(options, null, (rest) => super.trace(path, rest));
  }

  #ask(extra: PartialEnviron): [WSGIRequest, HttpResponseBase] | Error {
    try {
      return this.handler.__call__(this.baseEnviron(extra));
    } catch (error) {
      const is500Page = error instanceof TemplateDoesNotExist && error.message === '500.html';
      if (!is500Page) throw error;
      return error;
    }
  }

  #throwSignalled(): void {
    const signalled = this.#signalled;
    this.#signalled = null;
    if (signalled) throw signalled;
  }

  #annotated(
    response: HttpResponseBase,
    wsgiRequest: WSGIRequest,
    request: PartialEnviron,
  ): TestResponse {
    const known = { client: this, request, wsgiRequest, templates: [], context: null };
    const json = () => parseJson(response as HttpResponse);
    const annotated = Object.assign(response, known, { json });
    return Object.defineProperty(annotated, 'resolverMatch', {
      get: () => resolve(String(request.PATH_INFO)),
    }) as unknown as TestResponse;
  }

  /** Follows redirects, where it is asked to. @throws {RedirectCycleError} @models django.test.client:Client._handle_redirects */
  #following(
    { follow = false, ...options }: ClientOptions,
    data: RequestData | null,
    send: (options: RequestOptions) => TestResponse,
  ): TestResponse {
    let response = send(options);
    if (!follow) return response;
    const { secure: _, ...kept } = options;
    let current: { data: RequestData | null; options: RequestOptions } = { data, options: kept };
    const chain: TestResponse['redirectChain'] = [];
    response.redirectChain = chain;
    for (let next = nextRequest(response, current); next; next = nextRequest(response, current)) {
      chain.push([response.get('Location', ''), response.statusCode]);
      current = next;
      response = next.send(this);
      response.redirectChain = chain;
      assertGettingSomewhere(response);
    }
    return response;
  }
}

/** What a client is made with. */
export interface ClientDefaults {
  /** Whether the CSRF check is made, which it is not unless told. */
  enforceCsrfChecks?: boolean;
  [variable: string]: unknown;
}

function assertGettingSomewhere(response: TestResponse): void {
  const chain = response.redirectChain;
  const last = JSON.stringify(chain.at(-1));
  if (chain.slice(0, -1).some((step) => JSON.stringify(step) === last)) {
    throw new RedirectCycleError('Redirect loop detected.', response);
  }
  if (chain.length > 20) throw new RedirectCycleError('Too many redirects.', response);
}

/** @models django.test.client:Client._parse_json */
function parseJson(response: HttpResponse): unknown {
  const type = response.get('Content-Type', '');
  if (/^application\/(?:.+\+)?json/.test(type)) {
    return JSON.parse(decode(response.content, 'utf-8', 'strict')) as unknown;
  }
  throw new ValueError(`Content-Type header is "${type}", not "application/json"`);
}
