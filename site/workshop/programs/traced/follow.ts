/**
 * Runs one request through the server, Django and back, and takes down every step.
 *
 * @module
 */

import { utf8Encode } from '#runtime/codecs';
import {
  type ServerHandler,
  WSGIRequestHandler,
} from '#runtime/django/core/servers/request-handler';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import type { ParsedRequest } from '#runtime/http/server';
import { StringIO } from '#runtime/io';
import { getLogger, Handler, type LogRecord, root } from '#runtime/logging';
import { startRecord } from '#trace/calls';
import type { StepEvent, Trace } from '../../stepper/model.ts';
import type { SentRequest, Setup } from '../../stepper/setup.ts';
import { NOW, startMysite } from './mysite/site.ts';
import { Output } from './output.ts';
import { ringsAround } from './rings.ts';
import { StepTaker } from './step-taker.ts';

/** The run of a request that was checked. @throws whatever goes through the server as well. */
export async function followRequest(setup: Setup): Promise<Trace> {
  const layers = setup.middleware.filter(({ on }) => on).map(({ path }) => path);
  const rings = ringsAround(layers);
  const taker = new StepTaker(rings);
  const output = new Output((text) => taker.note({ kind: 'bytes', text }));
  startMysite(setup);
  const stop = startRecord(taker);
  let begins = 0;
  try {
    const application = getWsgiApplication();
    const noting = new Noting((record) => taker.note(record));
    for (const logger of [root, getLogger('django.server')]) logger.addHandler(noting);
    begins = taker.steps.length;
    taker.awake = true;
    const server = {
      stderr: new StringIO(),
      clock: () => NOW,
      serverSoftware: 'WSGIServer/0.2 CPython/3.11.7',
      getApp: () => application,
      baseEnviron: BASE_ENVIRON,
    };
    await new RequestHandler(parsed(setup.request), server, output).handle();
  } finally {
    stop();
  }
  const { names, steps, more } = taker;
  return { names, rings, steps, begins, more, wire: output.wire };
}

const BASE_ENVIRON = {
  SERVER_NAME: 'example.com',
  GATEWAY_INTERFACE: 'CGI/1.1',
  SERVER_PORT: '8000',
  REMOTE_HOST: '',
  CONTENT_LENGTH: '',
  SCRIPT_NAME: '',
};

/** Waits for no client, as Python's server does not. */
class RequestHandler extends WSGIRequestHandler {
  protected override async runApplication(handler: ServerHandler): Promise<void> {
    handler.serverSoftware = this.server.serverSoftware;
    handler.requestHandler = this;
    handler.run(this.server.getApp());
    this.wfile.flush();
  }
}

class Noting extends Handler {
  readonly #note: (event: StepEvent) => void;

  constructor(note: (event: StepEvent) => void) {
    super();
    this.#note = note;
  }

  override emit({ levelName, name, message }: LogRecord): void {
    this.#note({ kind: 'log', level: levelName, logger: name, message });
  }
}

/** What a server's parser makes of it. It closes the connection, so that there is one request. */
function parsed({ method, path, headers, body }: SentRequest): ParsedRequest {
  const bytes = utf8Encode(body);
  const has = (wanted: string): boolean => headers.some(([name]) => name.toLowerCase() === wanted);
  const length: [string, string][] =
    bytes.length > 0 && !has('content-length') ? [['Content-Length', String(bytes.length)]] : [];
  const connection: [string, string][] = has('connection') ? [] : [['Connection', 'close']];
  return {
    requestLine: `${method} ${path} HTTP/1.1`,
    command: method,
    path,
    requestVersion: 'HTTP/1.1',
    headers: [...headers, ...length, ...connection],
    body: bytes,
    clientAddress: '127.0.0.1',
  };
}
