/**
 * Things that a configuration of logging names by dotted paths.
 *
 * @module
 */

import { AttributeError, ImportError, ValueError } from '../builtins.ts';
import { findAttribute, importModule, loadModule, Module } from '../importlib.ts';
import { missingAttribute } from '../objects.ts';
import { repr } from '../repr.ts';

/** An error that carries another one as its cause. */
export function caused(message: string, cause: Error): ValueError {
  return Object.assign(new ValueError(message), { cause });
}

/** What a configuration names: the thing at a dotted path, or the function or class itself. @throws {ValueError} @throws {AttributeError} for what can be neither. */
export function resolveMaybe(name: unknown): unknown {
  if (typeof name === 'function') return name;
  if (typeof name !== 'string') throw missingAttribute(name, 'split');
  return resolve(name);
}

/** What a dotted path leads to, importing on the way. @throws {ValueError} @models logging.config:BaseConfigurator.resolve */
export function resolve(path: string): unknown {
  const [first = '', ...rest] = path.split('.');
  let used = first;
  try {
    let found: unknown = loadModule(first);
    for (const part of rest) {
      used += `.${part}`;
      found = follow(found, part, used);
    }
    return found;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw caused(`Cannot resolve ${repr(path)}: ${error.message}`, error);
  }
}

function follow(found: unknown, part: string, used: string): unknown {
  if (found instanceof Module) {
    const attribute = findAttribute(found, part);
    return attribute ? attribute.value : importModule(used);
  }
  const holder = found as Record<string, unknown>;
  if (part in holder) return holder[part];
  throw new AttributeError(`type object has no attribute ${repr(part)}`);
}
