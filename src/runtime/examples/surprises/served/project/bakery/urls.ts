/** One page: whether the server says that it has threads. @module */

import { HttpResponse, type HttpRequest } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import { repr } from '#runtime/repr';

const page = (request: HttpRequest) =>
  new HttpResponse(`wsgi.multithread is ${repr(request.META['wsgi.multithread'])}`);

export const urlpatterns = [path('', page)];
