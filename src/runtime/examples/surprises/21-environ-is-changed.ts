/** Surprise 21: request.META is the server's environ itself, and Django writes into it. @module */

import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse, type HttpRequest } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { repr } from '../../repr.ts';
import { ascii, type Scenes, tell } from './scene.ts';
import { ask, makeEnviron } from './server.ts';
import { configure } from './shop.ts';

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'what the server finds afterwards': () => {
    const environ = makeEnviron('', { SCRIPT_NAME: '/caf\xc3\xa9/' });
    function view(request: HttpRequest): HttpResponse {
      tell(`request.META is the environ: ${repr(request.META === environ)}`);
      request.META['shop.note'] = 'from the view';
      return new HttpResponse('hello');
    }

    const show = (when: string, ...names: string[]) => {
      for (const name of names) tell(`${when}: ${name} is ${ascii(String(environ[name]))}`);
    };
    configure({ urlpatterns: [path('', view)] });
    show('before', 'SCRIPT_NAME', 'PATH_INFO');
    tell(String(ask(new WSGIHandler(), { environ })));
    show('after', 'SCRIPT_NAME', 'PATH_INFO', 'shop.note');
  },
};
