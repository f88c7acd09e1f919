import { KeyError } from '#runtime/builtins';
import type { Answer, GetResponse } from '#runtime/django/core/handlers/types';
import { HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import type { HttpResponseBase } from '#runtime/django/http/response-base';

/** Makes a response of a KeyError before Django does. */
export class Rescue {
  readonly getResponse: GetResponse;

  constructor(getResponse: GetResponse) {
    this.getResponse = getResponse;
  }

  __call__(request: HttpRequest): HttpResponseBase {
    return this.getResponse(request);
  }

  processException(_request: HttpRequest, exception: Error): Answer {
    if (!(exception instanceof KeyError)) return null;
    return new HttpResponse(`Rescued: there is no ${exception.message}.`, { status: 503 });
  }
}
