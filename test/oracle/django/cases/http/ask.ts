/**
 * What cases of whole requests are made of.
 *
 * @module
 */

import type { Case, Json } from '../../../model.ts';

/** One request as a case writes it; `README.md` lists its fields. */
export type Asked = Record<string, Json>;

/** The default layers of the demo project, outermost first. */
export const LAYERS: readonly string[] = [
  'demo.middleware.HookLog',
  'django.middleware.security.SecurityMiddleware',
  'django.contrib.sessions.middleware.SessionMiddleware',
  'django.middleware.common.CommonMiddleware',
  'django.middleware.csrf.CsrfViewMiddleware',
  'django.contrib.auth.middleware.AuthenticationMiddleware',
  'django.contrib.messages.middleware.MessageMiddleware',
  'django.middleware.clickjacking.XFrameOptionsMiddleware',
];

/** A page that is asked for. */
export function get(address: string, more: Asked = {}): Asked {
  const [path = '', query] = splitOnce(address, '?');
  return { path, ...(query !== undefined && { query }), ...more };
}

/** A form that is sent. */
export function post(address: string, body: string, more: Asked = {}): Asked {
  const headers = [['Content-Type', 'application/x-www-form-urlencoded']];
  const { headers: others = [], ...rest } = more;
  return get(address, {
    method: 'POST',
    headers: [...headers, ...(others as Json[])],
    body,
    ...rest,
  });
}

/** A form with files; each part is its headers and its content. */
export function upload(
  address: string,
  parts: readonly (readonly [disposition: string, content: string, ...headers: string[]])[],
  more: Asked = {},
): Asked {
  const written = parts.map(
    ([disposition, content, ...headers]) =>
      `--B\r\n${[`Content-Disposition: ${disposition}`, ...headers].join('\r\n')}\r\n\r\n${content}\r\n`,
  );
  return get(address, {
    method: 'POST',
    headers: [['Content-Type', 'multipart/form-data; boundary=B']],
    body: `${written.join('')}--B--\r\n`,
    ...more,
  });
}

/** The same request with headers. */
export function withHeaders(request: Asked, ...headers: [string, string][]): Asked {
  return { ...request, headers: [...((request['headers'] ?? []) as Json[]), ...headers] };
}

/** A case: requests of one visitor, one after the other. */
export function visit(
  id: string,
  requests: Asked | Asked[],
  more: Record<string, Json> = {},
): Case {
  return { id, ...more, requests: Array.isArray(requests) ? requests : [requests] };
}

/** A case for each request, numbered. */
export function visits(
  name: string,
  requests: readonly (Asked | Asked[])[],
  more: Record<string, Json> = {},
): Case[] {
  return requests.map((request, index) => visit(`${name}/${index + 1}`, request, more));
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
