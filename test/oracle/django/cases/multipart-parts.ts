/**
 * The pieces of which the bodies of posted forms are put together.
 *
 * @module
 */

import type { Case, Json } from '../../model.ts';

/** A part with a field, and a line end after it. */
export function field(name: string, value: string, ...headers: string[]): string {
  return part([`Content-Disposition: form-data; name="${name}"`, ...headers], value);
}

/** A part with a file. */
export function file(
  name: string,
  filename: string,
  content: string,
  ...headers: string[]
): string {
  const disposition = `Content-Disposition: form-data; name="${name}"; filename="${filename}"`;
  return part([disposition, 'Content-Type: text/plain', ...headers], content);
}

/** A part with this header. */
export function part(headers: readonly string[], content: string): string {
  return `--B\r\n${headers.join('\r\n')}\r\n\r\n${content}\r\n`;
}

/** The last separator. */
export function end(): string {
  return '--B--\r\n';
}

/** A case of a form of this type; a piece of its body is text, or text and how often it comes. */
export function posted(id: string, type: Json, body: Json[]): Case {
  return { id, type, body, steps: ['POST', 'FILES', 'POST'] };
}

/** A case of a multipart form. */
export function multipart(id: string, body: Json[]): Case {
  return posted(id, 'multipart/form-data; boundary=B', body);
}
