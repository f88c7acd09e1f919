/**
 * Requests on a condition: answer only if the page has changed, or only if it has not.
 *
 * @module
 */

import type { HttpRequest } from '../http/request.ts';
import type { HttpResponseBase } from '../http/response-base.ts';
import { HttpResponse, HttpResponseNotModified } from '../http/response.ts';
import { parseEtags, parseHttpDateSafe } from './http.ts';
import { logResponse } from './log.ts';

const KEPT = [
  'Cache-Control',
  'Content-Location',
  'Date',
  'ETag',
  'Expires',
  'Last-Modified',
  'Vary',
];

/** What is known of a page. */
export interface Version {
  /** With its quotes. */
  etag?: string | null;
  /** In seconds since 1970. */
  lastModified?: number | null;
}

/** 304 or 412 where a condition of the request says so, else the response that there is. @models django.utils.cache:get_conditional_response */
export function getConditionalResponse<R extends HttpResponseBase | null>(
  request: HttpRequest,
  { etag = null, lastModified = null }: Version,
  response: R = null as R,
): R | HttpResponse {
  if (response && !(response.statusCode >= 200 && response.statusCode < 300)) return response;

  const ifMatch = parseEtags(request.META.HTTP_IF_MATCH ?? '');
  const ifUnmodifiedSince = dateIn(request.META.HTTP_IF_UNMODIFIED_SINCE);
  const ifNoneMatch = parseEtags(request.META.HTTP_IF_NONE_MATCH ?? '');
  const ifModifiedSince = dateIn(request.META.HTTP_IF_MODIFIED_SINCE);
  const reads = request.method === 'GET' || request.method === 'HEAD';

  if (ifMatch.length > 0) {
    if (!matches(etag, ifMatch)) return preconditionFailed(request);
  } else if (ifUnmodifiedSince && !(lastModified && lastModified <= ifUnmodifiedSince)) {
    return preconditionFailed(request);
  }

  if (ifNoneMatch.length > 0) {
    if (noneMatches(etag, ifNoneMatch)) return response;
    return reads ? notModified(response) : preconditionFailed(request);
  }
  const unchanged = ifModifiedSince && lastModified && lastModified <= ifModifiedSince;
  return unchanged && reads ? notModified(response) : response;
}

function dateIn(header: string | undefined): number | null {
  return header ? parseHttpDateSafe(header) : null;
}

function matches(target: string | null, tags: readonly string[]): boolean {
  if (!target) return false;
  if (tags[0] === '*') return true;
  return !target.startsWith('W/') && tags.includes(target);
}

function noneMatches(target: string | null, tags: readonly string[]): boolean {
  if (!target) return true;
  if (tags[0] === '*') return false;
  const bare = (tag: string) => tag.replaceAll(/^[W/]+|[W/]+$/g, '');
  return !tags.map(bare).includes(bare(target));
}

function preconditionFailed(request: HttpRequest): HttpResponse {
  const response = new HttpResponse('', { status: 412 });
  logResponse(`Precondition Failed: ${request.path}`, response, request);
  return response;
}

function notModified(response: HttpResponseBase | null): HttpResponse {
  const answer = new HttpResponseNotModified();
  if (response === null) return answer;
  for (const header of KEPT) {
    const value = response.get(header);
    if (value !== null) answer.set(header, value);
  }
  return Object.assign(answer, { cookies: response.cookies });
}
