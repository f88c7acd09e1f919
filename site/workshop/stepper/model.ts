/**
 * What a run of one request is told as: steps, each with what has changed since the one before.
 *
 * @module
 */

/** What happens at a step. A generator yields and goes on; anything else enters, leaves or raises. */
export type StepKind = 'enter' | 'leave' | 'raise' | 'yield' | 'resume';

/** What is looked at while a request is on its way. */
export type Part = 'environ' | 'request' | 'response';

/** The parts, in the order in which they come to be. */
export const PARTS: readonly Part[] = ['environ', 'request', 'response'];

/** Entries of a part that changed, as Python would show them; `null` for one that is gone. */
export type Changes = Partial<Record<Part, [name: string, text: string | null][]>>;

/** Something that happens beside the calls. */
export type StepEvent =
  | { kind: 'signal'; name: string }
  | { kind: 'log'; level: string; logger: string; message: string }
  /** Bytes that the server writes, as latin-1. */
  | { kind: 'bytes'; text: string };

/** One step. */
export interface Step {
  kind: StepKind;
  /** The function's number in the names of the trace. */
  name: number;
  /** The number of the class of `self`, where it is another than the one that has the method. */
  self?: number;
  /** How many calls are open around it. */
  depth: number;
  /** The number of the ring in which it happens. */
  ring: number;
  /** The line of the TypeScript: where the function is declared, or where it returns or throws. */
  line?: number;
  /** What it returned or yielded, or the exception. */
  value?: string;
  changed?: Changes;
  events?: StepEvent[];
}

/** One of the rings around the view. */
export interface Ring {
  kind: 'process' | 'server' | 'handler' | 'middleware' | 'core' | 'view' | 'template';
  label: string;
  /** Python's name of a layer of middleware. */
  name?: string;
}

/** What the server put on the wire; latin-1. */
export interface Wire {
  /** Status line and headers. */
  head: string;
  /** The body as it was written, piece by piece. */
  chunks: string[];
}

/** A whole run. */
export interface Trace {
  /** Python's names of functions and classes: `module:qualified.name`. */
  names: string[];
  /** The process and then, outermost first, what the request goes through. */
  rings: Ring[];
  steps: Step[];
  /** The first step of the request; before it the process wakes up. */
  begins: number;
  /** How many steps there were beyond those that are told. */
  more: number;
  wire: Wire;
}
