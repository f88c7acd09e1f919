/**
 * Replaying cases that call a function once.
 *
 * @module
 */

import type { Case, Json, Out } from '../../model.ts';
import { known } from '../../unknown-word-error.ts';
import { startCase } from './process.ts';
import { attempt, decode } from './values.ts';

/** A function of the runtime, called with whatever a case says. */
export type Callable = (...given: never[]) => unknown;

/** A replay of cases that each call one of these functions. */
export function replayCalls(functions: Record<string, Callable>): (input: Case) => Out {
  return (input) => {
    startCase(input);
    const callee = known(functions, 'function', String(input['call']));
    const given = (input['arguments'] as Json[]).map(decode);
    return attempt(() => callee(...(given as never[])));
  };
}
