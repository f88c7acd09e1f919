/**
 * Randomness, injected: what draws gets what it was given. A process draws from the system
 * until something else is put in place, such as a tape of what was drawn before.
 *
 * @module
 */

import { IndexError, ValueError } from './builtins.ts';
import { PerProcess } from './process.ts';
import { repr } from './repr.ts';

/** Draws one character out of a text. */
export type Entropy = (choices: string) => string;

const entropy = new PerProcess<Entropy>(() => drawFromSystem);

/** Draws one character out of a text. @throws {IndexError} for an empty text. @models random:SystemRandom.choice */
export function choice(choices: string): string {
  if (choices === '') throw new IndexError('Cannot choose from an empty sequence');
  return entropy.value(choices);
}

/** Puts another source of randomness in place for the rest of this process. */
export function setEntropy(other: Entropy): void {
  entropy.value = other;
}

/**
 * A source that plays strings which were drawn elsewhere, one character after the other.
 * @throws {ValueError} where the tape has ended, or holds a character that was no choice.
 */
export function entropyTape(drawn: Iterable<string>): Entropy {
  const characters = [...drawn].join('')[Symbol.iterator]();
  return (choices) => {
    const { done, value } = characters.next();
    if (done) throw new ValueError('The tape of drawn strings has ended.');
    if (choices.includes(value)) return value;
    throw new ValueError(`The tape holds ${repr(value)}, which is none of ${repr(choices)}.`);
  };
}

/** A source that gives the same draws for the same seed; good for examples, never for secrets. */
export function seededEntropy(seed: number): Entropy {
  let state = seed >>> 0;
  return (choices) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return choices.charAt(Math.floor((state / 2 ** 32) * choices.length));
  };
}

function drawFromSystem(choices: string): string {
  const fair = 2 ** 32 - (2 ** 32 % choices.length);
  const word = new Uint32Array(1);
  const draw = () => crypto.getRandomValues(word)[0] ?? 0;
  let drawn = draw();
  while (drawn >= fair) drawn = draw();
  return choices.charAt(drawn % choices.length);
}
