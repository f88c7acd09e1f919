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

/**
 * Looks on while calls are recorded. What it calls itself is not recorded; what it throws goes
 * into the code that it watches.
 */
export interface Observer {
  /** A function begins. @param line where it is declared. @param self its `this`; undefined for a function and in a constructor. */
  entered(call: Call, line: number, self: unknown, given: readonly unknown[]): void;
  /** A function ends. @param line the line of the `return`; undefined where it ends without one. */
  left(call: Call, line: number | undefined, value: unknown): void;
  /** An error leaves a function. @param line that of the `throw`, where it is the function's own. */
  raised(call: Call, line: number | undefined, error: unknown): void;
  /** A generator yields. */
  suspended(call: Call, value: unknown): void;
  /** A generator goes on. */
  resumed(call: Call): void;
}

/** An open call, handed back to `leave`; null where nothing is recorded. */
export type Open = OpenCall | null;

interface OpenCall {
  depth: number;
  call: Call;
  state: 'running' | 'suspended' | 'failed';
  line?: number;
  value?: unknown;
}

const classes = new WeakMap<object, string>();
let calls: Call[] | null = null;
let observer: Observer | null = null;
let depth = 0;

/** Tells how Python names a class. */
export function nameClass(made: object, name: string): void {
  classes.set(made, name);
}

/**
 * Records a call.
 *
 * @param made the class of `this`, or null where there is no `this`.
 * @param line where the function is declared.
 * @param self its `this`, as far as it has one.
 */
export function enter(
  name: string,
  made: object | null,
  line: number,
  self?: unknown,
  ...given: unknown[]
): Open {
  if (calls === null) return null;
  const of = made === null ? undefined : nameOf(made);
  const own = of === undefined || of === name.slice(0, name.lastIndexOf('.'));
  const call: Call = own ? { depth, name } : { depth, name, self: of };
  calls.push(call);
  depth += 1;
  tell((looking) => looking.entered(call, line, self, given));
  return { depth: call.depth, call, state: 'running' };
}

/** Notes what a function is about to return or to throw, and passes it on. */
export function exit<Value>(open: Open, line: number, value: Value): Value {
  if (open !== null) Object.assign(open, { line, value });
  return value;
}

/** Notes that an error leaves a function, and passes it on. */
export function fail(open: Open, error: unknown): unknown {
  if (open !== null && calls !== null) {
    open.state = 'failed';
    const line = open.value === error ? open.line : undefined;
    tell((looking) => looking.raised(open.call, line, error));
  }
  return error;
}

/** Closes a call; those inside it that are still open with it. A generator that is given up closes where it is. */
export function leave(open: Open): void {
  if (open === null || calls === null) return;
  if (open.state !== 'suspended') depth = open.depth;
  if (open.state !== 'failed') tell((looking) => looking.left(open.call, open.line, open.value));
}

/** Lets go of a generator that is about to yield, and passes on what it yields. */
export function suspend<Value>(open: Open, value: Value): Value {
  if (open !== null && calls !== null) {
    depth = open.depth;
    open.state = 'suspended';
    tell((looking) => looking.suspended(open.call, value));
  }
  return value;
}

/** Takes a generator up again, at the depth of whoever asks; passes on what it was sent. */
export function resume<Value>(open: Open, sent: Value): Value {
  if (open !== null && calls !== null) {
    open.depth = depth;
    open.call = { ...open.call, depth };
    open.state = 'running';
    depth += 1;
    tell((looking) => looking.resumed(open.call));
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
export function recordCalls<Result>(
  run: () => Result,
  looking?: Observer,
): { calls: Call[]; ended: Ended<Result> } {
  const stop = startRecord(looking);
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
export function startRecord(looking?: Observer): () => Call[] {
  const before = { calls, depth, observer };
  const made: Call[] = [];
  calls = made;
  observer = looking ?? null;
  depth = 0;
  return () => {
    ({ calls, depth, observer } = before);
    return made;
  };
}

/** Nothing is recorded while somebody looks. */
function tell(look: (looking: Observer) => void): void {
  if (observer === null) return;
  const paused = calls;
  calls = null;
  try {
    look(observer);
  } finally {
    calls = paused;
  }
}

function nameOf(made: object): string | undefined {
  for (let known: object | null = made; known !== null; known = Object.getPrototypeOf(known)) {
    const name = classes.get(known);
    if (name !== undefined) return name;
  }
  return undefined;
}
