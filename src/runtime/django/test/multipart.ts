/**
 * Forms with files, as a browser sends them.
 *
 * @module
 */

import { encode } from '../../charsets.ts';
import { isNone, isPlainObject } from '../../objects.ts';
import { guessType } from '../../mimetypes.ts';
import { str } from '../../repr.ts';
import { settings } from '../conf.ts';
import { MultiValueDict } from '../utils/datastructures.ts';

/** What stands between the parts. @models django.test.client:BOUNDARY */
export const BOUNDARY = 'BoUnDaRyStRiNg';

/** The content type of such a form. @models django.test.client:MULTIPART_CONTENT */
export const MULTIPART_CONTENT = `multipart/form-data; boundary=${BOUNDARY}`;

/** A file to be sent. */
export interface SentFile {
  read(): string | Uint8Array;
  /** Its path; the field's name where it has none. */
  readonly name?: string;
  readonly contentType?: string;
}

/** Fields by name: a value, a file, or a list of both. */
export type FormData = MultiValueDict<unknown> | Readonly<Record<string, unknown>>;

/** A value as bytes in a charset; bytes stay what they are. @models django.utils.encoding:force_bytes */
export function forceBytes(value: unknown, charset: string = settings.DEFAULT_CHARSET): Uint8Array {
  return value instanceof Uint8Array ? value : encode(str(value), charset);
}

/** A form as the body of a request. @throws a `TypeError` for `null`. @models django.test.client:encode_multipart */
export function encodeMultipart(boundary: string, data: FormData): Uint8Array {
  const fields = data instanceof MultiValueDict ? [...data.items()] : Object.entries(data);
  const lines = fields.flatMap(([key, value]) => encodeField(boundary, key, value));
  return joined([...lines, `--${boundary}--`, '']);
}

/** A file as the lines of one part. @models django.test.client:encode_file */
export function encodeFile(boundary: string, key: string, file: SentFile): unknown[] {
  const filename =
    typeof file.name === 'string' ? file.name.slice(file.name.lastIndexOf('/') + 1) : '';
  const guessed = filename ? guessType(filename)[0] : null;
  return [
    `--${boundary}`,
    `Content-Disposition: form-data; name="${key}"; filename="${filename || key}"`,
    `Content-Type: ${file.contentType ?? guessed ?? 'application/octet-stream'}`,
    '',
    file.read(),
  ];
}

function encodeField(boundary: string, key: string, value: unknown): unknown[] {
  if (isNone(value)) {
    throw new TypeError(
      'Cannot encode None as POST data. Did you mean to pass an empty string or omit the value?',
    );
  }
  if (isFile(value)) return encodeFile(boundary, key, value);
  return itemsOf(value).flatMap((item) =>
    isFile(item)
      ? encodeFile(boundary, key, item)
      : [`--${boundary}`, `Content-Disposition: form-data; name="${key}"`, '', item],
  );
}

function itemsOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  if (Symbol.iterator in value) return [...(value as Iterable<unknown>)];
  return isPlainObject(value) ? Object.keys(value) : [value];
}

function isFile(value: unknown): value is SentFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'read' in value &&
    typeof value.read === 'function'
  );
}

function joined(lines: readonly unknown[]): Uint8Array {
  const bytes = lines.flatMap((line, index) => [
    ...(index > 0 ? [forceBytes('\r\n')] : []),
    forceBytes(line),
  ]);
  const whole = new Uint8Array(bytes.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of bytes) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
