/**
 * What a page sets side by side: a function of the runtime, and the Python that it models, read
 * from the Django that this machine has when the site is built.
 *
 * @module
 */

import { definitionAt, type Definition } from '../../src/models/definition.ts';
import { permalink } from '../../src/models/permalinks.ts';
import { nameOf, type TaggedSymbol } from '../../src/models/tag-index.ts';
import { places, source, tags } from './recorded.ts';

/** One name of Python, seen from both sides. */
export interface Lens {
  /** `django.core.handlers.base:BaseHandler.get_response`. */
  name: string;
  /** The symbols of the runtime that model it, with their code. */
  symbols: TaggedSymbol[];
  /** Where it is defined; absent for what has no definition of its own. */
  place?: { file: string; line: number; address: string };
  /** Its text, with a link to just these lines; absent where the source is not at hand. */
  python?: Definition & { address: string };
}

/** A name that a page asks for and that nobody has recorded. */
export class UnknownNameError extends Error {
  override name = 'UnknownNameError';

  constructor(name: string) {
    super(
      `<Source of="${name}">: no such name is recorded. npm run oracle -- --places --write does.`,
    );
  }
}

/** The lens on a name. @throws {UnknownNameError} where it is not recorded. */
export function lensOn(name: string): Lens {
  if (!places.has(name)) throw new UnknownNameError(name);
  return lensWith(name, tags.modelling(name));
}

/** The lenses on what a symbol models, `path#symbol`; only those whose place is recorded. */
export function lensesOn(reference: string): Lens[] {
  const [file = '', symbol] = reference.split('#');
  return tags
    .in(file)
    .filter((tagged) => tagged.symbol === symbol)
    .map((tagged) => lensWith(nameOf(tagged), [tagged]))
    .filter(({ place }) => place !== undefined);
}

function lensWith(name: string, symbols: TaggedSymbol[]): Lens {
  const place = places.of(name);
  if (!place) return { name, symbols };
  const { file, line, hash } = place;
  const lines = source?.lines(file);
  const python = lines && definitionAt(lines, line, hash);
  return {
    name,
    symbols,
    place: { file, line, address: permalink(file, line) },
    ...(python && { python: { ...python, address: permalink(file, python.first, python.last) } }),
  };
}
