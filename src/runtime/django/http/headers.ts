/**
 * The headers of a request, by the names that people write.
 *
 * @module
 */

import { title } from '../../text.ts';
import type { PartialEnviron } from '../../wsgiref/types.ts';
import { CaseInsensitiveMapping } from '../utils/datastructures.ts';

const PREFIX = 'HTTP_';
const UNPREFIXED = ['CONTENT_TYPE', 'CONTENT_LENGTH'];

/** The headers among an environ's keys, as `Accept-Language`, found in any case. @models django.http.request:HttpHeaders */
export class HttpHeaders extends CaseInsensitiveMapping<string> {
  /** @models django.http.request:HttpHeaders.__init__ */
  constructor(environ: PartialEnviron) {
    const headers = new Map<string, string>();
    for (const [key, value] of Object.entries(environ)) {
      const name = HttpHeaders.parseHeaderName(key);
      if (name) headers.set(name, value as string);
    }
    super(headers);
  }

  /** The header that a key of an environ stands for, or `null`. @models django.http.request:HttpHeaders.parse_header_name */
  static parseHeaderName(key: string): string | null {
    if (!key.startsWith(PREFIX) && !UNPREFIXED.includes(key)) return null;
    const name = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key;
    return title(name.replaceAll('_', '-'));
  }
}
