/** Surprise 3: a layer can remove itself without a word, or stop the application from starting. @module */

import { ValueError } from '../../builtins.ts';
import { MiddlewareNotUsed } from '../../django/core/exceptions.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { getWsgiApplication } from '../../django/core/wsgi.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { importModule, registerModule } from '../../importlib.ts';
import { attempt, fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';
import { tellingLayer } from './telling-layer.ts';

const hello = () => new HttpResponse('hello');
const urlpatterns = [path('', hello)];

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a layer that raises MiddlewareNotUsed': () => {
    const Unused = () => fail(new MiddlewareNotUsed('nobody needs it'));
    const middleware = { A: tellingLayer('A'), Unused, C: tellingLayer('C') };
    configure({ middleware, urlpatterns });
    tell(String(ask(new WSGIHandler())));
  },
  'a factory that forgets to return its layer': () => {
    const forgetful = (_getResponse: GetResponse) => null as never;
    configure({ middleware: { forgetful }, urlpatterns });
    tell(`WSGIHandler(): ${attempt(() => new WSGIHandler())}`);
  },
  'a layer that fails when it is made': () => {
    const Broken = () => fail(new ValueError('on purpose'));
    configure({ middleware: { Broken }, urlpatterns });
    registerModule('shop_wsgi', () => ({ application: getWsgiApplication() }));
    tell(`importing shop_wsgi: ${attempt(() => importModule('shop_wsgi'))}`);
  },
};
