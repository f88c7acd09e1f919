/**
 * Reading a server's environ: bytes that look like Latin-1 text and mean UTF-8.
 *
 * @module
 */

import { decode } from '../../../charsets.ts';
import { isAscii, latin1Decode, latin1Encode } from '../../../codecs.ts';
import type { PartialEnviron } from '../../../wsgiref/types.ts';
import { settings } from '../../conf.ts';
import { repercentBrokenUnicode } from '../../utils/encoding.ts';

/** The path as Unicode; bytes that are not UTF-8 come back as escapes. @throws {UnicodeEncodeError} @models django.core.handlers.wsgi:get_path_info */
export function getPathInfo(environ: PartialEnviron): string {
  const path = getBytesFromWsgi(environ, 'PATH_INFO', '/');
  const told = textOf(environ, 'PATH_INFO', '/');
  return isAscii(told) ? told : decode(repercentBrokenUnicode(path), 'utf-8', 'strict');
}

/** The script's part of the path as Unicode: the setting's, Apache's before it rewrote, or the server's. @throws {UnicodeDecodeError} @models django.core.handlers.wsgi:get_script_name */
export function getScriptName(environ: PartialEnviron): string {
  const { FORCE_SCRIPT_NAME } = settings;
  if (FORCE_SCRIPT_NAME !== null) return FORCE_SCRIPT_NAME;
  const asked = native(environ, 'SCRIPT_URL') || native(environ, 'REDIRECT_URL');
  if (!asked) return utf8(native(environ, 'SCRIPT_NAME'));
  const squeezed = asked.replaceAll(/\/+/g, '/');
  const path = native(environ, 'PATH_INFO');
  return utf8(path ? squeezed.slice(0, -path.length) : squeezed);
}

/** A value as the bytes it stands for. @throws {UnicodeEncodeError} @models django.core.handlers.wsgi:get_bytes_from_wsgi */
export function getBytesFromWsgi(
  environ: PartialEnviron,
  key: string,
  fallback: string,
): Uint8Array {
  return latin1Encode(textOf(environ, key, fallback));
}

/** A value as Unicode; what is not UTF-8 becomes U+FFFD. @throws {UnicodeEncodeError} @models django.core.handlers.wsgi:get_str_from_wsgi */
export function getStrFromWsgi(environ: PartialEnviron, key: string, fallback: string): string {
  const bytes = getBytesFromWsgi(environ, key, fallback);
  const told = textOf(environ, key, fallback);
  return isAscii(told) ? told : decode(bytes, 'utf-8', 'replace');
}

function textOf(environ: PartialEnviron, key: string, fallback: string): string {
  const value = environ[key];
  return typeof value === 'string' ? value : fallback;
}

function native(environ: PartialEnviron, key: string): string {
  const bytes = getBytesFromWsgi(environ, key, '');
  const told = textOf(environ, key, '');
  return isAscii(told) ? told : latin1Decode(bytes);
}

function utf8(text: string): string {
  return isAscii(text) ? text : decode(latin1Encode(text), 'utf-8', 'strict');
}
