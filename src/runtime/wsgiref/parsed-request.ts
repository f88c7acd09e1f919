/**
 * From what an HTTP parser read to what a request handler takes.
 *
 * @module
 */

import { latin1Decode } from '../codecs.ts';
import type { ParsedRequest } from '../http/server.ts';
import type { Header } from './types.ts';

/** What is needed of a parsed message; Node's `IncomingMessage` has it. */
export interface HttpMessage {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly httpVersion: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
}

function headersOf(raw: readonly string[], bodyLength: number): Header[] {
  const headers: Header[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.push([raw[index] ?? '', raw[index + 1] ?? '']);
  }
  const chunked = headers.filter(([name]) => name.toLowerCase() === 'transfer-encoding');
  if (chunked.length === 0) return headers;
  const rest = headers.filter((header) => !chunked.includes(header));
  return [...rest, ['Content-Length', String(bodyLength)]];
}

/**
 * The request of a message and its body. A body that came in chunks is whole by now, so it
 * gets a length in place of its `Transfer-Encoding`: applications read by length only.
 */
export function requestFromMessage(
  message: HttpMessage,
  body: Uint8Array,
  clientAddress: string,
): ParsedRequest {
  const command = message.method ?? 'GET';
  const path = message.url ?? '/';
  const requestVersion = `HTTP/${message.httpVersion}`;
  return {
    requestLine:
      message.httpVersion === '0.9' ? `${command} ${path}` : `${command} ${path} ${requestVersion}`,
    command,
    path,
    requestVersion,
    headers: headersOf(message.rawHeaders, body.length),
    body,
    clientAddress,
  };
}

/** What is left of a request that the parser refused: its first line, if it came so far. */
export function requestFromRubble(bytes: Uint8Array, clientAddress: string): ParsedRequest {
  const [requestLine = ''] = latin1Decode(bytes).split(/\r?\n/, 1);
  return {
    requestLine,
    command: '',
    path: '',
    requestVersion: 'HTTP/1.0',
    headers: [],
    body: new Uint8Array(0),
    clientAddress,
  };
}
