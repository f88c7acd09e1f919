/**
 * What the page, the sandbox's frame and the workers in it say to each other.
 *
 * @module
 */

/** An error on its way out of a worker. */
export interface ThrownInside {
  name: string;
  message: string;
  stack: string;
}

/** From the page to the frame. */
export type ToFrame =
  | { type: 'program'; program: string; text: string }
  | { type: 'start'; worker: number; program: string }
  | { type: 'ask'; worker: number; ask: number; message: unknown; transfer: Transferable[] }
  | { type: 'end'; worker: number };

/** From a worker to the page, by way of the frame. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'broken'; error: ThrownInside }
  | { type: 'events'; ask: number; events: unknown[] }
  | { type: 'answer'; ask: number; value: unknown }
  | { type: 'failed'; ask: number; error: ThrownInside };

/** From the frame to the page: `hello` when it listens, and what its workers say. */
export type FromFrame = { type: 'hello' } | { type: 'said'; worker: number; said: FromWorker };

/** From the frame to a worker. */
export type ToWorker =
  | { type: 'load'; address: string }
  | { type: 'ask'; ask: number; message: unknown };

/** The most that a program may tell while it makes one answer. */
export const MOST_EVENTS = 2000;

/** The most that a worker may say at once, in bytes. */
export const MOST_BYTES = 32 * 1024 * 1024;
