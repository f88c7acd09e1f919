/**
 * Finding things by their dotted path. The imports themselves are `importlib`'s.
 *
 * @module
 */

import { AttributeError, ImportError } from '../../builtins.ts';
import { attributeOf, loadModule } from '../../importlib.ts';

export {
  importModule,
  moduleExists,
  type ModuleNamespace,
  ModuleNotFoundError,
  moduleOf,
  registerModule,
} from '../../importlib.ts';

/** Imports a module and takes one thing out of it. @throws {ImportError} @models django.utils.module_loading:import_string */
export function importString(dottedPath: string): unknown {
  const dot = dottedPath.lastIndexOf('.');
  if (dot < 0) throw new ImportError(`${dottedPath} doesn't look like a module path`);
  const [modulePath, name] = [dottedPath.slice(0, dot), dottedPath.slice(dot + 1)];
  const module = loadModule(modulePath);
  try {
    return attributeOf(module, name);
  } catch (error) {
    if (!(error instanceof AttributeError)) throw error;
    const message = `Module "${modulePath}" does not define a "${name}" attribute/class`;
    throw Object.assign(new ImportError(message), { cause: error });
  }
}
