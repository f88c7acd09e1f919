/** Surprise 14: request_finished is sent when the server closes the response, or not at all. @module */

import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { requestStarted } from '../../django/core/signals.ts';
import { connection } from '../../django/db.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { repr } from '../../repr.ts';
import { folder, type Scenes, tell } from './scene.ts';
import { ask, followSignals, makeEnviron } from './server.ts';
import { configure, database } from './shop.ts';

function view(): HttpResponse {
  connection.cursor().execute('SELECT 1');
  return new HttpResponse('hello');
}

const tellConnection = () =>
  tell(`the connection is open: ${repr(connection.connection !== null)}`);

function send(close: boolean): void {
  configure({ urlpatterns: [path('', view)], DATABASES: database(folder()) });
  followSignals();
  ask(new WSGIHandler(), { close });
  tellConnection();
  if (close) return;
  requestStarted.send(WSGIHandler, { environ: makeEnviron() });
  tellConnection();
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'the server closes the response': () => send(true),
  'the server forgets to': () => send(false),
};
