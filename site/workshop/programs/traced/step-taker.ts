/**
 * Takes down the steps of a run as the trace reports them.
 *
 * @module
 */

import { requestFinished, requestStarted, gotRequestException } from '#runtime/django/core/signals';
import { Signal } from '#runtime/django/dispatch/dispatcher';
import { HttpRequest } from '#runtime/django/http/request';
import { HttpResponseBase } from '#runtime/django/http/response-base';
import { isUnevaluated } from '#runtime/django/utils/functional';
import { BaseHandler } from '#runtime/wsgiref/handlers';
import type { Call, Observer } from '#trace/calls';
import type { Ring, Step, StepEvent, StepKind } from '../../stepper/model.ts';
import { RingFinder } from './rings.ts';
import { shown, shownError } from './shown.ts';
import { Snapshots, type Subjects } from './snapshots.ts';

/** The most steps that are told. */
export const MOST_STEPS = 4000;

const SIGNALS = new Map<unknown, string>([
  [requestStarted, 'request_started'],
  [requestFinished, 'request_finished'],
  [gotRequestException, 'got_request_exception'],
]);

/** What in CPython is written in C, and so is no call that a tracer would see. */
const WITHOUT_FRAME =
  /^(?:builtins|types|weakref|collections|io|time|sys|os):|^threading:current_thread$/;

/** What makes a field of the request when it is first asked for, and the field. */
const READERS: Readonly<Record<string, string>> = {
  'django.core.handlers.wsgi:WSGIRequest.GET': 'GET',
  'django.core.handlers.wsgi:WSGIRequest.COOKIES': 'COOKIES',
  'django.core.handlers.wsgi:WSGIRequest._get_post': 'POST',
};

/** An observer that makes steps of what it is told. */
export class StepTaker implements Observer {
  readonly steps: Step[] = [];
  /** Steps beyond {@link MOST_STEPS}. */
  more = 0;
  /** Whether the process is awake, and a request on its way. */
  awake = false;
  readonly #numbers = new Map<string, number>();
  readonly #rings: RingFinder;
  readonly #snapshots = new Snapshots();
  readonly #read = new Map<string, unknown>();
  readonly #subjects: Subjects = {
    environ: null,
    request: null,
    response: null,
    read: this.#read,
  };

  constructor(rings: readonly Ring[]) {
    this.#rings = new RingFinder(rings);
  }

  /** Python's names, by their numbers. */
  get names(): string[] {
    return [...this.#numbers.keys()];
  }

  entered(call: Call, line: number, self: unknown, given: readonly unknown[]): void {
    for (const value of [self, ...given]) this.#meet(value);
    const ring = this.#rings.enter(call, this.awake);
    const event = signalOf(call, self);
    this.#take('enter', call, ring, { line, ...(event && { events: [event] }) });
  }

  left(call: Call, line: number | undefined, value: unknown): void {
    this.#meet(value);
    const field = READERS[call.name];
    if (field !== undefined) this.#read.set(field, value);
    const told = value === undefined ? {} : { value: shown(value) };
    this.#take('leave', call, this.#rings.at(call.depth), { ...at(line), ...told });
  }

  raised(call: Call, line: number | undefined, error: unknown): void {
    const ring = this.#rings.at(call.depth);
    this.#take('raise', call, ring, { ...at(line), value: shownError(error) });
  }

  suspended(call: Call, value: unknown): void {
    this.#take('yield', call, this.#rings.at(call.depth), { value: shown(value) });
  }

  resumed(call: Call): void {
    this.#take('resume', call, this.#rings.enter(call, this.awake), {});
  }

  /** Notes what happens beside the calls: at the step in hand, or where the logger was called. */
  note(event: StepEvent): void {
    const ofLogger = this.#numbers.get('logging:Logger.log');
    const step =
      event.kind === 'log'
        ? this.steps.findLast(({ kind, name }) => kind === 'enter' && name === ofLogger)
        : this.steps.at(-1);
    if (step && this.more === 0) (step.events ??= []).push(event);
  }

  #take(kind: StepKind, call: Call, ring: number, more: Partial<Step>): void {
    if (WITHOUT_FRAME.test(call.name)) return;
    if (this.steps.length >= MOST_STEPS) {
      this.more += 1;
      return;
    }
    const changed = this.awake ? this.#snapshots.look(this.#subjects) : undefined;
    const self = call.self === undefined ? {} : { self: this.#number(call.self) };
    const { depth } = call;
    this.steps.push({
      kind,
      name: this.#number(call.name),
      ...self,
      depth,
      ring,
      ...more,
      ...(changed && { changed }),
    });
  }

  #meet(value: unknown): void {
    if (typeof value !== 'object' || value === null || isUnevaluated(value)) return;
    if (value instanceof HttpRequest) this.#subjects.request = value;
    else if (value instanceof HttpResponseBase) this.#subjects.response = value;
    else if (value instanceof BaseHandler)
      this.#subjects.environ = value.environ ?? this.#subjects.environ;
  }

  #number(name: string): number {
    const known = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, known);
    return known;
  }
}

function at(line: number | undefined): { line?: number } {
  return line === undefined ? {} : { line };
}

function signalOf({ name }: Call, self: unknown): StepEvent | undefined {
  if (!/^django\.dispatch\.dispatcher:Signal\.send(?:_robust)?$/.test(name)) return undefined;
  const signal = SIGNALS.get(self);
  if (signal === undefined || !(self instanceof Signal)) return undefined;
  return { kind: 'signal', name: signal };
}
