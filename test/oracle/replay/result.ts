/**
 * What a described application returns.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import { BytesIO } from '#runtime/io';
import type { Json } from '../model.ts';
import type { Stage, Step } from './application.ts';
import { chunk, decode, makeError } from './values.ts';

/** A result that is made once it is asked for, with or without `close()` and a length. */
export interface IterableDescription {
  kind: 'iterable';
  steps: Step[];
  /** Null for no `close()`, `quiet` for one that is noted, or the error it raises then. */
  close: null | 'quiet' | [name: string, message: string];
  length: number | null;
}

/** What an application returns. */
export type ResultDescription =
  | { kind: 'value'; value: Json }
  | { kind: 'list' | 'tuple'; chunks: Json[] }
  | { kind: 'generator'; steps: Step[] }
  | { kind: 'file'; data: string; seek: number; size: number }
  | IterableDescription;

/** The result itself, which need not be one that PEP 3333 allows. @throws what making it throws. */
export function makeResult(stage: Stage, result: ResultDescription): unknown {
  switch (result.kind) {
    case 'value':
      return decode(result.value);
    case 'list':
      return result.chunks.map(chunk);
    case 'tuple':
      return Object.freeze(result.chunks.map(chunk));
    case 'generator':
      return generate(stage, result.steps);
    case 'file':
      return makeFile(stage, result);
    case 'iterable':
      return makeIterable(stage, result);
  }
}

function* generate(stage: Stage, steps: readonly Step[]): Generator<Uint8Array, void, undefined> {
  try {
    yield* stage.play(steps);
  } finally {
    stage.note('finally');
  }
}

function makeFile(
  stage: Stage,
  { data, seek, size }: { data: string; seek: number; size: number },
) {
  const stream = new BytesIO(latin1Encode(data));
  stream.seek(seek);
  const source = {
    read: (length: number) => stream.read(length),
    close: () => stage.note('file closed'),
  };
  const wrap = stage.environ['wsgi.file_wrapper'];
  if (wrap === undefined) throw makeError('KeyError', 'wsgi.file_wrapper');
  return new wrap(source, size);
}

function makeIterable(stage: Stage, { steps, close, length }: IterableDescription): object {
  const result = {
    [Symbol.iterator]: () => {
      stage.note('iter');
      return stage.play(steps);
    },
    ...(close !== null && {
      close: () => {
        stage.note('close');
        if (close !== 'quiet') throw makeError(...close);
      },
    }),
  };
  return length === null ? result : Object.assign(new Array<unknown>(length), result);
}
