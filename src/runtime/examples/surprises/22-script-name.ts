/** Surprise 22: SCRIPT_NAME moves path and reverse(), but not the resolving of addresses. @module */

import { setup } from '../../django.ts';
import type { Settings } from '../../django/conf.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse, type HttpRequest } from '../../django/http.ts';
import { getScriptPrefix, path, reverse, setScriptPrefix } from '../../django/urls.ts';
import { repr } from '../../repr.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { type Scenes, tell } from './scene.ts';
import { ask, makeEnviron } from './server.ts';
import { configure } from './shop.ts';

function view(request: HttpRequest): HttpResponse {
  tell(`resolved by ${repr(request.pathInfo)}`);
  tell(`request.path is ${repr(request.path)}`);
  tell(`reverse() gives ${repr(reverse('page'))}`);
  return new HttpResponse('hello');
}

const urlpatterns = [path('page/', view, { name: 'page' })];

function send(more: PartialEnviron, settings: Partial<Settings> = {}): void {
  configure({ urlpatterns, ...settings });
  tell(String(ask(new WSGIHandler(), { environ: makeEnviron('/page/', more) })));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'the server says SCRIPT_NAME': () => send({ SCRIPT_NAME: '/shop' }),
  'Apache says SCRIPT_URL too': () => {
    send({ SCRIPT_NAME: '/shop.wsgi', SCRIPT_URL: '/pretty/page/' });
  },
  FORCE_SCRIPT_NAME: () => send({ SCRIPT_NAME: '/shop' }, { FORCE_SCRIPT_NAME: '/forced' }),
  'outside a request': () => {
    configure({ urlpatterns, FORCE_SCRIPT_NAME: '/forced/' });
    tell(`after setup(), the prefix is ${repr(getScriptPrefix())}`);
    setScriptPrefix('/other/');
    setup({ setPrefix: false });
    tell(`setup(set_prefix=False) leaves it at ${repr(getScriptPrefix())}`);
  },
};
