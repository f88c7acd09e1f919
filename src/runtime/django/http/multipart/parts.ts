/**
 * Where the parts of a multipart body begin and end.
 *
 * @module
 */

import type { NativeString } from '../../../codecs.ts';
import { LazyStream, type Producer } from './lazy-stream.ts';
import { type PartHeader, readPartHeader } from './part-header.ts';

/** A part: what its header says, and its body. */
export interface Part {
  /** A part without a disposition is `raw`: nobody looks at it. */
  kind: 'raw' | 'field' | 'file';
  header: ReadonlyMap<string, PartHeader>;
  body: LazyStream;
}

const LONGEST_HEADER = 1024;
const HEADER_END = '\r\n\r\n';
const AROUND_SEPARATOR = 6;

/** Each part of a body, the text before the first separator among them. @models django.http.multipartparser:Parser */
export function* partsOf(stream: LazyStream, boundary: NativeString): Generator<Part> {
  const separator = `--${boundary}`;
  for (;;) {
    const first = stream.read(1);
    if (first === '') return;
    stream.unget(first);
    yield readPart(new LazyStream(untilSeparator(stream, separator)));
  }
}

/** Bytes up to a separator, which may stand anywhere, and with it the line end before it is gone. @models django.http.multipartparser:BoundaryIter */
function untilSeparator(stream: LazyStream, separator: NativeString): Producer {
  const heldBack = separator.length + AROUND_SEPARATOR;
  let done = false;
  return () => {
    if (done) return null;
    const { text, ended } = gather(stream, heldBack);
    done = ended;
    if (text === null) return null;
    const at = text.indexOf(separator);
    if (at >= 0) {
      stream.unget(text.slice(at + separator.length));
      done = true;
      return withoutLineEnd(text.slice(0, at));
    }
    if (text.length <= heldBack) {
      done = true;
      return text;
    }
    stream.unget(text.slice(-heldBack));
    return text.slice(0, -heldBack);
  };
}

/** Takes pieces until there are more bytes than have to be held back. */
function gather(stream: LazyStream, enough: number): { text: NativeString | null; ended: boolean } {
  let text: NativeString | null = null;
  for (let piece = stream.next(); piece !== null; piece = stream.next()) {
    text = (text ?? '') + piece;
    if (text.length > enough || piece === '') return { text, ended: false };
  }
  return { text, ended: true };
}

function withoutLineEnd(text: NativeString): NativeString {
  return text.replace(/\r?\n$|\r$/, '');
}

/** @models django.http.multipartparser:parse_boundary_stream */
function readPart(body: LazyStream): Part {
  const start = body.read(LONGEST_HEADER);
  const end = start.indexOf(HEADER_END);
  if (end < 0) {
    body.unget(start);
    return { kind: 'raw', header: new Map(), body };
  }
  body.unget(start.slice(end + HEADER_END.length));
  const header = readPartHeader(start.slice(0, end));
  const disposition = header.get('content-disposition');
  if (disposition === undefined) {
    body.unget(start);
    return { kind: 'raw', header, body };
  }
  return { kind: disposition.params['filename']?.length ? 'file' : 'field', header, body };
}
