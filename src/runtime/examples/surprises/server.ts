/**
 * A server that sends one request and keeps what it gets.
 *
 * @module
 */

import { utf8Encode } from '../../codecs.ts';
import type { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { gotRequestException, requestFinished, requestStarted } from '../../django/core/signals.ts';
import { BytesIO, StringIO } from '../../io.ts';
import { repr } from '../../repr.ts';
import type {
  ApplicationResult,
  Environ,
  Header,
  PartialEnviron,
  WSGIApplication,
} from '../../wsgiref/types.ts';
import { named, tell } from './scene.ts';

/** What a server got: status, headers and body, and what went wrong, if anything did. */
export class Answer {
  status: string | null = null;
  headers: Header[] = [];
  body = '';
  error: Error | null = null;
  result: ApplicationResult | null = null;

  /** In one line. */
  toString(): string {
    const parts: string[] = [];
    if (this.status !== null) parts.push(`${this.status}: ${repr(this.body)}`);
    if (this.error !== null) parts.push(`${named(this.error)} reaches the server`);
    return parts.join(', then ');
  }
}

/** The environ of a request. */
export function makeEnviron(path = '/', more: PartialEnviron = {}, body = ''): Environ {
  return Object.assign(Object.create(null) as object, {
    REQUEST_METHOD: 'GET',
    SCRIPT_NAME: '',
    PATH_INFO: path,
    SERVER_NAME: 'testserver',
    SERVER_PORT: '80',
    SERVER_PROTOCOL: 'HTTP/1.1',
    'wsgi.version': [1, 0] as const,
    'wsgi.url_scheme': 'http',
    'wsgi.input': new BytesIO(utf8Encode(body)),
    'wsgi.errors': new StringIO(),
    'wsgi.multithread': false,
    'wsgi.multiprocess': false,
    'wsgi.run_once': false,
    ...more,
  });
}

/** How a server asks. */
export interface Asking {
  environ?: Environ;
  /** Whether it closes the response; true unless told. */
  close?: boolean;
  /** Told of `start_response`, of each chunk and of `close`. */
  watch?: (event: string) => void;
}

/** Sends a request as a server does. */
export function ask(application: WSGIApplication | WSGIHandler, asking: Asking = {}): Answer {
  const { environ = makeEnviron(), close = true, watch = () => {} } = asking;
  const answer = new Answer();
  const call: WSGIApplication =
    typeof application === 'function' ? application : (...given) => application.__call__(...given);
  try {
    answer.result = call(environ, (status, headers) => {
      watch(`start_response ${status}`);
      Object.assign(answer, { status, headers });
      return () => {};
    });
    receive(answer, answer.result, close, watch);
  } catch (error) {
    answer.error = error as Error;
  }
  return answer;
}

function receive(
  answer: Answer,
  result: ApplicationResult,
  close: boolean,
  watch: (event: string) => void,
): void {
  try {
    for (const chunk of result) {
      const text = new TextDecoder().decode(chunk);
      watch(`chunk ${repr(text)}`);
      answer.body += text;
    }
  } finally {
    if (close) {
      result.close?.();
      watch('close');
    }
  }
}

/** Tells of Django's three signals of a request. */
export function followSignals(): void {
  const weak = false;
  requestStarted.connect(() => tell('signal request_started'), { weak });
  gotRequestException.connect(() => tell('signal got_request_exception'), { weak });
  requestFinished.connect(() => tell('signal request_finished'), { weak });
}
