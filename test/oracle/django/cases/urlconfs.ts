/**
 * The URLconfs that the cases of addresses share: those that people write, those that they write
 * by mistake, and those that chance writes.
 *
 * @module
 */

import type { Json } from '../../model.ts';
import { hostileUrlconfs } from './urlconfs-hostile.ts';
import { randomUrlconfs } from './urlconfs-random.ts';
import { usualUrlconfs } from './urlconfs-usual.ts';

/** What an entry leads to: a view by its name, or another URLconf. */
export type Target = string | Include;

/** Another URLconf and how it is included. */
export interface Include {
  include: string;
  /** By its dotted name, as a list of patterns, or as one with the name of its application. */
  as: 'module' | 'list' | 'pair';
  namespace?: string;
}

/** What may be said about an entry beside its route and its view. */
export interface EntryOptions {
  name?: string;
  kwargs?: [name: string, value: Json][];
}

/** An entry of a URLconf. */
export type Entry = [
  kind: 'path' | 're_path',
  route: string,
  target: Target,
  options?: EntryOptions,
];

/** A URLconf; `patterns` is null where the module has none. */
export interface UrlconfDescription {
  app_name?: string;
  patterns: Entry[] | null;
}

/** URLconfs by name. */
export type Urlconfs = Record<string, UrlconfDescription>;

/** Names of the URLconfs that are asked for addresses; the others are included by them. */
export const ROOTS: readonly string[] = Object.keys(allUrlconfs()).filter(
  (name) => !name.includes(' of '),
);

/** Every URLconf, by name. */
export function allUrlconfs(): Urlconfs {
  return { ...usualUrlconfs(), ...hostileUrlconfs(), ...randomUrlconfs() };
}
