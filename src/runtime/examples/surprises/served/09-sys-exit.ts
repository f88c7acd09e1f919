/** Surprise 9: sys.exit() in a view is no Exception: Django lets it through, a server may not die. @module */

import { SystemExit } from '../../../builtins.ts';
import { WSGIHandler } from '../../../django/core/handlers/wsgi.ts';
import { HttpResponse } from '../../../django/http.ts';
import { path } from '../../../django/urls.ts';
import { repr } from '../../../repr.ts';
import { fail, type Scenes, tell } from '../scene.ts';
import { ask, makeEnviron } from '../server.ts';
import { configure } from '../shop.ts';
import { serving, talk } from './connections.ts';

const urlpatterns = [
  path('', () => new HttpResponse('hello')),
  path('exit/', () => fail(new SystemExit('enough'))),
];

const get = (address: string) =>
  `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;

/** Status and body of the first answer in what came. */
function parse(received: string): [status: string, body: string] {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [line = ''] = head.split('\r\n');
  return [line.slice(line.indexOf(' ') + 1), rest.join('\r\n\r\n')];
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'in the handler': () => {
    configure({ urlpatterns });
    tell(String(ask(new WSGIHandler(), { environ: makeEnviron('/exit/') })));
  },
  'under the server of runserver': async () => {
    configure({ urlpatterns });
    await serving(async (port) => {
      for (const address of ['/exit/', '/']) {
        const [status, body] = parse(await talk(port, [get(address)]));
        tell(`${address}: ${status}, ${repr(body)}`);
      }
    });
  },
};
