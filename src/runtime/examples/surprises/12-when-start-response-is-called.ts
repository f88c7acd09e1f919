/** Surprise 12: start_response is called once, when the body of a usual response is there. @module */

import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse, StreamingHttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { repr } from '../../repr.ts';
import { type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

function* pieces(): Generator<string> {
  for (const word of ['one ', 'two']) {
    tell(`the generator makes ${repr(word)}`);
    yield word;
  }
}

function send(Response: typeof HttpResponse | typeof StreamingHttpResponse): void {
  function view() {
    tell('the view begins');
    const response = new Response(pieces());
    tell('the view returns');
    return response;
  }

  configure({ urlpatterns: [path('', view)] });
  ask(new WSGIHandler(), { watch: (event) => tell(`server: ${event}`) });
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'HttpResponse of a generator': () => send(HttpResponse),
  'StreamingHttpResponse of a generator': () => send(StreamingHttpResponse),
};
