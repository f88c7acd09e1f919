/**
 * Static files before all else: a WSGI middleware, which no middleware of Django's sees.
 *
 * @module
 */

import { unquote } from '../../../urllib/unicode.ts';
import { type ParseResult, urlparse } from '../../../urllib/urlparse.ts';
import type {
  ApplicationResult,
  Environ,
  StartResponse,
  WSGIApplication,
} from '../../../wsgiref/types.ts';
import { responseForException } from '../../core/handlers/exception.ts';
import { getPathInfo, WSGIHandler } from '../../core/handlers/wsgi.ts';
import type { HttpRequest } from '../../http/request.ts';
import type { HttpResponseBase } from '../../http/response-base.ts';
import { Http404 } from '../../http/response.ts';
import { checkSettings } from './settings-check.ts';
import { serve } from './views.ts';

/** Answers what is below `STATIC_URL`, and hands all else to an application. @models django.contrib.staticfiles.handlers:StaticFilesHandler */
export class StaticFilesHandler extends WSGIHandler {
  readonly application: WSGIApplication;
  /** `STATIC_URL` taken apart. */
  readonly baseUrl: ParseResult;

  /** @throws {ImproperlyConfigured} where the settings make no sense. */
  constructor(application: WSGIApplication) {
    super();
    this.application = application;
    this.baseUrl = urlparse(this.getBaseUrl());
  }

  /** Loads nothing: the application has its own. @models django.contrib.staticfiles.handlers:StaticFilesHandler.load_middleware */
  override loadMiddleware(): void {}

  /** The address below which static files are. @throws {ImproperlyConfigured} @models django.contrib.staticfiles.handlers:StaticFilesHandler.get_base_url */
  getBaseUrl(): string {
    return checkSettings();
  }

  /** The path of a file, as finders know it, from that of its address. @models django.contrib.staticfiles.handlers:StaticFilesHandler.file_path */
  filePath(url: string): string {
    return unquote(url.slice(this.baseUrl.path.length));
  }

  /** The file that a request asks for. @throws {Http404} @models django.contrib.staticfiles.handlers:StaticFilesHandler.serve */
  serve(request: HttpRequest): HttpResponseBase {
    return serve(request, { path: this.filePath(request.path), insecure: true });
  }

  /** @models django.contrib.staticfiles.handlers:StaticFilesHandler.get_response */
  override getResponse(request: HttpRequest): HttpResponseBase {
    if (!this._shouldHandle(request.path)) return super.getResponse(request);
    try {
      return this.serve(request);
    } catch (error) {
      if (error instanceof Http404) return responseForException(request, error);
      throw error;
    }
  }

  /** @models django.contrib.staticfiles.handlers:StaticFilesHandler.__call__ */
  override __call__(environ: Environ, startResponse: StartResponse): ApplicationResult {
    return this._shouldHandle(getPathInfo(environ))
      ? super.__call__(environ, startResponse)
      : this.application(environ, startResponse);
  }

  /** Whether a path is below `STATIC_URL`, and that is on this host. @models django.contrib.staticfiles.handlers:StaticFilesHandler._should_handle */
  protected _shouldHandle(path: string): boolean {
    return path.startsWith(this.baseUrl.path) && this.baseUrl.netloc === '';
  }
}
