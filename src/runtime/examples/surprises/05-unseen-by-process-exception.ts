/** Surprise 5: processException hears of views and of rendering, and of nothing else. @module */

import { ValueError } from '../../builtins.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import type { View } from '../../django/urls/types.ts';
import { fail, type Scenes, tell } from './scene.ts';
import { ask, makeEnviron } from './server.ts';
import { configure } from './shop.ts';
import { type Answers, tellingLayer } from './telling-layer.ts';

const onPurpose = () => fail(new ValueError('on purpose'));

interface Sending {
  view?: View;
  address?: string;
  answers?: Answers;
}

function send({ view = () => new HttpResponse('hello'), address = '/', answers }: Sending): void {
  configure({ middleware: { A: tellingLayer('A', answers) }, urlpatterns: [path('', view)] });
  tell(String(ask(new WSGIHandler(), { environ: makeEnviron(address) })));
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'the view raises': () => send({ view: onPurpose }),
  'the view returns None': () => send({ view: () => null as never }),
  'process_view raises': () => send({ answers: { process_view: onPurpose } }),
  'process_request raises': () => send({ answers: { process_request: onPurpose } }),
  'no address matches': () => send({ address: '/nowhere/' }),
};
