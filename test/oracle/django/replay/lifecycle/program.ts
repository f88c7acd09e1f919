/**
 * A program of steps: lists that begin with a verb. Each tells what happens as events, in order.
 *
 * @module
 */

import * as builtins from '#runtime/builtins';
import * as exceptions from '#runtime/django/core/exceptions';
import { Http404 } from '#runtime/django/http';
import type { Receiver } from '#runtime/django/dispatch/dispatcher';
import type { Module } from '#runtime/importlib';
import { catchWarnings } from '#runtime/warnings';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import type { Json } from '../../../model.ts';
import { known, UnknownWordError } from '../../../unknown-word-error.ts';
import { decode, encodeError } from '../values.ts';

/** What is to be done: a verb and what it is given. */
export type Step = [verb: string, ...given: Json[]];

/** What a verb means; what it gives back, if it does, ends the steps around it. */
export type Verb = (program: Program, ...given: never[]) => unknown;

type ErrorClass = new (message?: string) => Error;

/** Does steps, and keeps what the verbs have to know of each other. */
export class Program {
  readonly #verbs: Record<string, Verb>;
  readonly events: Json[] = [];
  /** The modules whose bodies run now, the innermost last. */
  readonly modules: Module[] = [];
  readonly receivers = new Map<string, Receiver<object>>();
  readonly registry = { _registry: new Map<string, boolean>() };
  /** The connections of the driver that were seen. */
  readonly connections: unknown[] = [];
  handler: WSGIApplication | null = null;

  constructor(verbs: Record<string, Verb>) {
    this.#verbs = { ...VERBS, ...verbs };
  }

  /** The module whose body runs. @throws an `Error` where none does. */
  get module(): Module {
    const module = this.modules.at(-1);
    if (module === undefined) throw new UnknownWordError('step outside a module', 'module');
    return module;
  }

  /** Adds an event: a text, or a list of what there is to say. */
  tell(...event: Json[]): void {
    const [first = null] = event;
    this.events.push(event.length === 1 ? first : event);
  }

  /** Does steps; the first that gives something back ends them and gives it. */
  do(steps: readonly Step[]): unknown {
    for (const [verb, ...given] of steps) {
      const answer = known(this.#verbs, 'verb', verb)(this, ...(given as never[]));
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /** Does each of the steps, and tells what it throws. */
  attempt(steps: readonly Step[]): void {
    for (const step of steps) {
      try {
        this.do([step]);
      } catch (error) {
        if (error instanceof UnknownWordError) throw error;
        this.tell('raised', ...(encodeError(error) as Json[]));
      }
    }
  }
}

/** The values of a record of a case. */
export function decodeAll(values: Record<string, Json>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, held]) => [name, decode(held)]));
}

/** An exception of Python's or of Django's by its name. */
function errorClass(name: string): ErrorClass {
  const all: Record<string, unknown> = { ...builtins, ...exceptions, Http404 };
  return known(all, 'exception', name) as ErrorClass;
}

const VERBS: Record<string, Verb> = {
  note: (program, text: string) => program.tell(text),
  answer: (_, value: Json) => decode(value),
  raise: (_, name: string, ...message: [string?]) => {
    throw new (errorClass(name))(...message);
  },
  try: (program, steps: Step[]) => program.attempt(steps),
  warnings: (program, steps: Step[]) => {
    for (const { name, message } of catchWarnings(() => program.attempt(steps))) {
      program.tell('warned', name, message);
    }
  },
};
