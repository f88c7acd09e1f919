/**
 * The record of calls: what instrumented code reports to.
 *
 * It imports nothing and is one for all, so that modules loaded later join the same record. It
 * knows one record at a time and is not meant for asynchronous code.
 *
 * @module
 */

/** A call as it was seen. */
export interface Call {
  /** How many recorded calls were open around it. */
  depth: number;
  /** Python's name, such as `django.core.handlers.base:BaseHandler.get_response`. */
  name: string;
  /** Python's name of the class of `this`, where it is another than the one that has the method. */
  self?: string;
}

/** An open call, handed back to `leave`; null where nothing is recorded. */
export type Open = { depth: number } | null;

const classes = new WeakMap<object, string>();
let calls: Call[] | null = null;
let depth = 0;

/** Tells how Python names a class. */
export function nameClass(made: object, name: string): void {
  classes.set(made, name);
}

/** Records a call. @param made the class of `this`, or null where there is no `this`. */
export function enter(name: string, made: object | null): Open {
  if (calls === null) return null;
  const self = made === null ? undefined : nameOf(made);
  const own = self === undefined || self === name.slice(0, name.lastIndexOf('.'));
  calls.push(own ? { depth, name } : { depth, name, self });
  const open = { depth };
  depth += 1;
  return open;
}

/** Closes a call; those inside it that are still open with it. */
export function leave(open: Open): void {
  if (open !== null && calls !== null) depth = open.depth;
}

/** Lets go of a generator that is about to yield, and passes on what it yields. */
export function suspend<Value>(open: Open, value: Value): Value {
  leave(open);
  return value;
}

/** Takes a generator up again, at the depth of whoever asks; passes on what it was sent. */
export function resume<Value>(open: Open, sent: Value): Value {
  if (open !== null && calls !== null) {
    open.depth = depth;
    depth += 1;
  }
  return sent;
}

/** What `yield*` runs over, with the generator let go of and taken up at each step. */
export function* delegate(open: Open, inner: Iterable<unknown>): Generator<unknown, unknown> {
  const iterator = inner[Symbol.iterator]();
  let ended = false;
  try {
    let step = iterator.next();
    while (!step.done) step = iterator.next(resume(open, yield suspend(open, step.value)));
    ended = true;
    return step.value;
  } finally {
    if (!ended) iterator.return?.();
  }
}

/** Runs a function and gives the calls made while it ran, and how it ended. */
export function recordCalls<Result>(run: () => Result): { calls: Call[]; ended: Ended<Result> } {
  const stop = startRecord();
  try {
    const value = run();
    return { calls: stop(), ended: { value } };
  } catch (error) {
    return { calls: stop(), ended: { error } };
  }
}

/** How a function ended. */
export type Ended<Result> = { value: Result } | { error: unknown };

/**
 * Begins a record of its own and gives what ends it. For one thing at a time: whatever else runs
 * until then is recorded with it.
 */
export function startRecord(): () => Call[] {
  const before = { calls, depth };
  const made: Call[] = [];
  calls = made;
  depth = 0;
  return () => {
    ({ calls, depth } = before);
    return made;
  };
}

function nameOf(made: object): string | undefined {
  for (let known: object | null = made; known !== null; known = Object.getPrototypeOf(known)) {
    const name = classes.get(known);
    if (name !== undefined) return name;
  }
  return undefined;
}
