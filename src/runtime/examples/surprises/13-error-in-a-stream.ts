/** Surprise 13: an error while streaming comes when the status is sent: no hook, no 500. @module */

import { ValueError } from '../../builtins.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { StreamingHttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask, followSignals } from './server.ts';
import { configure } from './shop.ts';
import { tellingLayer } from './telling-layer.ts';

function* pieces(): Generator<string> {
  yield 'one ';
  fail(new ValueError('on purpose'));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a generator that fails': () => {
    const urlpatterns = [path('', () => new StreamingHttpResponse(pieces()))];
    configure({ middleware: { A: tellingLayer('A') }, urlpatterns });
    followSignals();
    const watch = (event: string) => tell(`server: ${event}`);
    tell(String(ask(new WSGIHandler(), { watch })));
  },
};
