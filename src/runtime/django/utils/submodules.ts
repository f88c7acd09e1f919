/**
 * Whether a package has a module, which is known without importing it.
 *
 * @module
 */

import { type Module, moduleExists } from '../../importlib.ts';

/** Whether a package has a module of this name; what is no package has none. @models django.utils.module_loading:module_has_submodule */
export function moduleHasSubmodule(module: Module, name: string): boolean {
  return module.__path__ !== null && moduleExists(`${module.__name__}.${name}`);
}
