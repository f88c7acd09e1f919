/**
 * What Python's HTTP server makes of the first line of a request.
 *
 * @module
 */

import { repr } from '../repr.ts';
import type { ParsedRequest } from './server.ts';

/** Why a line is refused. */
export interface LineFault {
  code: 400 | 505;
  message: string;
  /** Whether the version was read before: a client of HTTP/0.9 gets no head. */
  hasVersion: boolean;
}

/** What is wrong with a line, in Python's words; `null` where nothing is. @models http.server:BaseHTTPRequestHandler.parse_request */
export function faultOfLine(line: string): LineFault | null {
  const words = line.split(/\s+/).filter((word) => word !== '');
  const version = words.length >= 3 ? (words.at(-1) ?? '') : null;
  const fault = version === null ? null : faultOfVersion(version);
  if (fault) return fault;
  const hasVersion = version !== null;
  if (words.length < 2 || words.length > 3) {
    return { code: 400, message: `Bad request syntax (${repr(line)})`, hasVersion };
  }
  if (hasVersion || words[0] === 'GET') return null;
  return { code: 400, message: `Bad HTTP/0.9 request type (${repr(words[0])})`, hasVersion };
}

function faultOfVersion(version: string): LineFault | null {
  const [, number = '', major = ''] = /^HTTP\/((\d{1,10})\.\d{1,10})$/.exec(version) ?? [];
  if (number === '') {
    return { code: 400, message: `Bad request version (${repr(version)})`, hasVersion: false };
  }
  if (Number(major) < 2) return null;
  return { code: 505, message: `Invalid HTTP version (${number})`, hasVersion: false };
}

/** Whether a request wants to be the last of its connection, to a server of HTTP/1.1. */
export function isLastRequest({ requestVersion, headers }: ParsedRequest): boolean {
  const wish = headers.find(([name]) => name.toLowerCase() === 'connection')?.[1].toLowerCase();
  if (wish === 'close') return true;
  return wish !== 'keep-alive' && requestVersion < 'HTTP/1.1';
}
