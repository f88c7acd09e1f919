/** Surprise 24: a layer is made once for each handler, and serves all its requests. @module */

import type { GetResponse } from '../../django/core/handlers/types.ts';
import { getWsgiApplication } from '../../django/core/wsgi.ts';
import { HttpResponse, type HttpRequest } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

/** Starts the site; tells how many layers it has made when it is asked. */
function start(): () => number {
  let made = 0;
  class Counter {
    readonly #getResponse: GetResponse;
    readonly #number = ++made;
    #requests = 0;

    constructor(getResponse: GetResponse) {
      this.#getResponse = getResponse;
    }

    __call__(request: HttpRequest) {
      this.#requests += 1;
      tell(`layer ${this.#number} sees request ${this.#requests}`);
      return this.#getResponse(request);
    }
  }

  const urlpatterns = [path('', () => new HttpResponse('hello'))];
  configure({ middleware: { Counter }, urlpatterns });
  return () => made;
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'three requests to one handler': () => {
    start();
    const application = getWsgiApplication();
    for (let count = 0; count < 3; count += 1) ask(application);
  },
  'get_wsgi_application() two times': () => {
    const layersMade = start();
    const [first, second] = [getWsgiApplication(), getWsgiApplication()];
    for (const application of [first, second, first]) ask(application);
    tell(`layers made: ${layersMade()}`);
  },
};
