/** Surprise 18: ATOMIC_REQUESTS puts the view in a transaction, and nothing else. @module */

import { ValueError } from '../../builtins.ts';
import type { GetResponse } from '../../django/core/handlers/types.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { connection } from '../../django/db.ts';
import { HttpResponse } from '../../django/http.ts';
import { SimpleTemplateResponse } from '../../django/template/response.ts';
import { path } from '../../django/urls.ts';
import type { View } from '../../django/urls/types.ts';
import { str } from '../../repr.ts';
import { fail, folder, type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure, database } from './shop.ts';
import { tellingTemplate } from './telling-layer.ts';

function write(what: string): void {
  connection.cursor().execute('INSERT INTO note VALUES (%s)', [what]);
}

function Layer(getResponse: GetResponse): GetResponse {
  return (request) => {
    write('by the layer');
    return getResponse(request);
  };
}

function send(view: View): void {
  const DATABASES = database(folder(), { ATOMIC_REQUESTS: true });
  configure({ middleware: { Layer }, urlpatterns: [path('', view)], DATABASES });
  connection.cursor().execute('CREATE TABLE note (text varchar)');
  tell(`the response is ${ask(new WSGIHandler()).status}`);
  const cursor = connection.cursor();
  cursor.execute('SELECT text FROM note');
  tell(`rows: ${Array.from(cursor.fetchall(), ([text]) => str(text)).join(', ')}`);
}

const onPurpose = () => new ValueError('on purpose');

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'the view raises': () => {
    send(() => {
      write('by the view');
      return fail(onPurpose());
    });
  },
  'the view returns a 500': () => {
    send(() => {
      write('by the view');
      return new HttpResponse('sorry', { status: 500 });
    });
  },
  "the view's template fails when it is rendered": () => {
    send(() => {
      write('by the view');
      return new SimpleTemplateResponse(tellingTemplate('', onPurpose()));
    });
  },
  'the view returns None': () => {
    send(() => {
      write('by the view');
      return null as never;
    });
  },
};
