/**
 * What a name in a template means.
 *
 * @module
 */

import { Context as Scope, type Liquid } from 'liquidjs';
import { isClass } from '../../../objects.ts';

interface Mapping {
  has(key: unknown): boolean;
  get(key: unknown): unknown;
}

/**
 * The names of a template. After a dot comes first what a mapping holds, then an attribute; a
 * function is called; nothing that begins with an underscore is found.
 * @models django.template.base:Variable
 */
export class Names extends Scope {
  readonly #liquid: Liquid;

  constructor(names: object, liquid: Liquid) {
    super(names, liquid.options, { sync: true }, { liquid });
    this.#liquid = liquid;
  }

  /** What an object has under a name. @models django.template.base:Variable._resolve_lookup */
  override readProperty(object: object, key: string): unknown {
    if (typeof key === 'string' && key.startsWith('_')) return undefined;
    if (isMapping(object) && object.has(key)) return object.get(key);
    const own = (object as Record<string, unknown> | null)?.[key];
    if (isClass(own)) return own;
    return super.readProperty(object, key);
  }

  /** Names for a template that sees none of these. */
  override spawn(names: object = {}): Scope {
    return new Names(names, this.#liquid);
  }
}

function isMapping(value: unknown): value is Mapping {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Mapping>).has === 'function' &&
    typeof (value as Partial<Mapping>).get === 'function'
  );
}
