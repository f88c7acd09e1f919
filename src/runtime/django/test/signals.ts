/**
 * What has to be forgotten when a test changes a setting.
 *
 * @module
 */

import { settingChanged } from '../core/signals.ts';
import { clearUrlCaches, setUrlconf } from '../urls/base.ts';

/** Another root URLconf makes every resolver out of date. @models django.test.signals:root_urlconf_changed */
export function rootUrlconfChanged({ setting }: { setting: string }): void {
  if (setting !== 'ROOT_URLCONF') return;
  clearUrlCaches();
  setUrlconf(null);
}

/** Has the receivers of this module hear changed settings, in every process. */
export function connectTestSignals(): void {
  settingChanged.connect(rootUrlconfChanged, { atImport: true });
}
