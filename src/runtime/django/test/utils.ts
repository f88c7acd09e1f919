/**
 * Other settings for a while.
 *
 * @module
 */

import { overlaySettings, settings, type Settings } from '../conf.ts';
import { settingChanged } from '../core/signals.ts';
import { connectTestSignals } from './signals.ts';

connectTestSignals();

/** Runs something with some settings changed, and tells about each change and its end. @models django.test.utils:override_settings */
export function overrideSettings<T>(values: Partial<Settings>, body: () => T): T {
  const restore = overlaySettings(values);
  announce(values, true);
  try {
    return body();
  } finally {
    restore();
    announce(values, false);
  }
}

function announce(values: Partial<Settings>, enter: boolean): void {
  for (const setting of Object.keys(values)) {
    const value = setting in settings ? settings[setting] : null;
    settingChanged.send('UserSettingsHolder', { setting, value, enter });
  }
}
