import { HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';

export function home(_request: HttpRequest): HttpResponse {
  console.log('the view');
  return new HttpResponse(
    '<h1>The middle of the onion</h1><p><a href="/?stop">Close the gate</a></p>',
  );
}
