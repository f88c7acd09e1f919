/** Surprise 15: a file that the server wraps is never closed as a response. @module */

import { utf8Encode } from '../../codecs.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { FileResponse } from '../../django/http.ts';
import { path } from '../../django/urls.ts';
import { BytesIO } from '../../io.ts';
import { repr, typeName } from '../../repr.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { FileWrapper } from '../../wsgiref/util.ts';
import { type Scenes, tell } from './scene.ts';
import { ask, followSignals, makeEnviron } from './server.ts';
import { configure } from './shop.ts';

const view = () =>
  new FileResponse(new BytesIO(utf8Encode('a file')), { contentType: 'text/plain' });

function send(more: PartialEnviron = {}): void {
  configure({ urlpatterns: [path('', view)] });
  followSignals();
  const { result, body } = ask(new WSGIHandler(), { environ: makeEnviron('/', more) });
  tell(`the server got a ${typeName(result)}: ${repr(body)}`);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a server that offers nothing': () => send(),
  'a server that offers wsgi.file_wrapper, as wsgiref does': () => {
    send({ 'wsgi.file_wrapper': FileWrapper });
  },
};
