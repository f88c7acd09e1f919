/**
 * Verbs of signals. Receivers have names; a program forgets one to let go of it.
 *
 * @module
 */

import { KeyError } from '#runtime/builtins';
import { gotRequestException, requestFinished, requestStarted } from '#runtime/django/core/signals';
import { connectionCreated } from '#runtime/django/db/backends/signals';
import { receiver, Signal } from '#runtime/django/dispatch';
import type { ConnectOptions, Receiver } from '#runtime/django/dispatch/dispatcher';
import { release } from '#runtime/weakref';
import type { Json } from '../../../model.ts';
import { known } from '../../../unknown-word-error.ts';
import { encode, encodeError } from '../values.ts';
import type { Program, Step, Verb } from './program.ts';

const SIGNALS = {
  request_started: requestStarted,
  request_finished: requestFinished,
  got_request_exception: gotRequestException,
  connection_created: connectionCreated,
  a: new Signal(),
  b: new Signal(),
};
const SENDERS: Record<string, object> = { One: { name: 'One' }, Other: { name: 'Other' } };
const names = new WeakMap<object, string>();
/** Receivers that a signal holds, so that nothing lets go of them. */
const held = new WeakSet<object>();

interface Options {
  sender?: string;
  uid?: string;
  weak?: boolean;
}

function signalOf(name: string): Signal {
  return known<unknown>(SIGNALS, 'signal', name) as Signal;
}

function senderOf(name: string | null | undefined): object | null {
  return name ? known(SENDERS, 'sender', name) : null;
}

function optionsOf({ sender, uid, weak }: Options): ConnectOptions {
  return {
    sender: senderOf(sender),
    ...(uid !== undefined && { dispatchUid: uid }),
    ...(weak !== undefined && { weak }),
  };
}

function receiverOf(program: Program, name: string): Receiver<object> {
  const receive = program.receivers.get(name);
  if (receive === undefined) throw new KeyError(name);
  return receive;
}

function answered(results: readonly [Receiver<object>, unknown][]): Json {
  return results.map(([heard, answer]) => [
    names.get(heard) ?? null,
    answer instanceof Error ? ['raised', ...(encodeError(answer) as Json[])] : encode(answer),
  ]);
}

/** Verbs of signals. */
export const SIGNAL_VERBS: Record<string, Verb> = {
  receiver: (program, name: string, steps: Step[]) => {
    const receive = () => program.do(steps);
    names.set(receive, name);
    program.receivers.set(name, receive);
  },
  forget: (program, name: string) => {
    const receive = receiverOf(program, name);
    if (!held.has(receive)) release(receive);
    program.receivers.delete(name);
  },
  connect: (program, signal: string, name: string, options: Options = {}) => {
    const receive = receiverOf(program, name);
    if (options.weak === false) held.add(receive);
    signalOf(signal).connect(receive, optionsOf(options));
  },
  decorate: (program, signals: string[], name: string, options: Options = {}) => {
    receiver(signals.map(signalOf), optionsOf(options))(receiverOf(program, name));
  },
  disconnect: (program, signal: string, name: string | null = null, options: Options = {}) => {
    const subject = name === null ? null : receiverOf(program, name);
    program.tell('disconnected', signalOf(signal).disconnect(subject, optionsOf(options)));
  },
  send: (program, signal: string, sender?: string) =>
    program.tell('sent', answered(signalOf(signal).send(senderOf(sender), {}))),
  'send robustly': (program, signal: string, sender?: string) =>
    program.tell('sent', answered(signalOf(signal).sendRobust(senderOf(sender), {}))),
  listeners: (program, signal: string, sender?: string) =>
    program.tell('listeners', signalOf(signal).hasListeners(senderOf(sender))),
};
