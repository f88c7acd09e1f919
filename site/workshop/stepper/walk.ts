/**
 * A walk along the steps of a trace: where one can go, and what is to be seen there.
 *
 * @module
 */

import { type Detail, shownSteps } from './detail.ts';
import { type Changes, PARTS, type Part, type Step, type StepEvent, type Trace } from './model.ts';

/** An entry of environ, request or response. */
export interface Entry {
  name: string;
  /** `null` where it is gone; it is then one of those that just changed. */
  text: string | null;
  /** Whether it changed since the step before. */
  isNew: boolean;
}

/** A call that is open. */
export interface OpenCall {
  /** The number of the step with which it began. */
  from: number;
  name: string;
  ring: number;
}

/** Goes along a trace. Steps are told by their numbers in it. */
export class Walk {
  readonly trace: Trace;
  readonly detail: Detail;
  /** The steps that are shown, in order. */
  readonly shown: readonly number[];

  constructor(trace: Trace, detail: Detail = 'way') {
    this.trace = trace;
    this.detail = detail;
    this.shown = shownSteps(trace, detail);
  }

  /** A step by its number. @throws a `RangeError` for one that is not there. */
  step(number: number): Step {
    const step = this.trace.steps[number];
    if (step) return step;
    throw new RangeError(`There is no step ${number}; there are ${this.trace.steps.length}.`);
  }

  /** The first shown step of the request itself. */
  get start(): number {
    return this.shown.find((number) => number >= this.trace.begins) ?? this.first;
  }

  /** The first that is shown. */
  get first(): number {
    return this.shown[0] ?? 0;
  }

  /** The last that is shown. */
  get last(): number {
    return this.shown.at(-1) ?? 0;
  }

  /** The place of a step among those that are shown, or of the last one before it. */
  placeOf(number: number): number {
    return Math.max(
      0,
      this.shown.findLastIndex((shown) => shown <= number),
    );
  }

  /** The shown step at or before a number. */
  nearest(number: number): number {
    return this.shown[this.placeOf(number)] ?? this.first;
  }

  /** The step after this one; undefined at the end. */
  next(number: number): number | undefined {
    return this.shown[this.placeOf(number) + 1];
  }

  /** The step before this one; undefined at the beginning. */
  previous(number: number): number | undefined {
    return this.shown[this.placeOf(number) - 1];
  }

  /** The next step in another ring; undefined where the rest is in this one. */
  nextRing(number: number): number | undefined {
    const { ring } = this.step(number);
    return this.#after(number, (step) => step.ring !== ring);
  }

  /** The step with which the ring before this one was left. */
  previousRing(number: number): number | undefined {
    const { ring } = this.step(number);
    return this.#before(number, (step) => step.ring !== ring);
  }

  /** The next step at which an exception leaves a function. */
  nextException(number: number): number | undefined {
    return this.#after(number, ({ kind }) => kind === 'raise');
  }

  /** The first step that enters a function; undefined where none does. */
  entering(name: string): number | undefined {
    const wanted = this.trace.names.indexOf(name);
    const found = this.trace.steps.findIndex(
      (step) => step.kind === 'enter' && step.name === wanted,
    );
    return found === -1 ? undefined : found;
  }

  /** The name of a step's function. */
  nameOf({ name }: Pick<Step, 'name'>): string {
    return this.trace.names[name] ?? '';
  }

  /** What a part holds at a step, in the order in which it came. */
  entries(part: Part, number: number): Entry[] {
    const from = this.#since(number);
    const held = new Map<string, { text: string | null; isNew: boolean }>();
    for (const [at, { changed }] of this.trace.steps.slice(0, number + 1).entries()) {
      for (const [name, text] of changed?.[part] ?? []) {
        if (text === null && at < from) held.delete(name);
        else held.set(name, { text, isNew: at >= from });
      }
    }
    return Array.from(held, ([name, { text, isNew }]) => ({ name, text, isNew }));
  }

  /** The parts of which something changed since the step before. */
  changedParts(number: number): Part[] {
    const changes = this.#range(number).map(({ changed }): Changes => changed ?? {});
    return PARTS.filter((part) => changes.some((change) => change[part] !== undefined));
  }

  /** What happened beside the calls since the step before. */
  events(number: number): StepEvent[] {
    return this.#range(number).flatMap(({ events }) => events ?? []);
  }

  /** What happened beside the calls up to a step, in order. */
  eventsSoFar(number: number): StepEvent[] {
    return this.trace.steps.slice(0, number + 1).flatMap(({ events }) => events ?? []);
  }

  /** The calls that are open at a step, outermost first; of the step's own, too. */
  open(number: number): OpenCall[] {
    const calls: (OpenCall & { depth: number })[] = [];
    for (const [at, step] of this.trace.steps.slice(0, number + 1).entries()) {
      const { kind, depth, ring } = step;
      while ((calls.at(-1)?.depth ?? -1) >= depth) {
        if (at === number && kind !== 'enter' && calls.at(-1)?.depth === depth) break;
        calls.pop();
      }
      if (kind === 'enter' || kind === 'resume')
        calls.push({ from: at, name: this.nameOf(step), ring, depth });
    }
    return calls.map(({ from, name, ring }) => ({ from, name, ring }));
  }

  #since(number: number): number {
    const before = this.previous(number);
    return before === undefined ? 0 : before + 1;
  }

  #range(number: number): Step[] {
    return this.trace.steps.slice(this.#since(number), number + 1);
  }

  #after(number: number, wanted: (step: Step) => boolean): number | undefined {
    return this.shown.find((shown) => shown > number && wanted(this.step(shown)));
  }

  #before(number: number, wanted: (step: Step) => boolean): number | undefined {
    return this.shown.findLast((shown) => shown < number && wanted(this.step(shown)));
  }
}
