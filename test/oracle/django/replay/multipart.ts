/**
 * Suite django-multipart on the runtime.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import type { WSGIRequest } from '#runtime/django/core/handlers/wsgi';
import { TemporaryUploadedFile, type UploadedFile } from '#runtime/django/core/files/uploadedfile';
import {
  type FileUploadHandler,
  MemoryFileUploadHandler,
} from '#runtime/django/core/files/uploadhandler';
import { importString } from '#runtime/django/utils/module-loading';
import type { Case, Json, Out } from '../../model.ts';
import { known } from '../../unknown-word-error.ts';
import { startCase } from './process.ts';
import { makeRequest } from './requests.ts';
import './upload-handlers.ts';
import { attempt } from './values.ts';

const SHOWN = 400;

/** A value, or of a long one its length, its digest and how it begins and ends. */
function shown(value: string | Uint8Array): unknown {
  const { length } = value;
  if (length <= SHOWN) return value;
  const digest = createHash('sha256').update(value).digest('hex');
  return ['long', length, digest, value.slice(0, 20), value.slice(-20)];
}

function show(file: UploadedFile): Record<string, unknown> {
  return {
    name: file.name,
    size: file.size,
    content: shown(file.read()),
    content_type: file.contentType,
    charset: file.charset,
    content_type_extra: file.contentTypeExtra,
  };
}

function ofHandlers(file: UploadedFile): Record<string, unknown> {
  const sizes = Array.from(file.chunks(5), (chunk) => chunk.length);
  const path = file instanceof TemporaryUploadedFile ? file.temporaryFilePath() : null;
  return {
    file: String(file),
    size: file.size,
    multiple: [file.multipleChunks(), file.multipleChunks(5)],
    chunks: sizes.slice(0, 10),
    content: shown(file.open().read()),
    kept: path && pastDot(path.slice(-20)),
    closed: file.closed,
  };
}

function pastDot(text: string): string[] {
  const [, ...rest] = text.split('.');
  return rest.length > 0 ? [rest.join('.')] : [];
}

function filesOf(request: WSGIRequest): UploadedFile[] {
  return Array.from(request.FILES.lists()).flatMap(([, held]) => held);
}

function setHandlers(request: WSGIRequest): void {
  const Upper = importString('upload_handlers.Upper') as typeof FileUploadHandler;
  request.uploadHandlers = [new Upper(request), new MemoryFileUploadHandler(request)];
}

function insertHandler(request: WSGIRequest, place: 'push' | 'unshift'): void {
  const Told = importString('upload_handlers.Told') as typeof FileUploadHandler;
  (request.uploadHandlers as FileUploadHandler[])[place](new Told(request));
}

const STEPS: Record<string, (request: WSGIRequest) => unknown> = {
  UPLOADS: (request) =>
    Array.from(request.FILES.lists(), ([key, held]) => [key, held.map(ofHandlers)]),
  told: (request) => request['told'] ?? [],
  handlers: (request) => request.uploadHandlers.map((handler) => handler.constructor.name),
  set: setHandlers,
  insert: (request) => insertHandler(request, 'unshift'),
  alter: (request) => insertHandler(request, 'push'),
  close: (request) => {
    request.close();
    return filesOf(request).map(({ closed }) => closed);
  },
  POST: (request) => Array.from(request.POST.lists(), ([key, held]) => [key, held.map(shown)]),
  FILES: (request) => Array.from(request.FILES.lists(), ([key, held]) => [key, held.map(show)]),
  body: (request) => shown(request.body),
  read: (request) => request.read(),
  readline: (request) => request.readline(),
  lines: (request) => [...request],
};

function textOf(pieces: readonly Json[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : repeat(piece as [string, number])))
    .join('');
}

function repeat([text, times]: [text: string, times: number]): string {
  return text.repeat(times);
}

function requestOf(input: Case): WSGIRequest {
  const body = textOf(input['body'] as Json[]);
  const environ: [string, Json][] = [
    ['REQUEST_METHOD', 'POST'],
    ['CONTENT_LENGTH', input['length'] === undefined ? String(body.length) : input['length']],
    ['CONTENT_TYPE', input['type'] ?? null],
  ];
  const given = environ.filter(([, value]) => value !== null);
  const more = (input['environ'] ?? []) as [string, Json][];
  return makeRequest({ id: input.id, environ: [...given, ...more], body });
}

/** What the runtime does with a case of the suite. @throws {UnknownWordError} for an unknown step. */
export function replayMultipart(input: Case): Out {
  startCase(input);
  const made: WSGIRequest[] = [];
  const out = attempt(() => void made.push(requestOf(input)));
  const [request] = made;
  if (request === undefined) return out;
  const steps = (input['steps'] as string[]).map((name) => {
    const step = known(STEPS, 'step', name);
    return attempt(() => step(request));
  });
  return { steps };
}
