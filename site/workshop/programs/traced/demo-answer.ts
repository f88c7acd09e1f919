/**
 * What the demo project did with a request, as it leaves the sandbox.
 *
 * @module
 */

/** Depth, name, and the class of `self` where it is another than the one that has the method. */
export type TracedCall = [depth: number, name: string, self?: string];

/** What a request to the demo project did. */
export interface DemoCalls {
  /** Absent where the application raised before it answered. */
  status?: string;
  headers?: [name: string, value: string][];
  /** Latin-1. */
  body: string;
  /** The exception that went through. */
  raised?: string;
  calls: TracedCall[];
}

/** The same with the signals and the records of the log meanwhile, in order. */
export interface TwinAnswer extends DemoCalls {
  events: string[];
}
