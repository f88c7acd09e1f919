/**
 * Django's start-up.
 *
 * @module
 */

import { apps } from './django/apps/registry.ts';
import { settings } from './django/conf.ts';
import { setScriptPrefix } from './django/urls/base.ts';

/** The release that this runtime models. @models django:VERSION */
export const VERSION = [2, 2, 28, 'final', 0] as const;

/** How Django is set up. */
export interface SetupOptions {
  /** Whether addresses made outside a request begin with `FORCE_SCRIPT_NAME`. */
  setPrefix?: boolean;
}

/** Readies Django: it fills the registry of applications last, so that their code finds the rest. @models django:setup */
export function setup({ setPrefix = true }: SetupOptions = {}): void {
  if (setPrefix) setScriptPrefix(settings.FORCE_SCRIPT_NAME ?? '/');
  apps.populate(settings.INSTALLED_APPS);
}
