/**
 * By which headers of the request a view's answer differs.
 *
 * @module
 */

import { patchVaryHeaders } from '../../utils/cache.ts';
import { afterView, type ViewDecorator } from '../../utils/decorators.ts';

/** Adds names to `Vary`. @models django.views.decorators.vary:vary_on_headers */
export function varyOnHeaders(...headers: string[]): ViewDecorator {
  return afterView((response) => patchVaryHeaders(response, headers));
}

/** Adds `Cookie` to `Vary`. @models django.views.decorators.vary:vary_on_cookie */
export const varyOnCookie = varyOnHeaders('Cookie');
