/** Surprise 11: processView that returns false keeps the view from being called, and breaks. @module */

import type { Answer, GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse, type HttpRequest } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

function send(answer: null | false): void {
  class Hook {
    readonly getResponse: GetResponse;

    constructor(getResponse: GetResponse) {
      this.getResponse = getResponse;
    }

    __call__(request: HttpRequest) {
      return this.getResponse(request);
    }

    processView(): Answer {
      return answer as Answer;
    }
  }

  function view(): HttpResponse {
    tell('the view is called');
    return new HttpResponse('hello');
  }

  configure({ middleware: { Hook }, urlpatterns: [path('', view)] });
  tell(String(ask(new WSGIHandler())));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'it returns None': () => send(null),
  'it returns False': () => send(false),
};
