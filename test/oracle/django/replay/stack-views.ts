/**
 * The view inside a stack, its addresses, and the error views that a case may ask for;
 * `python/stack_views.py` and `python/stack_elsewhere.py` are the same for Python.
 *
 * @module
 */

import { HttpResponse } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import type { View } from '#runtime/django/urls/types';
import { registerModule } from '#runtime/importlib';
import type { Action, Stack } from '../cases/stacks.ts';
import { act, note } from './stack-actions.ts';

const CODES = ['400', '403', '404', '500'];

function other(): HttpResponse {
  note('OTHER VIEW');
  return new HttpResponse('from elsewhere');
}

function errorView(code: string, action: Action | null) {
  return (_request: unknown, exception?: Error): unknown => {
    note(`handler${code} ${exception?.name ?? 'NoneType'}`);
    return act(action);
  };
}

/** Makes the modules with the views that do what a case says. */
export function fillViews({ view: wanted, handlers = {} }: Stack): void {
  const view = (() => {
    note('VIEW');
    return act(wanted);
  }) as unknown as View;
  const errorViews = CODES.filter((code) => handlers[code] !== undefined).map((code) => [
    `handler${code}`,
    errorView(code, handlers[code] ?? null),
  ]);
  registerModule('stack_views', {
    view,
    urlpatterns: [path('', view), path('numbers/<int:number>/', view)],
    ...Object.fromEntries(errorViews),
  });
  registerModule('stack_elsewhere', { other, urlpatterns: [path('', other)] });
}
