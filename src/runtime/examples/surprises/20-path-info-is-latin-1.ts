/** Surprise 20: PATH_INFO is bytes that look like text, one character a byte. @module */

import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse, type HttpRequest } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { ascii, type Scenes, tell } from './scene.ts';
import { ask, followSignals, makeEnviron } from './server.ts';
import { configure } from './shop.ts';

function view(request: HttpRequest): HttpResponse {
  tell(`request.path_info is ${ascii(request.pathInfo)}`);
  return new HttpResponse('hello');
}

function send(pathInfo: string): void {
  configure({ urlpatterns: [path('<name>', view)] });
  followSignals();
  tell(`the environ has ${ascii(pathInfo)}`);
  tell(String(ask(new WSGIHandler(), { environ: makeEnviron(pathInfo) })));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'the bytes of UTF-8': () => send('/caf\xc3\xa9'),
  'bytes that are no UTF-8': () => send('/caf\xe9'),
  'a character that is no byte': () => send('/\u20ac'),
};
