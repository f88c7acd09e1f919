/**
 * The names that a template sees.
 *
 * @module
 */

import { isNone, isPlainObject } from '../../objects.ts';
import { typeName } from '../../repr.ts';
import type { HttpRequest } from '../http/request.ts';
import type { Context } from './backends.ts';

/** Adds names for every template, out of the request. */
export type ContextProcessor = (request: HttpRequest) => Context;

const BUILTINS: Context = { True: true, False: false, None: null };

/**
 * The names of a template: those that Django always gives, over them those of the processors
 * where there is a request, over them the program's own. Nothing is looked at, so that what is
 * made when it is first used is not made here. @throws a `TypeError` for what is no dict.
 * @models django.template.context:make_context
 */
export function makeContext(
  context: Context | null | undefined,
  request: HttpRequest | null = null,
  processors: readonly ContextProcessor[] = [],
): Context {
  if (!isNone(context) && !isPlainObject(context)) {
    throw new TypeError(`context must be a dict rather than ${typeName(context)}.`);
  }
  const names = Object.assign(Object.create(null) as Context, BUILTINS);
  const added = request ? processors.map((processor) => processor(request)) : [];
  for (const layer of added) lay(layer, names);
  if (!isNone(context)) lay(context, names);
  return names;
}

function lay(layer: Context, names: Context): void {
  for (const name of Object.keys(layer)) {
    const own = Object.getOwnPropertyDescriptor(layer, name);
    if (own?.get) Object.defineProperty(names, name, own);
    else names[name] = own?.value;
  }
}
