/**
 * Settings without their secrets.
 *
 * @module
 */

import { isPlainObject } from '../../../objects.ts';
import { settings } from '../../conf.ts';
import { isSettingName } from '../../conf/holders.ts';

/** What the name of a secret has in it. @models django.views.debug:HIDDEN_SETTINGS */
export const HIDDEN_SETTINGS = /API|TOKEN|KEY|SECRET|PASS|SIGNATURE/i;

/** What stands in place of a secret. @models django.views.debug:CLEANSED_SUBSTITUTE */
export const CLEANSED_SUBSTITUTE = '********************';

/** A setting's value, or stars where its name is that of a secret; so for what a dict holds. @models django.views.debug:cleanse_setting */
export function cleanseSetting(key: string, value: unknown): unknown {
  if (HIDDEN_SETTINGS.test(key)) return CLEANSED_SUBSTITUTE;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name, cleanseSetting(name, held)]),
  );
}

/** Every setting without secrets, in the order of their names. @models django.views.debug:get_safe_settings */
export function getSafeSettings(): Record<string, unknown> {
  const names = settings.__dir__().filter(isSettingName);
  return Object.fromEntries(names.map((name) => [name, cleanseSetting(name, settings[name])]));
}
