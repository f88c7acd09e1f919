/**
 * Whether there is a cache to fall back on.
 *
 * @module
 */

import { settings } from '../../conf.ts';
import { type CheckMessage, Error as ErrorMessage } from './messages.ts';
import { registry, Tags } from './registry.ts';

/** There has to be a cache called `default`. @models django.core.checks.caches:check_default_cache_is_configured */
export function checkDefaultCacheIsConfigured(): CheckMessage[] {
  if ('default' in settings.CACHES) return [];
  const msg = "You must define a 'default' cache in your CACHES setting.";
  return [new ErrorMessage(msg, { id: 'caches.E001' })];
}

registry.register(checkDefaultCacheIsConfigured, [Tags.caches], { atImport: true });
