/**
 * Code in a link: `#hello!edit=…`, squeezed where the browser can, in the alphabet of addresses.
 *
 * @module
 */

/** The most characters of code that a link carries, or that are taken from one. */
export const LONGEST_CODE = 20_000;

/** The most characters that are read of a link. */
const LONGEST_LINK = 30_000;

/** A link's code cannot be used; the message is a sentence for the reader. */
export class LinkError extends Error {
  override name = 'LinkError' as const;
}

/** The fragment that brings code to a snippet. @throws {LinkError} where it is too long for one. */
export async function linkTo(snippet: string, code: string): Promise<string> {
  if (code.length > LONGEST_CODE) throw new LinkError('This is too long for a link.');
  const bytes = new TextEncoder().encode(code);
  const squeezed = await pass(bytes, 'CompressionStream');
  const body = squeezed ? `d${toText(squeezed)}` : `p${toText(bytes)}`;
  return `#${encodeURIComponent(snippet)}!edit=${body}`;
}

/** The snippet that a fragment names, and the code that it brings. @throws {LinkError} */
export async function readLink(hash: string): Promise<{ snippet: string; code: string }> {
  const found = /^#(.+)!edit=([dp])([\w-]*)$/.exec(hash);
  if (!found || hash.length > LONGEST_LINK) throw new LinkError('This link is broken, or cut off.');
  const [, name = '', form, body = ''] = found;
  try {
    const bytes = fromText(body);
    const plain = form === 'd' ? await pass(bytes, 'DecompressionStream') : bytes;
    if (!plain) throw new LinkError('This browser cannot read the code in this link.');
    const code = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
    if (code.length > LONGEST_CODE) throw new LinkError('The code in this link is too long.');
    return { snippet: decodeURIComponent(name), code: code.replaceAll('\r\n', '\n') };
  } catch (error) {
    if (error instanceof LinkError) throw error;
    throw new LinkError('This link is broken, or cut off.');
  }
}

/** The bytes as they come out of a stream of the browser's; undefined where it has none. */
async function pass(
  bytes: Uint8Array<ArrayBuffer>,
  kind: 'CompressionStream' | 'DecompressionStream',
): Promise<Uint8Array | undefined> {
  if (!(kind in globalThis)) return undefined;
  const stream = new Blob([bytes]).stream().pipeThrough(new globalThis[kind]('deflate-raw'));
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > 4 * LONGEST_CODE) {
      void reader.cancel();
      throw new LinkError('The code in this link is too long.');
    }
    parts.push(next.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toText(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromText(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
