/** Requests and responses, as `django.http` offers them. @module */

export { parseCookie, SimpleCookie } from './http/cookie.ts';
export { HttpRequest, RawPostDataException, UnreadablePostError } from './http/request.ts';
export { QueryDict } from './http/query-dict.ts';
export { BadHeaderError, HttpResponseBase } from './http/response-base.ts';
export type { ResponseOptions } from './http/response-base.ts';
export * from './http/response.ts';
export { FileResponse } from './http/file-response.ts';
export type { FileLike, FileResponseOptions } from './http/file-response.ts';
export { JsonResponse } from './http/json-response.ts';
export type { JsonResponseOptions } from './http/json-response.ts';
