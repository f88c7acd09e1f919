/** Surprise 35: wsgiref sends the headers at an empty first chunk, which the PEP forbids. @module */

import { ValueError } from '../../builtins.ts';
import { latin1Decode, latin1Encode } from '../../codecs.ts';
import { BytesIO, StringIO } from '../../io.ts';
import { repr } from '../../repr.ts';
import { sysExcInfo, whileHandling } from '../../sys.ts';
import { SimpleHandler } from '../../wsgiref/handlers.ts';
import type { StartResponse } from '../../wsgiref/types.ts';
import { attempt, type Scenes, tell } from './scene.ts';
import { makeEnviron } from './server.ts';

const statusLine = (out: BytesIO) => repr(latin1Decode(out.getvalue()).split('\r\n')[0]);

/** Starts the response anew, as an application does that has failed. */
function startAnew(startResponse: StartResponse): void {
  const error = new ValueError('too late?');
  whileHandling(error, () =>
    startResponse('500 Oops', [['Content-Type', 'text/plain']], sysExcInfo(error)),
  );
}

function send(first: string): void {
  const out = new BytesIO();

  function* pieces(startResponse: StartResponse): Generator<Uint8Array> {
    startResponse('200 OK', [['Content-Type', 'text/plain']]);
    yield latin1Encode(first);
    tell(`after the chunk ${repr(first)}, sent: ${statusLine(out)}`);
    tell(`start_response() with exc_info: ${attempt(() => startAnew(startResponse))}`);
    yield latin1Encode('the end');
  }

  const server = new SimpleHandler(new BytesIO(), out, new StringIO(), makeEnviron());
  server.run((_environ, startResponse) => pieces(startResponse));
  tell(`in the end, sent: ${statusLine(out)}`);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'an empty first chunk': () => send(''),
  'a first chunk of one byte': () => send('x'),
};
