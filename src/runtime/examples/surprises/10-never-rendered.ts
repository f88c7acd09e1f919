/** Surprise 10: a TemplateResponse that does not come from the view may never be rendered. @module */

import { ValueError } from '../../builtins.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import '../../django/middleware/common.ts';
import { SimpleTemplateResponse } from '../../django/template/response.ts';
import { path } from '../../django/urls.ts';
import type { View } from '../../django/urls/types.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';
import { type Answers, tellingLayer, tellingTemplate } from './telling-layer.ts';

const COMMON = 'django.middleware.common.CommonMiddleware';

const late = () => new SimpleTemplateResponse(tellingTemplate('hello'));
const raising: View = () => fail(new ValueError('on purpose'));
const broken: View = () =>
  new SimpleTemplateResponse(tellingTemplate('', new ValueError('on purpose')));

function send(answers: Answers, view: View = raising, outside: string[] = []): void {
  configure({
    middleware: { A: tellingLayer('A', answers) },
    urlpatterns: [path('', view)],
    MIDDLEWARE: [...outside, 'shop.A'],
  });
  tell(String(ask(new WSGIHandler())));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'process_request returns one': () => send({ process_request: late }),
  'process_request returns one, inside CommonMiddleware': () => {
    send({ process_request: late }, raising, [COMMON]);
  },
  'process_response returns one': () => send({ process_response: late }),
  'process_exception answers a view with one': () => send({ process_exception: late }),
  'process_exception answers a failed rendering with one': () => {
    send({ process_exception: late }, broken);
  },
};
