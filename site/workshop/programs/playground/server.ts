/**
 * A server without sockets: wsgiref's for a bare application, runserver's for a Django project.
 *
 * @module
 */

import { WSGIRequestHandler as DjangoRequestHandler } from '../../../../src/runtime/django/core/servers/request-handler.ts';
import { stderr } from '../../../../src/runtime/sys.ts';
import { Thread } from '../../../../src/runtime/threading.ts';
import { time } from '../../../../src/runtime/time.ts';
import {
  WSGIRequestHandler,
  type WSGIHandlerHost,
} from '../../../../src/runtime/wsgiref/request-handler.ts';
import type { PartialEnviron, WSGIApplication } from '../../../../src/runtime/wsgiref/types.ts';
import type { SentRequest, Served } from '../../playground/served.ts';
import { takeNoise } from './noise.ts';
import { raisedBy } from './raised.ts';
import { Wire } from './wire.ts';

const BASE: PartialEnviron = {
  SERVER_NAME: 'localhost',
  GATEWAY_INTERFACE: 'CGI/1.1',
  SERVER_PORT: '8000',
  REMOTE_HOST: '',
  CONTENT_LENGTH: '',
  SCRIPT_NAME: '',
};

/** Answers requests with an application. */
export class Server implements WSGIHandlerHost {
  readonly baseEnviron = BASE;
  readonly clock = time;
  readonly serverSoftware = 'WSGIServer/0.2 RoundTrip/0.1.0';
  readonly stderr = {
    write: (text: string) => stderr().write(text),
    writelines: (texts: Iterable<string>) => stderr().write([...texts].join('')),
    flush: () => {},
  };
  readonly #application: WSGIApplication;
  readonly #Handler: typeof WSGIRequestHandler;

  constructor(application: WSGIApplication, isDjango: boolean) {
    this.#application = application;
    this.#Handler = isDjango ? DjangoRequestHandler : WSGIRequestHandler;
  }

  getApp(): WSGIApplication {
    return this.#application;
  }

  /** One request, from its first line to the end of its response. */
  async serve({ method, target, headers, body }: SentRequest): Promise<Served> {
    const wire = new Wire();
    const request = {
      requestLine: `${method} ${target} HTTP/1.1`,
      command: method,
      path: target,
      requestVersion: 'HTTP/1.1',
      headers,
      body,
      clientAddress: '127.0.0.1',
    };
    const handler = new this.#Handler(request, this, wire);
    try {
      await handler.handle(new Thread('request'));
      return { ...wire.taken(), ...takeNoise() };
    } catch (error) {
      return { ...wire.taken(), raised: raisedBy(error), ...takeNoise() };
    }
  }
}
