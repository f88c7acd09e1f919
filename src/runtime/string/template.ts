/**
 * Text with `$name` in it.
 *
 * @module
 */

import { KeyError, ValueError } from '../builtins.ts';
import { str } from '../repr.ts';

const PLACE = /\$(?:(?<escaped>\$)|(?<named>[_a-z][_a-z0-9]*)|\{(?<braced>[_a-z][_a-z0-9]*)\}|)/gi;

/** Puts values where a text has `$name` or `${name}`. @throws {KeyError} for a name that is not there. @throws {ValueError} for a dollar sign alone. @models string:Template.substitute */
export function substitute(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replaceAll(PLACE, (_, ...rest) => {
    const { escaped, named, braced } = rest.at(-1) as Record<string, string | undefined>;
    if (escaped !== undefined) return '$';
    const name = named ?? braced;
    if (name === undefined) throw new ValueError(`Invalid placeholder in string: ${template}`);
    if (!(name in values)) throw new KeyError(name);
    return str(values[name]);
  });
}

/** The names for which a text has a place. @models string:Template.get_identifiers */
export function identifiersIn(template: string): string[] {
  return Array.from(
    template.matchAll(PLACE),
    ({ groups = {} }) => groups['named'] ?? groups['braced'],
  ).filter((name) => name !== undefined);
}
