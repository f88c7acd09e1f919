/**
 * What went over the wire, read as a client reads it.
 *
 * @module
 */

/** A response. */
export interface Response {
  /** Such as `HTTP/1.1 200 OK`; `''` where there is no head. */
  statusLine: string;
  /** 0 where there is none. */
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
}

const latin1 = new TextDecoder('latin1');

/** Reads a response; header values are latin-1. */
export function readResponse(bytes: Uint8Array): Response {
  const end = endOfHead(bytes);
  if (end < 0) return { statusLine: '', status: 0, headers: [], body: bytes };
  const [statusLine = '', ...lines] = latin1.decode(bytes.subarray(0, end)).split('\r\n');
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(statusLine)?.[1] ?? 0);
  return { statusLine, status, headers, body: bytes.subarray(end + 4) };
}

/** The value of the first header of a name. */
export function headerOf({ headers }: Response, name: string): string | undefined {
  return headers.find(([given]) => given.toLowerCase() === name)?.[1];
}

/** The body as text, by the charset that the response names; undefined where it is no text. */
export function textOf(response: Response): string | undefined {
  const type = headerOf(response, 'content-type') ?? 'text/plain';
  if (
    !/^(?:text\/|application\/(?:[\w.+-]*\+)?(?:json|xml|javascript|x-www-form-urlencoded))/i.test(
      type,
    )
  )
    return undefined;
  const [, charset = 'utf-8'] = /charset="?([\w.:-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset).decode(response.body);
  } catch {
    return latin1.decode(response.body);
  }
}

/** Whether a browser would draw it as a page. */
export function isPage(response: Response): boolean {
  const type = headerOf(response, 'content-type') ?? '';
  return /^(?:text\/html|application\/xhtml\+xml)/i.test(type) && response.body.length > 0;
}

/** Where a response redirects to, relative to the request it answers; undefined where it does not. */
export function redirectOf(response: Response): string | undefined {
  const redirects = [301, 302, 303, 307, 308].includes(response.status);
  return redirects ? headerOf(response, 'location') : undefined;
}

function endOfHead(bytes: Uint8Array): number {
  if (bytes[0] !== 72 || bytes[1] !== 84) return -1;
  for (let at = 0; at + 3 < bytes.length; at += 1) {
    const isEnd = bytes[at] === 13 && bytes[at + 1] === 10 && bytes[at + 2] === 13;
    if (isEnd && bytes[at + 3] === 10) return at;
  }
  return -1;
}
