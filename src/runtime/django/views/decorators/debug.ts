/**
 * Saying what no report on an exception may show.
 *
 * @module
 */

import { AssertionError } from '../../../builtins.ts';
import { HttpRequest } from '../../http/request.ts';
import type { View } from '../../urls/types.ts';
import { shareModule } from '../../utils/module-loading.ts';
import { markSensitive } from '../debug/variables.ts';

/**
 * Hides some variables of a function in reports, all of them where none is named. Only variables
 * that the function keeps with `keepVariables` are in a report to begin with.
 * @models django.views.decorators.debug:sensitive_variables
 */
export function sensitiveVariables(
  ...variables: readonly string[]
): <Func extends (...given: never[]) => unknown>(func: Func) => Func {
  const sensitive = variables.length > 0 ? variables : '__ALL__';
  return (func) =>
    wrap(func, (...given) => {
      try {
        return func(...given);
      } catch (error) {
        if (error instanceof Error) markSensitive(error, sensitive);
        throw error;
      }
    });
}

/** Hides some fields of the form that a view is sent, all of them where none is named. @throws {AssertionError} for a view that is called with something else than a request. @models django.views.decorators.debug:sensitive_post_parameters */
export function sensitivePostParameters(
  ...parameters: readonly string[]
): <V extends View>(view: V) => V {
  return (view) =>
    wrap(view, (request, ...given) => {
      if (!((request as unknown) instanceof HttpRequest)) {
        throw new AssertionError(
          "sensitive_post_parameters didn't receive an HttpRequest. If you are decorating a classmethod, be sure to use @method_decorator.",
        );
      }
      const asked = request as HttpRequest;
      asked.sensitivePostParameters = parameters.length > 0 ? parameters : '__ALL__';
      return view(asked, ...given);
    });
}

function wrap<Func extends (...given: never[]) => unknown>(
  func: Func,
  wrapper: (...given: never[]) => unknown,
): Func {
  shareModule(wrapper, func);
  Object.defineProperty(wrapper, 'name', { value: func.name, configurable: true });
  return Object.assign(wrapper, func) as unknown as Func;
}
