/** Surprise 2: factories run from the bottom up, requests from the top down. @module */

import { ValueError } from '../../builtins.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse } from '../../django/http.ts';
import { SimpleTemplateResponse } from '../../django/template/response.ts';
import { path } from '../../django/urls.ts';
import type { View } from '../../django/urls/types.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';
import { tellingLayer, tellingTemplate } from './telling-layer.ts';

/** A layer that also tells when it is made. */
function layer(name: string) {
  return class extends tellingLayer(name) {
    constructor(getResponse: GetResponse) {
      tell(`${name} is made`);
      super(getResponse);
    }
  };
}

function send(view: View): void {
  const middleware = { A: layer('A'), B: layer('B'), C: layer('C') };
  configure({ middleware, urlpatterns: [path('', view)] });
  tell(String(ask(new WSGIHandler())));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a view that answers': () => {
    send(() => {
      tell('the view');
      return new HttpResponse('hello');
    });
  },
  'a view that raises': () => send(() => fail(new ValueError('on purpose'))),
  'a view whose response is rendered late': () => {
    send(() => new SimpleTemplateResponse(tellingTemplate('hello')));
  },
};
