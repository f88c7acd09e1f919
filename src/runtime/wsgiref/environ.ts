/**
 * Reading and making environs as Python reads and makes dicts: they inherit nothing, and a
 * missing key is an error with a name.
 *
 * @module
 */

import { KeyError } from '../builtins.ts';
import type { PartialEnviron } from './types.ts';

/** A record without a prototype that holds the entries of the sources, later ones winning. */
export function createEnviron(...sources: PartialEnviron[]): PartialEnviron {
  return Object.assign(Object.create(null) as PartialEnviron, ...sources) as PartialEnviron;
}

/** The value of a key. @throws {KeyError} when it is missing. */
export function requireKey<Key extends keyof PartialEnviron & string>(
  environ: PartialEnviron,
  key: Key,
): NonNullable<PartialEnviron[Key]> {
  const value = environ[key];
  if (value === undefined) throw new KeyError(key);
  return value as NonNullable<PartialEnviron[Key]>;
}

/** Sets a key unless it is there already. */
export function setDefault<Key extends keyof PartialEnviron & string>(
  environ: PartialEnviron,
  key: Key,
  value: NonNullable<PartialEnviron[Key]>,
): void {
  if (!Object.hasOwn(environ, key)) environ[key] = value;
}
