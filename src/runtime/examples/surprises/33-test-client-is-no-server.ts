/** Surprise 33: the test client calls Django in another way than a server does. @module */

import { ValueError } from '../../builtins.ts';
import { latin1Decode } from '../../codecs.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { connection } from '../../django/db.ts';
import { Http404, HttpResponse } from '../../django/http.ts';
import '../../django/middleware/csrf.ts';
import { Client } from '../../django/test.ts';
import { path } from '../../django/urls.ts';
import { repr, typeName } from '../../repr.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { attempt, fail, folder, type Scenes, tell } from './scene.ts';
import { type Answer, ask, makeEnviron } from './server.ts';
import { configure, database } from './shop.ts';

function query(): HttpResponse {
  connection.cursor().execute('SELECT 1');
  return new HttpResponse('hello');
}

const urlpatterns = [
  path('', () => new HttpResponse('hello')),
  path('broken/', () => fail(new ValueError('on purpose'))),
  path('missing/', () => fail(new Http404('no such page'))),
  path('query/', query),
];

const asServer = (address: string, more?: PartialEnviron): Answer =>
  ask(new WSGIHandler(), { environ: makeEnviron(address, more) });

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'it raises what a view raises, but not what becomes a 404': () => {
    configure({ urlpatterns });
    tell(`server: ${asServer('/broken/').status}`);
    tell(`client: ${attempt(() => new Client().get('/broken/'))}`);
    tell(`client: ${new Client().get('/missing/').statusCode}`);
  },
  'it never calls start_response, so nobody refuses a status': () => {
    configure({ urlpatterns });
    const { handler } = new Client();
    tell(`its handler is a ${typeName(handler)}`);
    tell(`it is a WSGIHandler: ${repr((handler as object) instanceof WSGIHandler)}`);
    const watched: string[] = [];
    ask(new WSGIHandler(), { watch: (event) => watched.push(event) });
    tell(`a server sees ${repr(watched)}`);
    tell(`the client gets a ${typeName(new Client().get('/'))}`);
  },
  'it keeps database connections open': () => {
    configure({ urlpatterns, DATABASES: database(folder()) });
    asServer('/query/');
    tell(`after a server's request, open: ${repr(connection.connection !== null)}`);
    new Client().get('/query/');
    tell(`after the client's request, open: ${repr(connection.connection !== null)}`);
    connection.close();
  },
  'it takes the body from the answer to HEAD': () => {
    configure({ urlpatterns });
    tell(`server: ${repr(asServer('/', { REQUEST_METHOD: 'HEAD' }).body)}`);
    tell(`client: ${repr(latin1Decode(new Client().head('/').content))}`);
  },
  'it passes the CSRF check': () => {
    configure({ urlpatterns, MIDDLEWARE: ['django.middleware.csrf.CsrfViewMiddleware'] });
    tell(`server: ${asServer('/', { REQUEST_METHOD: 'POST' }).status}`);
    tell(`client: ${new Client().post('/').statusCode}`);
    const strict = new Client({ enforceCsrfChecks: true });
    tell(`client with enforce_csrf_checks: ${strict.post('/').statusCode}`);
  },
};
