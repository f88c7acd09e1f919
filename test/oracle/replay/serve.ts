/**
 * A request's bytes handed to wsgiref's request handler.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import type { ParsedRequest } from '#runtime/http/server';
import type { StringIO } from '#runtime/io';
import type { Clock } from '#runtime/time';
import { WSGIRequestHandler, type WSGIHandlerHost } from '#runtime/wsgiref/request-handler';
import type { Header, WSGIApplication } from '#runtime/wsgiref/types';
import type { Output } from './output.ts';

/** The moment at which every case happens. */
export const CLOCK: Clock = () => 1_556_668_800;

/** What `Server` says unless a case says otherwise. */
export const SERVER = 'Oracle/1';

/** The request in well-formed bytes, as an HTTP parser hands it on. */
export function parseRequest(received: string): ParsedRequest {
  const end = received.indexOf('\r\n\r\n');
  const head = end === -1 ? received.replace(/\r\n$/, '') : received.slice(0, end);
  const [requestLine = '', ...lines] = head.split('\r\n');
  const [command = '', path = '', requestVersion = 'HTTP/0.9'] = requestLine.split(' ');
  const headers = lines.map((line): Header => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const body = end === -1 ? '' : received.slice(end + '\r\n\r\n'.length);
  return {
    requestLine,
    command,
    path,
    requestVersion,
    headers,
    body: latin1Encode(body),
    clientAddress: '127.0.0.1',
  };
}

/** Answers a request given as bytes. @throws what goes wrong while an error is handled. */
export async function serve(
  received: string,
  application: WSGIApplication,
  output: Output,
  stderr: StringIO,
): Promise<void> {
  const host: WSGIHandlerHost = {
    stderr,
    clock: CLOCK,
    serverSoftware: SERVER,
    getApp: () => application,
    baseEnviron: {
      SERVER_NAME: 'oracle.test',
      GATEWAY_INTERFACE: 'CGI/1.1',
      SERVER_PORT: '8000',
      REMOTE_HOST: '',
      CONTENT_LENGTH: '',
      SCRIPT_NAME: '',
    },
  };
  await new WSGIRequestHandler(parseRequest(received), host, output).handle();
}
