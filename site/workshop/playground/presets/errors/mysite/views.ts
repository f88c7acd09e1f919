import { KeyError, ValueError } from '#runtime/builtins';
import { PermissionDenied } from '#runtime/django/core/exceptions';
import { Http404, HttpResponse } from '#runtime/django/http';

const PATHS = ['missing', 'forbidden', 'broken', 'nothing', 'rescued', 'nowhere'];

export function home(): HttpResponse {
  const items = PATHS.map((name) => `<li><a href="/${name}/">${name}</a></li>`);
  return new HttpResponse(`<h1>Errors</h1><ul>${items.join('')}</ul>`);
}

export function missing(): HttpResponse {
  throw new Http404('No such article.');
}

export function forbidden(): HttpResponse {
  throw new PermissionDenied('Not for you.');
}

export function broken(): HttpResponse {
  throw new ValueError('A mistake in the view.');
}

/** A view that forgets to return. */
export function nothing(): void {}

export function rescued(): HttpResponse {
  throw new KeyError('cake');
}
