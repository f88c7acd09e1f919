/** Surprise 36: what can stand in a header, a status and a cookie. @module */

import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { repr } from '../../repr.ts';
import { ascii, attempt, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

function setHeader(name: string, value: string): string {
  const response = new HttpResponse();
  response.set(name, value);
  return response.item(name);
}

function withCookies(): HttpResponse {
  const response = new HttpResponse();
  response.setCookie('a', '1');
  response.setCookie('b', '2');
  return response;
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  values: () => {
    configure();
    tell(`a newline: ${attempt(() => setHeader('X-Note', 'a\r\nX-Other: b'))}`);
    tell(`é stays ${ascii(setHeader('X-Note', 'é'))}`);
    tell(`€ becomes ${repr(setHeader('X-Note', '€'))}`);
  },
  names: () => {
    configure();
    tell(`é: ${attempt(() => setHeader('X-é', 'a'))}`);
  },
  statuses: () => {
    configure();
    for (const status of [99, 600, 'many']) {
      tell(`${repr(status)}: ${attempt(() => new HttpResponse('', { status }))}`);
    }
    tell(`299: ${repr(new HttpResponse('', { status: 299 }).reasonPhrase)}`);
  },
  'reason phrases are not checked': () => {
    const view = () => new HttpResponse('', { reason: 'a\r\nX-Other: b' });
    configure({ urlpatterns: [path('', view)] });
    tell(`the server is given the status ${repr(ask(new WSGIHandler()).status)}`);
  },
  cookies: () => {
    configure({ urlpatterns: [path('', withCookies)] });
    for (const [name, value] of ask(new WSGIHandler()).headers) tell(`${name}: ${repr(value)}`);
  },
};
