/**
 * What single views tell caches.
 *
 * @module
 */

import {
  addNeverCacheHeaders,
  type CacheDirectives,
  patchCacheControl,
} from '../../utils/cache.ts';
import { afterView, type ViewDecorator } from '../../utils/decorators.ts';

/** Adds directives to what a view answers. @models django.views.decorators.cache:cache_control */
export function cacheControl(directives: CacheDirectives): ViewDecorator {
  return afterView((response) => patchCacheControl(response, directives));
}

/** Says that nobody shall keep what a view answers. @models django.views.decorators.cache:never_cache */
export const neverCache = afterView(addNeverCacheHeaders);
