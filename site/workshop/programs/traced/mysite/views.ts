/**
 * The views of the site that readers send their requests to; `views.py` has the same in Python.
 *
 * @module
 */

import { ValueError } from '#runtime/builtins';
import { PermissionDenied } from '#runtime/django/core/exceptions';
import { Http404, HttpResponse, StreamingHttpResponse } from '#runtime/django/http';
import type { HttpRequest } from '#runtime/django/http/request';
import { redirect } from '#runtime/django/shortcuts';
import { TemplateResponse } from '#runtime/django/template/response';
import type { View } from '#runtime/django/urls/types';
import { defineModule } from '#runtime/importlib';
import type { ViewName } from '../../../stepper/setup.ts';

interface Captured {
  name?: string;
}

/** @models mysite.views:hello */
function hello(_request: HttpRequest, { name = 'you' }: Captured) {
  return new HttpResponse(`Hello, ${name}`);
}

/** @models mysite.views:broken */
function broken(_request: HttpRequest, { name = 'you' }: Captured) {
  throw new ValueError(`no greeting for ${name}`);
}

/** @models mysite.views:nobody */
function nobody(_request: HttpRequest, { name = 'you' }: Captured) {
  throw new Http404(`nobody is called ${name}`);
}

/** @models mysite.views:forbidden */
function forbidden(_request: HttpRequest, { name = 'you' }: Captured) {
  throw new PermissionDenied(`not for ${name}`);
}

/** @models mysite.views:pieces */
function* pieces(name: string): Generator<string> {
  yield 'Hello, ';
  yield name;
}

/** @models mysite.views:stream */
function stream(_request: HttpRequest, { name = 'you' }: Captured) {
  return new StreamingHttpResponse(pieces(name));
}

/** @models mysite.views:broken_pieces */
function* brokenPieces(name: string): Generator<string> {
  yield 'Hello, ';
  throw new ValueError(`no greeting for ${name}`);
}

/** @models mysite.views:broken_stream */
function brokenStream(_request: HttpRequest, { name = 'you' }: Captured) {
  return new StreamingHttpResponse(brokenPieces(name));
}

/** @models mysite.views:nothing */
function nothing() {
  return null;
}

/** @models mysite.views:late */
function late(request: HttpRequest, { name = 'you' }: Captured) {
  return new TemplateResponse(request, 'hello.html', { name });
}

/** @models mysite.views:moved */
function moved() {
  return redirect('/hello/');
}

/** @models mysite.views:form */
function form(request: HttpRequest, { name = 'you' }: Captured) {
  return new HttpResponse(`Hello, ${request.POST.get('name', name)}`);
}

/** Each by what it does. */
export const views = {
  answers: hello,
  raises: broken,
  missing: nobody,
  refuses: forbidden,
  streams: stream,
  'breaks off': brokenStream,
  'returns nothing': nothing as unknown as View,
  'renders late': late,
  moves: moved,
  'reads a form': form,
} satisfies Record<ViewName, View>;

defineModule('mysite.views', views);
