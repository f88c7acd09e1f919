/**
 * The variables of a process, as an environ begins with them.
 *
 * @module
 */

import { latin1Decode, utf8Encode } from '../codecs.ts';
import { environ as osEnviron } from '../os.ts';
import type { PartialEnviron } from './types.ts';

const FROM_THE_REQUEST = new Set([
  'SCRIPT_NAME',
  'PATH_INFO',
  'QUERY_STRING',
  'REQUEST_METHOD',
  'AUTH_TYPE',
  'CONTENT_TYPE',
  'CONTENT_LENGTH',
  'HTTPS',
  'REMOTE_USER',
  'REMOTE_IDENT',
]);

function comesFromTheRequest(key: string): boolean {
  const plain = key.replace(/^(?:REDIRECT_)+/, '');
  return FROM_THE_REQUEST.has(plain) || /^(?:HTTP|SSL)_/.test(plain);
}

/**
 * The process's variables (those of `#runtime/os` unless given) with what came from the
 * request, such as `PATH_INFO`, turned from Unicode into native strings.
 * @models wsgiref.handlers:read_environ
 */
export function readEnviron(variables: Record<string, string> = osEnviron()): PartialEnviron {
  const environ = Object.create(null) as PartialEnviron;
  for (const [key, value] of Object.entries(variables)) {
    environ[key] = comesFromTheRequest(key) ? latin1Decode(utf8Encode(value)) : value;
  }
  return environ;
}
