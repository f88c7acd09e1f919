/** Surprise 32: an exception that leaves Django leaves the thread's URLconf behind. @module */

import { SystemExit } from '../../builtins.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse } from '../../django/http.ts';
import { getUrlconf, path } from '../../django/urls.ts';
import type { View } from '../../django/urls/types.ts';
import { registerModule } from '../../importlib.ts';
import { str } from '../../repr.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

function Elsewhere(getResponse: GetResponse): GetResponse {
  return (request) => {
    request.urlconf = 'other_urls';
    return getResponse(request);
  };
}

function send(view: View): void {
  registerModule('other_urls', { urlpatterns: [path('', view)] });
  configure({ middleware: { Elsewhere } });
  tell(`before: ${str(getUrlconf())}`);
  tell(String(ask(new WSGIHandler())));
  tell(`afterwards: ${str(getUrlconf())}`);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a request that is answered and closed': () => send(() => new HttpResponse('hello')),
  'a request that ends in SystemExit': () => send(() => fail(new SystemExit('enough'))),
};
