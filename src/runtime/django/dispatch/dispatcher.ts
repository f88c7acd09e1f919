/**
 * Signals: a sender announces, receivers that it does not know are called in the order in
 * which they connected.
 *
 * @module
 */

import { isException } from '../../builtins.ts';
import { PerProcess } from '../../process.ts';
import { Ref } from '../../weakref.ts';

/** What a receiver is called with: Python's keyword arguments as one object. */
export type Sent<Named extends object> = Named & { signal: Signal<Named>; sender: unknown };

/** A function that hears a signal. */
export type Receiver<Named extends object> = (sent: Sent<Named>) => unknown;

/** How a receiver is connected. */
export interface ConnectOptions {
  /** Hear this sender alone; `null` hears all. */
  sender?: unknown;
  /** Whether the receiver is forgotten when it is released elsewhere; true, as in Python. */
  weak?: boolean;
  /** A receiver with the uid of one that is connected is not added. */
  dispatchUid?: string;
  /** Connected by a module of the runtime as it loads, and so in every process. */
  atImport?: boolean;
}

interface Connection<Named extends object> {
  key: unknown;
  senderKey: unknown;
  deref: () => Receiver<Named> | null;
}

/** Something that can be announced. @models django.dispatch.dispatcher:Signal */
export class Signal<Named extends object = object> {
  readonly #atImport: Connection<Named>[] = [];
  readonly #connections = new PerProcess<Connection<Named>[]>(() => [...this.#atImport]);

  /** Adds a receiver at the end, unless it is there already. @models django.dispatch.dispatcher:Signal.connect */
  connect(receiver: Receiver<Named>, options: ConnectOptions = {}): void {
    const { sender = null, weak = true, dispatchUid, atImport = false } = options;
    const senderKey = makeId(sender);
    const key = dispatchUid || makeId(receiver);
    this.#clearDeadReceivers();
    const connections = this.#connections.value;
    if (connections.some((known) => known.key === key && known.senderKey === senderKey)) return;
    const reference = weak ? new Ref(receiver) : null;
    const deref = reference ? () => reference.deref() : () => receiver;
    const connection = { key, senderKey, deref };
    if (atImport) this.#atImport.push(connection);
    this.#connections.value = [...connections, connection];
  }

  /** Removes a receiver by itself or by its uid; tells whether it was there. @models django.dispatch.dispatcher:Signal.disconnect */
  disconnect(
    receiver: Receiver<Named> | null = null,
    options: Pick<ConnectOptions, 'sender' | 'dispatchUid'> = {},
  ): boolean {
    const { sender = null, dispatchUid } = options;
    const senderKey = makeId(sender);
    const key = dispatchUid || makeId(receiver);
    this.#clearDeadReceivers();
    const before = this.#connections.value;
    const after = before.filter((known) => known.key !== key || known.senderKey !== senderKey);
    this.#connections.value = after;
    return after.length < before.length;
  }

  /** Whether anybody would hear this sender. @models django.dispatch.dispatcher:Signal.has_listeners */
  hasListeners(sender: unknown = null): boolean {
    return this.#listeners(sender).length > 0;
  }

  /** Calls each receiver; the first error ends it and goes to the sender. @models django.dispatch.dispatcher:Signal.send */
  send(sender: unknown, named: Named): [Receiver<Named>, unknown][] {
    if (this.#connections.value.length === 0) return [];
    const sent = { ...named, signal: this, sender };
    const answers: [Receiver<Named>, unknown][] = [];
    for (const receiver of this.#listeners(sender)) answers.push([receiver, receiver(sent)]);
    return answers;
  }

  /** Calls each receiver, whatever the others do; an exception becomes its answer. @models django.dispatch.dispatcher:Signal.send_robust */
  sendRobust(sender: unknown, named: Named): [Receiver<Named>, unknown][] {
    if (this.#connections.value.length === 0) return [];
    const sent = { ...named, signal: this, sender };
    return this.#listeners(sender).map((receiver) => [receiver, answer(receiver, sent)]);
  }

  /** @models django.dispatch.dispatcher:Signal._clear_dead_receivers */
  #clearDeadReceivers(): void {
    const connections = this.#connections.value;
    if (connections.every((known) => known.deref() !== null)) return;
    this.#connections.value = connections.filter((known) => known.deref() !== null);
  }

  /** @models django.dispatch.dispatcher:Signal._live_receivers */
  #listeners(sender: unknown): Receiver<Named>[] {
    this.#clearDeadReceivers();
    const senderKey = makeId(sender);
    const found: Receiver<Named>[] = [];
    for (const known of this.#connections.value) {
      if (known.senderKey !== null && known.senderKey !== senderKey) continue;
      const receiver = known.deref();
      if (receiver !== null) found.push(receiver);
    }
    return found;
  }
}

/** Connects a function to one or several signals and gives it back. @models django.dispatch.dispatcher:receiver */
export function receiver<Named extends object>(
  signal: Signal<Named> | readonly Signal<Named>[],
  options: ConnectOptions = {},
): <R extends Receiver<Named>>(receive: R) => R {
  const signals = signal instanceof Signal ? [signal] : signal;
  return (receive) => {
    for (const one of signals) one.connect(receive, options);
    return receive;
  };
}

/** What a receiver or a sender is told from others by: JavaScript compares the things themselves. @models django.dispatch.dispatcher:_make_id */
function makeId(target: unknown): unknown {
  return target ?? null;
}

function answer<Named extends object>(receiver: Receiver<Named>, sent: Sent<Named>): unknown {
  try {
    return receiver(sent);
  } catch (error) {
    if (isException(error)) return error;
    throw error;
  }
}
