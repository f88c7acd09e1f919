import type { GetResponse } from '#runtime/django/core/handlers/types';
import { HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import type { HttpResponseBase } from '#runtime/django/http/response-base';
import type { View } from '#runtime/django/urls/types';

/** A layer that is an object: it is made once, when the server starts. */
export class Outer {
  readonly getResponse: GetResponse;

  constructor(getResponse: GetResponse) {
    console.log('Outer is made');
    this.getResponse = getResponse;
  }

  __call__(request: HttpRequest): HttpResponseBase {
    console.log(`Outer: in, ${request.path}`);
    const response = this.getResponse(request);
    console.log(`Outer: out, ${response.statusCode}`);
    response.set('X-Outer', 'was here');
    return response;
  }

  processView(_request: HttpRequest, view: View): null {
    console.log(`Outer: the view will be ${view.name}`);
    return null;
  }
}

/** A layer that is a function: with ?stop it answers itself, and nothing further in is called. */
export function gate(getResponse: GetResponse): GetResponse {
  return (request) => {
    if (request.GET.has('stop')) return new HttpResponse('The gate is closed.', { status: 403 });
    console.log('gate: in');
    const response = getResponse(request);
    console.log('gate: out');
    return response;
  };
}
