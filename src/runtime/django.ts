/**
 * Django's start-up.
 *
 * @module
 */

import { apps } from './django/apps/registry.ts';
import { settings } from './django/conf.ts';
import { setScriptPrefix } from './django/urls/base.ts';
import { configureLogging } from './django/utils/log.ts';

export { VERSION } from './django/version.ts';

/** How Django is set up. */
export interface SetupOptions {
  /** Whether addresses made outside a request begin with `FORCE_SCRIPT_NAME`. */
  setPrefix?: boolean;
}

/** Readies Django, in this order: the log, as often as it is called; the script prefix; the applications, once. @models django:setup */
export function setup({ setPrefix = true }: SetupOptions = {}): void {
  configureLogging(settings.LOGGING_CONFIG, settings.LOGGING);
  if (setPrefix) setScriptPrefix(settings.FORCE_SCRIPT_NAME ?? '/');
  apps.populate(settings.INSTALLED_APPS);
}
