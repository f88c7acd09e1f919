/**
 * The program `python`: CPython and real Django, in the sandbox.
 *
 * @module
 */

import type { Inside } from '../sandbox/inside.ts';
import { Interpreter } from './python/interpreter.ts';
import type { Order, Orders } from './python/messages.ts';
import { startPython } from './python/start.ts';

let started: Interpreter | undefined;

/** Answers one message. @throws {Error} when Python has not been booted, and what Python raises. */
export default async function answer(message: unknown, inside: Inside): Promise<unknown> {
  const order = message as Order;
  if (order.verb === 'boot') {
    const python = await startPython(order.files, inside);
    started = new Interpreter(python, new Uint8Array(order.files.judge));
    return { version: started.version } satisfies Orders['boot']['answered'];
  }
  if (!started) throw new Error('Python has not been started.');
  return obey(started, order);
}

/** What an interpreter that runs does with a message. */
export function obey(python: Interpreter, order: Exclude<Order, { verb: 'boot' }>): unknown {
  switch (order.verb) {
    case 'unpack':
      return python.unpack(new Uint8Array(order.zip)) ?? null;
    case 'begin':
      return python.begin(order.file, order.django) ?? null;
    case 'run':
      return python.run(order.fence);
    case 'end':
      return python.end() ?? null;
    case 'site':
      return python.openSite();
    case 'ask':
      return python.ask(order.request);
    case 'source':
      return python.source(order.name);
  }
}
