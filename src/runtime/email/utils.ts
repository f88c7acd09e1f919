/**
 * Dates as e-mail and HTTP write them, and what makes a message unlike all others.
 *
 * @module
 */

import { PerProcess } from '../process.ts';
import { localtime, strftime, time } from '../time.ts';

/** A time in seconds since 1970 as `Thu, 01 Jan 1970 00:00:00 GMT`. @models email.utils:formatdate */
export function formatdate(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toUTCString();
}

/** A time in seconds since 1970 in local time, as `Thu, 01 Jan 1970 01:00:00 +0100`. @models email.utils:formatdate */
export function formatLocalDate(seconds: number): string {
  return strftime('%a, %d %b %Y %H:%M:%S %z', localtime(seconds));
}

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
