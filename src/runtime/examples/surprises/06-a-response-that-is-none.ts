/** Surprise 6: what is no response is noticed late, and can leave Django as an AttributeError. @module */

import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse } from '../../django/http.ts';
import { HttpResponseBase } from '../../django/http/response-base.ts';
import { path } from '../../django/urls.ts';
import { missingAttribute } from '../../objects.ts';
import { type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

const text = [path('', () => 'just a text' as never)];
const hello = [path('', () => new HttpResponse('hello'))];

/** The status of a response; what has none fails, as reading an attribute does in Python. */
function statusOf(response: unknown): number {
  if (response instanceof HttpResponseBase) return response.statusCode;
  throw missingAttribute(response, 'status_code');
}

function Reading(getResponse: GetResponse): GetResponse {
  return (request) => {
    const response = getResponse(request);
    tell(`the layer reads ${statusOf(response)}`);
    return response;
  };
}

function Forgetful(getResponse: GetResponse): GetResponse {
  return (request) => {
    getResponse(request);
    return null as never;
  };
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a view returns text, and a layer reads its status': () => {
    configure({ middleware: { Reading }, urlpatterns: text });
    tell(String(ask(new WSGIHandler())));
  },
  'a view returns text, and there is no layer': () => {
    configure({ urlpatterns: text });
    tell(String(ask(new WSGIHandler())));
  },
  'the outermost layer returns nothing': () => {
    configure({ middleware: { Forgetful }, urlpatterns: hello });
    tell(String(ask(new WSGIHandler())));
  },
};
