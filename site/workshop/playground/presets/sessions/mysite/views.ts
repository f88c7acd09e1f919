import '#runtime/django/contrib/sessions/middleware';
import { HttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import { redirect } from '#runtime/django/shortcuts';

export function visits(request: HttpRequest): HttpResponse {
  const count = Number(request.session.get('visits', 0)) + 1;
  request.session.set('visits', count);
  return new HttpResponse(
    `<h1>Visit ${count}</h1><p><a href="/">Again</a> or <a href="/forget/">forget me</a></p>`,
  );
}

export function forget(request: HttpRequest): HttpResponse {
  request.session.flush();
  return redirect('visits');
}
