/** Surprise 31: POST is empty more often than one thinks, and a body is read only by who asks. @module */

import { latin1Decode, utf8Encode } from '../../codecs.ts';
import { WSGIRequest } from '../../django/core/handlers/wsgi.ts';
import { BytesIO } from '../../io.ts';
import { repr } from '../../repr.ts';
import { attempt, type Scenes, tell } from './scene.ts';
import { makeEnviron } from './server.ts';
import { configure } from './shop.ts';

/** A body that tells when somebody reads it. */
class Stream extends BytesIO {
  override read(size?: number | null): Uint8Array {
    tell("the server's stream is read");
    return super.read(size);
  }
}

interface Posting {
  method?: string;
  contentType?: string;
  body?: string;
  /** Whether the length is said. */
  length?: boolean;
}

function makeRequest(posting: Posting = {}): WSGIRequest {
  const { method = 'POST', body = 'name=Ann', length = true } = posting;
  configure();
  const environ = makeEnviron('/', {
    REQUEST_METHOD: method,
    CONTENT_TYPE: posting.contentType ?? 'application/x-www-form-urlencoded',
    'wsgi.input': new Stream(utf8Encode(body)),
  });
  if (length) environ.CONTENT_LENGTH = String(body.length);
  return new WSGIRequest(environ);
}

const shown = (bytes: Uint8Array) => repr(latin1Decode(bytes));

function show(request: WSGIRequest): void {
  tell(`POST is ${repr(Object.fromEntries(request.POST.lists()))}`);
  tell(`body is ${shown(request.body)}`);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a form': () => show(makeRequest()),
  'a form without CONTENT_LENGTH': () => show(makeRequest({ length: false })),
  'the same form with PUT': () => show(makeRequest({ method: 'PUT' })),
  JSON: () => show(makeRequest({ contentType: 'application/json', body: '{"name": "Ann"}' })),
  'the body after a part of it was read': () => {
    const request = makeRequest();
    tell(`read: ${shown(request.read(4))}`);
    tell(`request.body: ${attempt(() => request.body)}`);
  },
  'nobody asks': () => {
    tell(`the request is made; its method is ${makeRequest().method}`);
  },
};
