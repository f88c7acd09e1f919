/**
 * Waiting for a call of Python with a limit: first it is asked to stop, then it is ended.
 *
 * @module
 */

import type { Call, Reply } from './protocol.ts';
import type { PythonSession } from './session.ts';

/** Milliseconds that code has to stop by itself after it was asked to. */
export const GRACE = 1500;

/** How a limited call ended; `stopped` when it ran out of time. */
export interface Limited {
  reply: Reply;
  stopped: boolean;
}

/**
 * Makes a call that may use `timeout` milliseconds. Time is the worker's, so a busy main thread or
 * a busy machine stops nothing too early. An abort of the signal counts as time run out.
 */
export async function callWithin(
  session: PythonSession,
  call: Call,
  timeout: number,
  signal?: AbortSignal,
): Promise<Limited> {
  const state = { pending: true, asked: false };
  const limits: (() => void)[] = [];
  const later = (milliseconds: number, action: () => void): void => {
    const act = () => setImmediate(() => state.pending && action());
    limits.push(session.whenUsed(milliseconds, act));
  };
  const ask = (): void => {
    if (state.asked) return;
    state.asked = true;
    session.interrupt();
    later(GRACE, () => void session.terminate());
  };
  signal?.addEventListener('abort', ask);
  later(timeout, ask);
  const reply = await session.call(call);
  state.pending = false;
  for (const callOff of limits) callOff();
  signal?.removeEventListener('abort', ask);
  const late = 'milliseconds' in reply && reply.milliseconds > timeout;
  return { reply, stopped: state.asked || late };
}
