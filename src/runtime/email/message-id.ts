/**
 * What makes a message unlike all others: numbers, injected.
 *
 * @module
 */

import { PerProcess } from '../process.ts';
import { time } from '../time.ts';

/** Draws a whole number below 2^63. */
export type NumberSource = () => bigint;

const numbers = new PerProcess<NumberSource>(() => drawNumber);

/** Puts another source of numbers in place for the rest of this process. */
export function setNumberSource(source: NumberSource): void {
  numbers.value = source;
}

/** A number that no other message has. */
export function uniqueNumber(): bigint {
  return numbers.value();
}

/** An identity for a message, sent from a host. @models email.utils:make_msgid */
export function makeMsgid(domain: string): string {
  return `<${Math.floor(time() * 100)}.1.${uniqueNumber()}@${domain}>`;
}

function drawNumber(): bigint {
  const [word = 0n] = crypto.getRandomValues(new BigUint64Array(1));
  return word >> 1n;
}
