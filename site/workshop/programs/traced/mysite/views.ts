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

/** @models mysite.views:answers */
function answers(_request: HttpRequest, { name = 'you' }: Captured) {
  return new HttpResponse(`Hello, ${name}`);
}

/** @models mysite.views:raises */
function raises(_request: HttpRequest, { name = 'you' }: Captured) {
  throw new ValueError(`no greeting for ${name}`);
}

/** @models mysite.views:missing */
function missing(_request: HttpRequest, { name = 'you' }: Captured) {
  throw new Http404(`nobody is called ${name}`);
}

/** @models mysite.views:refuses */
function refuses(_request: HttpRequest, { name = 'you' }: Captured) {
  throw new PermissionDenied(`not for ${name}`);
}

/** @models mysite.views:pieces */
function* pieces(name: string): Generator<string> {
  yield 'Hello, ';
  yield name;
}

/** @models mysite.views:streams */
function streams(_request: HttpRequest, { name = 'you' }: Captured) {
  return new StreamingHttpResponse(pieces(name));
}

/** @models mysite.views:broken_pieces */
function* brokenPieces(name: string): Generator<string> {
  yield 'Hello, ';
  throw new ValueError(`no greeting for ${name}`);
}

/** @models mysite.views:breaks_off */
function breaksOff(_request: HttpRequest, { name = 'you' }: Captured) {
  return new StreamingHttpResponse(brokenPieces(name));
}

/** @models mysite.views:returns_nothing */
function returnsNothing() {
  return null;
}

/** @models mysite.views:renders_late */
function rendersLate(request: HttpRequest, { name = 'you' }: Captured) {
  return new TemplateResponse(request, 'hello.html', { name });
}

/** @models mysite.views:moves */
function moves() {
  return redirect('/hello/');
}

/** @models mysite.views:reads_a_form */
function readsAForm(request: HttpRequest, { name = 'you' }: Captured) {
  return new HttpResponse(`Hello, ${request.POST.get('name', name)}`);
}

/** Each by what it does. */
export const views = {
  answers,
  raises,
  missing,
  refuses,
  streams,
  'breaks off': breaksOff,
  'returns nothing': returnsNothing as unknown as View,
  'renders late': rendersLate,
  moves,
  'reads a form': readsAForm,
} satisfies Record<ViewName, View>;

defineModule('mysite.views', views);
