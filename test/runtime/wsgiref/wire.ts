import { type Clock, time } from '#runtime/time';
import { latin1Decode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import { BaseCGIHandler, SimpleHandler } from '#runtime/wsgiref/handlers';
import type { PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import { setupTestingDefaults } from '#runtime/wsgiref/util';

/** The bytes of an ASCII text. */
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An application that greets in a single block. */
export const helloApp: WSGIApplication = (_environ, startResponse) => {
  startResponse('200 OK', [
    ['Content-Type', 'text/plain'],
    ['Date', 'Mon, 05 Jun 2006 18:49:54 GMT'],
  ]);
  return [bytes('Hello, world!')];
};

/** A handler, what it sent as a native string, and what it logged. */
export interface Exchange {
  handler: SimpleHandler;
  sent(): string;
  logged(): string;
}

/** A handler on streams in memory, as a gateway's where `cgi` says so. */
export function exchange(
  environ: PartialEnviron = {},
  { cgi = true, clock = time }: { cgi?: boolean; clock?: Clock } = {},
): Exchange {
  const stdout = new BytesIO();
  const stderr = new StringIO();
  setupTestingDefaults(environ);
  const made = cgi ? BaseCGIHandler : SimpleHandler;
  const handler = new made(new BytesIO(), stdout, stderr, environ, {
    multiprocess: true,
    clock,
  });
  return {
    handler,
    sent: () => latin1Decode(stdout.getvalue()),
    logged: () => stderr.getvalue(),
  };
}

/** What a gateway's handler sends for an application. */
export function wireOf(application: WSGIApplication): string {
  const { handler, sent } = exchange();
  handler.run(application);
  return sent();
}

/** What a handler sends when the application failed before it sent anything. */
export const ERROR_PAGE = [
  'Status: 500 Internal Server Error',
  'Content-Type: text/plain',
  'Content-Length: 59',
  '',
  'A server error occurred.  Please contact the administrator.',
].join('\r\n');
