/**
 * One request that can be made as often as wanted.
 *
 * @module
 */

import { latin1Decode } from '#runtime/codecs';
import { BytesIO } from '#runtime/io';
import type { Environ, Header, WSGIApplication } from '#runtime/wsgiref/types';
import { type AskedRequest, Browser } from '../../oracle/django/replay/browser.ts';

/** What a server sees of a response; the body as Latin-1 text. */
export interface Answer {
  status: string;
  headers: Header[];
  body: string;
}

/** A request, after others that made it possible. */
export class Visit {
  readonly #application: WSGIApplication;
  readonly #environ: Environ;
  readonly #body: Uint8Array;
  #status = '';
  #headers: Header[] = [];

  private constructor(application: WSGIApplication, environ: Environ) {
    this.#application = application;
    this.#environ = { ...environ };
    this.#body = environ['wsgi.input'].read();
  }

  /** The last of some requests, all others made. */
  static after(application: WSGIApplication, requests: readonly AskedRequest[]): Visit {
    const visitor = new Browser();
    const [last, ...before] = requests.toReversed();
    if (last === undefined) throw new Error('A visit needs a request.');
    for (const request of before.toReversed()) {
      visitor.lookAt(new Visit(application, visitor.environ(request)).answer());
    }
    return new Visit(application, visitor.environ(last));
  }

  /** Makes the request once, as a server would: reads what is sent and closes it. */
  run(): Uint8Array[] {
    const environ: Environ = { ...this.#environ, 'wsgi.input': new BytesIO(this.#body) };
    const result = this.#application(environ, (status, headers) => {
      this.#status = status;
      this.#headers = headers;
      return () => undefined;
    });
    const chunks: Uint8Array[] = [];
    for (const chunk of result) chunks.push(chunk);
    result.close?.();
    return chunks;
  }

  /** Makes the request and gives what came. */
  answer(): Answer {
    const body = this.run().map(latin1Decode).join('');
    return { status: this.#status, headers: this.#headers, body };
  }
}
