/** Surprise 8: a handler500 that fails is called once for each layer and once more, then its error leaves Django. @module */

import { RuntimeError, ValueError } from '../../builtins.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { path } from '../../django/urls.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure, type Shop } from './shop.ts';

function handler500(): never {
  tell('handler500 is called');
  return fail(new RuntimeError('the error page fails'));
}

const First = (getResponse: GetResponse): GetResponse => {
  return (request) => getResponse(request);
};
const Second = (getResponse: GetResponse): GetResponse => {
  return (request) => getResponse(request);
};

function send(middleware: Shop['middleware']): void {
  const urlpatterns = [path('', () => fail(new ValueError('on purpose')))];
  configure({ middleware, urlpatterns, members: { handler500 } });
  tell(String(ask(new WSGIHandler())));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'no layer': () => send({}),
  'one layer': () => send({ First }),
  'two layers': () => send({ First, Second }),
};
