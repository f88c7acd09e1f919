/**
 * A server without a socket, for trying applications: wsgiref's own handler, with its bytes kept in
 * memory.
 *
 * @module
 */

import { latin1Decode, utf8Encode } from '../codecs.ts';
import { BytesIO, StringIO } from '../io.ts';
import { SimpleHandler } from '../wsgiref/handlers.ts';
import type { PartialEnviron, WSGIApplication } from '../wsgiref/types.ts';
import { setupTestingDefaults } from '../wsgiref/util.ts';

/** What a server sent and wrote down. */
export interface Served {
  /** As in `200 OK`. */
  status: string;
  /** As in `Content-Type: text/plain`, in order; without `Date` and `Server`. */
  headers: string[];
  /** The body, in latin-1: a character a byte. */
  body: string;
  /** The last line of its log, or `''`. */
  logged: string;
}

/**
 * Sends one request through wsgiref: `GET /`, unless `variables` of its environ say otherwise.
 *
 * @param body the text that the request carries, sent as UTF-8; CONTENT_LENGTH is its bytes
 */
export function serve(
  application: WSGIApplication,
  variables: PartialEnviron = {},
  body = '',
): Served {
  const stdin = utf8Encode(body);
  const length = stdin.length > 0 ? { CONTENT_LENGTH: String(stdin.length) } : {};
  const environ: PartialEnviron = { SCRIPT_NAME: '', PATH_INFO: '/', ...length, ...variables };
  setupTestingDefaults(environ);
  const [stdout, stderr] = [new BytesIO(), new StringIO()];
  new SimpleHandler(new BytesIO(stdin), stdout, stderr, environ).run(application);
  const [head = '', ...bodies] = latin1Decode(stdout.getvalue()).split('\r\n\r\n');
  const [status = '', ...headers] = head.split('\r\n');
  return {
    status: status.replace(/^HTTP\/\S+ /, ''),
    headers: headers.filter((header) => !/^(?:Date|Server): /.test(header)),
    body: bodies.join('\r\n\r\n'),
    logged: stderr.getvalue().trimEnd().split('\n').at(-1) ?? '',
  };
}

/** An application that answers `200 OK` with these chunks of text. */
export function page(...chunks: string[]): WSGIApplication {
  return (_environ, startResponse) => {
    startResponse('200 OK', [['Content-Type', 'text/plain']]);
    return chunks.map(utf8Encode);
  };
}
