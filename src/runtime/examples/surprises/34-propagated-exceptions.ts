/** Surprise 34: DEBUG_PROPAGATE_EXCEPTIONS lets errors through, layer by layer. @module */

import { ValueError } from '../../builtins.ts';
import { PermissionDenied, SuspiciousOperation } from '../../django/core/exceptions.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { Http404 } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask, followSignals } from './server.ts';
import { configure } from './shop.ts';

function Outer(getResponse: GetResponse): GetResponse {
  return (request) => {
    try {
      return getResponse(request);
    } catch (error) {
      tell(`the outer layer sees ${(error as Error).name}`);
      throw error;
    }
  };
}

const Inner = (getResponse: GetResponse): GetResponse => {
  return (request) => getResponse(request);
};

function send(Exception: new (message: string) => Error): void {
  const urlpatterns = [path('', () => fail(new Exception('on purpose')))];
  configure({ middleware: { Outer, Inner }, urlpatterns, DEBUG_PROPAGATE_EXCEPTIONS: true });
  followSignals();
  tell(String(ask(new WSGIHandler())));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  ValueError: () => send(ValueError),
  Http404: () => send(Http404),
  PermissionDenied: () => send(PermissionDenied),
  SuspiciousOperation: () => send(SuspiciousOperation),
};
