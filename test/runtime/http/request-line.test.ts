import { describe, expect, test } from 'vitest';
import { faultOfLine, isLastRequest } from '#runtime/http/request-line';
import type { ParsedRequest } from '#runtime/http/server';
import type { Header } from '#runtime/wsgiref/types';

describe('the first line of a request', () => {
  test.each<[line: string, code: number, message: string, hasVersion: boolean]>([
    ['GARBAGE', 400, "Bad request syntax ('GARBAGE')", false],
    ['GET / HTTX/1.1', 400, "Bad request version ('HTTX/1.1')", false],
    ['GET / HTTP/1', 400, "Bad request version ('HTTP/1')", false],
    ['GET / HTTP/1.x', 400, "Bad request version ('HTTP/1.x')", false],
    ['GET / HTTP/12345678901.1', 400, "Bad request version ('HTTP/12345678901.1')", false],
    ['a b c d', 400, "Bad request version ('d')", false],
    ['GET / HTTP/2.0', 505, 'Invalid HTTP version (2.0)', false],
    ['GET a b HTTP/1.1', 400, "Bad request syntax ('GET a b HTTP/1.1')", true],
    ['POST /', 400, "Bad HTTP/0.9 request type ('POST')", false],
  ])('is refused: %s', (line, code, message, hasVersion) => {
    expect(faultOfLine(line)).toEqual({ code, message, hasVersion });
  });

  test.each(['GET / HTTP/1.1', 'GET /', 'GET / HTTP/0.9'])('is accepted: %s', (line) => {
    expect(faultOfLine(line)).toBeNull();
  });
});

test.each<[version: string, wish: string | null, isLast: boolean]>([
  ['HTTP/1.0', null, true],
  ['HTTP/1.0', 'close', true],
  ['HTTP/1.0', 'Keep-Alive', false],
  ['HTTP/1.0', 'upgrade', true],
  ['HTTP/1.1', null, false],
  ['HTTP/1.1', 'close', true],
  ['HTTP/1.1', 'Keep-Alive', false],
  ['HTTP/1.1', 'upgrade', false],
])('a request of %s that says %s is the last: %s', (requestVersion, wish, isLast) => {
  const headers: Header[] = wish === null ? [] : [['connection', wish]];
  const request: ParsedRequest = {
    requestLine: `GET / ${requestVersion}`,
    command: 'GET',
    path: '/',
    requestVersion,
    headers,
    body: new Uint8Array(0),
    clientAddress: '127.0.0.1',
  };
  expect(isLastRequest(request)).toBe(isLast);
});
