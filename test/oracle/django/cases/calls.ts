/**
 * Cases that call a function once.
 *
 * @module
 */

import type { Case, Json } from '../../model.ts';

/** A case for each single argument. */
export function calls(name: string, given: readonly Json[]): Case[] {
  return callsWith(
    name,
    given.map((argument) => [argument]),
  );
}

/** A case for each list of arguments. */
export function callsWith(name: string, given: readonly Json[][]): Case[] {
  return given.map((args, index) => ({
    id: `${name}/${index + 1}`,
    call: name,
    arguments: args,
  }));
}
