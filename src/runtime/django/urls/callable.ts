/**
 * Views that are named by a dotted path.
 *
 * @module
 */

import { ImportError } from '../../builtins.ts';
import { ViewDoesNotExist } from '../core/exceptions.ts';
import { importModule, moduleExists } from '../utils/module-loading.ts';

/** A view, or the one at a dotted path. @throws {ImportError} @throws {ViewDoesNotExist} @models django.urls.utils:get_callable */
export function getCallable<V extends object>(view: V | string): V {
  if (typeof view !== 'string') return view;
  const dot = view.lastIndexOf('.');
  if (dot < 0) {
    throw new ImportError(`Could not import '${view}'. The path must be fully qualified.`);
  }
  const [moduleName, name] = [view.slice(0, dot), view.slice(dot + 1)];
  const found = (loadParent(view, moduleName) as Record<string, unknown>)[name];
  if (found === undefined) {
    throw new ViewDoesNotExist(
      `Could not import '${view}'. View does not exist in module ${moduleName}.`,
    );
  }
  if (typeof found === 'function') return found as unknown as V;
  throw new ViewDoesNotExist(`Could not import '${view}'. View is not callable.`);
}

function loadParent(view: string, moduleName: string): object {
  try {
    return importModule(moduleName);
  } catch (error) {
    if (!(error instanceof ImportError) || moduleExists(moduleName)) throw error;
    if (
      !moduleName.includes('.') ||
      !moduleExists(moduleName.slice(0, moduleName.lastIndexOf('.')))
    )
      throw error;
    throw new ViewDoesNotExist(
      `Could not import '${view}'. Parent module ${moduleName} does not exist.`,
    );
  }
}
