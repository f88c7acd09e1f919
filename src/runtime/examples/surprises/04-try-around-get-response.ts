/** Surprise 4: try and catch around getResponse never see the exception of a view. @module */

import { ValueError } from '../../builtins.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { path } from '../../django/urls.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

function Guard(getResponse: GetResponse): GetResponse {
  return (request) => {
    try {
      const response = getResponse(request);
      tell(`the layer gets a response with status ${response.statusCode}`);
      return response;
    } catch (error) {
      tell(`the layer catches ${(error as Error).name}`);
      throw error;
    }
  };
}

const urlpatterns = [path('', () => fail(new ValueError('on purpose')))];

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a layer that guards the view': () => {
    configure({ middleware: { Guard }, urlpatterns });
    tell(String(ask(new WSGIHandler())));
  },
  'with DEBUG_PROPAGATE_EXCEPTIONS': () => {
    configure({ middleware: { Guard }, urlpatterns, DEBUG_PROPAGATE_EXCEPTIONS: true });
    tell(String(ask(new WSGIHandler())));
  },
};
