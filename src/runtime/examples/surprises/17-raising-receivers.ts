/** Surprise 17: an error of a receiver of request_started or request_finished is the server's. @module */

import { ValueError } from '../../builtins.ts';
import { latin1Decode } from '../../codecs.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { requestFinished, requestStarted } from '../../django/core/signals.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { BytesIO, StringIO } from '../../io.ts';
import { repr } from '../../repr.ts';
import { SimpleHandler } from '../../wsgiref/handlers.ts';
import { attempt, fail, type Scenes, tell } from './scene.ts';
import { ask, makeEnviron } from './server.ts';
import { configure } from './shop.ts';
import { tellingLayer } from './telling-layer.ts';

function failing(): never {
  tell('the receiver fails');
  return fail(new ValueError('on purpose'));
}

function later(): void {
  tell('a later receiver is called');
}

function start(signal: typeof requestStarted | typeof requestFinished): WSGIHandler {
  const urlpatterns = [path('', () => new HttpResponse('hello'))];
  configure({ middleware: { A: tellingLayer('A') }, urlpatterns });
  signal.connect(failing);
  signal.connect(later);
  return new WSGIHandler();
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  request_started: () => tell(String(ask(start(requestStarted)))),
  request_finished: () => tell(String(ask(start(requestFinished)))),
  'request_finished, under wsgiref': () => {
    const handler = start(requestFinished);
    const [out, errors] = [new BytesIO(), new StringIO()];
    const server = new SimpleHandler(new BytesIO(), out, errors, makeEnviron());
    const run = () => server.run((...given) => handler.__call__(...given));
    tell(`the server's run(): ${attempt(run).split(':')[0]}`);
    tell(`sent: ${repr(latin1Decode(out.getvalue()).split('\r\n').at(-1))}`);
    const causes = errors
      .getvalue()
      .split('\n')
      .filter((line) => line.startsWith('ValueError'));
    tell(`its log has: ${repr(causes)}`);
  },
};
