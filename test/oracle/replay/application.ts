/**
 * An application made of a description; `python/record_application.py` is the same for Python.
 *
 * @module
 */

import { sysExcInfo } from '#runtime/sys';
import type {
  ApplicationResult,
  Environ,
  Header,
  StartResponse,
  WSGIApplication,
  Write,
} from '#runtime/wsgiref/types';
import type { Json } from '../model.ts';
import { makeResult, type ResultDescription } from './result.ts';
import { UnknownWordError } from '../unknown-word-error.ts';
import { chunk, decode, encode, encodeError, makeError } from './values.ts';

/** One thing an application does: its name and what it is done with. */
export type Step = [name: string, ...given: Json[]];

/** What an application does when it is called, and what it returns. */
export interface ApplicationDescription {
  /** Whether the call itself is put off until the first block is asked for. */
  lazy: boolean;
  call: Step[];
  result: ResultDescription;
}

/** One request: what the application was given, and what is noted on the way. */
export class Stage {
  readonly #events: Json[];
  readonly #sent: () => number;
  #environ: Record<string, unknown> = {};
  #startResponse: StartResponse | null = null;
  #write: Write | null = null;

  constructor(events: Json[], sent: () => number) {
    this.#events = events;
    this.#sent = sent;
  }

  /** The environ the application was given. */
  get environ(): Environ {
    return this.#environ as Environ;
  }

  /** Keeps what the application was given. */
  take(environ: Environ, startResponse: StartResponse): void {
    this.#environ = environ;
    this.#startResponse = startResponse;
  }

  /** Notes an event, after those before. */
  note(...event: Json[]): void {
    this.#events.push(event);
  }

  /** Does steps one by one and yields the blocks among them. @throws what a step throws. */
  *play(steps: readonly Step[]): Generator<Uint8Array, void, undefined> {
    for (const [name, ...given] of steps) {
      if (name === 'yield') yield chunk(given[0] ?? null);
      else this.#act(name, given);
    }
  }

  #act(name: string, given: Json[]): void {
    const action = this.#actions[name];
    if (action === undefined) throw new UnknownWordError('step', name);
    action(...given);
  }

  readonly #actions: Record<string, (...given: Json[]) => void> = {
    start: (status = null, headers = null) => this.#start(decode(status), decode(headers)),
    restart: (status, headers, name, message) => {
      const error = sysExcInfo(makeError(String(name), String(message)));
      this.#start(status, decode(headers ?? null), error);
    },
    write: (data = null) => this.#writeNow(chunk(data)),
    raise: (name, message) => {
      throw makeError(String(name), String(message));
    },
    try: (steps) => this.#attempt(steps as Step[]),
    log: (text) => void this.environ['wsgi.errors'].write(String(text)),
    show: (key) => this.#show(String(key)),
    read: (method, ...given) => this.#read(String(method), given),
    set: (key, value = null) => void (this.#environ[String(key)] = decode(value)),
    unset: (key) => void delete this.#environ[String(key)],
    clear: () => Object.keys(this.#environ).forEach((key) => void delete this.#environ[key]),
    sent: () => this.note('sent', this.#sent()),
  };

  #start(status: unknown, headers: unknown, ...excInfo: [ReturnType<typeof sysExcInfo>?]): void {
    const startResponse = this.#startResponse as StartResponse;
    this.#write = startResponse(status as string, headers as Header[], ...excInfo);
  }

  #writeNow(data: Uint8Array): void {
    if (this.#write === null) throw new TypeError("'NoneType' object is not callable");
    this.#write(data);
  }

  #attempt(steps: readonly Step[]): void {
    try {
      for (const block of this.play(steps)) void block;
    } catch (error) {
      if (error instanceof UnknownWordError) throw error;
      const [name, message] = encodeError(error) as [string, string];
      this.note('caught', name, message);
    }
  }

  #show(key: string): void {
    const held = Object.hasOwn(this.#environ, key);
    this.note('environ', key, ...(held ? [encode(this.#environ[key])] : []));
  }

  #read(method: string, given: Json[]): void {
    const input = this.environ['wsgi.input'] as unknown as Record<
      string,
      (...given: Json[]) => unknown
    >;
    this.note('read', encode(input[method]?.(...given)));
  }
}

/** The application of a case; `sent` tells how many bytes are on the wire. */
export function makeApplication(
  description: ApplicationDescription,
  events: Json[],
  sent: () => number,
): WSGIApplication {
  const stage = new Stage(events, sent);
  const application: WSGIApplication = (environ, startResponse) => {
    stage.take(environ, startResponse);
    for (const block of stage.play(description.call)) void block;
    return makeResult(stage, description.result) as ApplicationResult;
  };
  if (!description.lazy) return application;
  return function* lazy(environ, startResponse) {
    stage.take(environ, startResponse);
    yield* stage.play(description.call);
    yield* makeResult(stage, description.result) as ApplicationResult;
  };
}
