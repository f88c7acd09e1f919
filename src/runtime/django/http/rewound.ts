/**
 * A body that was read, to be read again.
 *
 * @module
 */

import type { RequestStream } from './request.ts';

/** A stream at the beginning of these bytes. */
export function rewound(body: Uint8Array): RequestStream {
  let at = 0;
  const take = (end: number) => body.slice(at, (at = Math.min(Math.max(end, at), body.length)));
  return {
    read: (size) => take(size === undefined || size < 0 ? body.length : at + size),
    readline: (size) => {
      const newline = body.indexOf(10, at);
      const end = newline < 0 ? body.length : newline + 1;
      return take(size === undefined || size < 0 ? end : Math.min(end, at + size));
    },
  };
}
