/** Surprise 19: a database connection outlives its request, if CONN_MAX_AGE says so. @module */

import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { connection } from '../../django/db.ts';
import { HttpResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { repr } from '../../repr.ts';
import { setClock } from '../../time.ts';
import { folder, type Scenes, tell } from './scene.ts';
import { ask, makeEnviron } from './server.ts';
import { configure, database } from './shop.ts';

function query(): HttpResponse {
  connection.cursor().execute('SELECT 1');
  return new HttpResponse('hello');
}

/** Leaves the connection in another state than the settings ask for. */
function careless(): HttpResponse {
  connection.setAutocommit(false);
  return new HttpResponse('hello');
}

const urlpatterns = [
  path('query/', query),
  path('careless/', careless),
  path('', () => new HttpResponse('hello')),
];

const isOpen = () => repr(connection.connection !== null);

/** Sends requests to paths, one after the other; a number lets so many seconds go by. */
function send(age: number | null, ...steps: (string | number)[]): void {
  let now = 1000;
  setClock(() => now);
  configure({ urlpatterns, DATABASES: database(folder(), { CONN_MAX_AGE: age }) });
  const handler = new WSGIHandler();
  tell(`before the first request, open: ${isOpen()}`);
  for (const step of steps) {
    if (typeof step === 'number') {
      now += step;
      tell(`${step} seconds go by`);
    } else {
      ask(handler, { environ: makeEnviron(step) });
      tell(`after ${step}, open: ${isOpen()}`);
    }
  }
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'CONN_MAX_AGE = 0, the default': () => send(0, '/', '/query/'),
  'CONN_MAX_AGE = 60': () => send(60, '/query/', 59, '/', 2, '/'),
  'CONN_MAX_AGE = None': () => send(null, '/query/', 1_000_000, '/'),
  'a view that leaves autocommit off': () => send(null, '/query/', '/careless/'),
};
