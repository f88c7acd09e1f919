/**
 * What has to be forgotten when a test changes a setting.
 *
 * @module
 */

import { UserWarning } from '../../builtins.ts';
import { warn } from '../../warnings.ts';
import { settingChanged } from '../core/signals.ts';
import { Signal } from '../dispatch.ts';
import { forgetAppTemplateDirs } from '../template/app-dirs.ts';
import { forgetEngines } from '../template/engines.ts';
import { clearCommands } from '../core/management/find-commands.ts';
import { clearUrlCaches, setUrlconf } from '../urls/base.ts';

/** Sent for each template that is rendered, by whoever renders it. @models django.test.signals:template_rendered */
export const templateRendered = new Signal<{ template: unknown; context: unknown }>();

/** Settings that are not all read anew when they change. @models django.test.signals:COMPLEX_OVERRIDE_SETTINGS */
export const COMPLEX_OVERRIDE_SETTINGS: ReadonlySet<string> = new Set(['DATABASES']);

interface Change {
  setting: string;
  enter: boolean;
}

/** Warns of settings that cannot be changed without surprises. @models django.test.signals:complex_setting_changed */
export function complexSettingChanged({ setting, enter }: Change): void {
  if (!enter || !COMPLEX_OVERRIDE_SETTINGS.has(setting)) return;
  warn(`Overriding setting ${setting} can lead to unexpected behavior.`, UserWarning);
}

/** Another root URLconf makes every resolver out of date. @models django.test.signals:root_urlconf_changed */
export function rootUrlconfChanged({ setting }: Change): void {
  if (setting !== 'ROOT_URLCONF') return;
  clearUrlCaches();
  setUrlconf(null);
}

const TEMPLATE_SETTINGS: ReadonlySet<string> = new Set([
  'TEMPLATES',
  'DEBUG',
  'FILE_CHARSET',
  'INSTALLED_APPS',
]);

/** Other settings make the engines of templates out of date. @models django.test.signals:reset_template_engines */
export function resetTemplateEngines({ setting }: Change): void {
  if (setting === 'INSTALLED_APPS') forgetAppTemplateDirs();
  if (TEMPLATE_SETTINGS.has(setting)) forgetEngines();
}

/** Other applications have other commands. @models django.test.signals:update_installed_apps */
export function updateInstalledApps({ setting }: Change): void {
  if (setting === 'INSTALLED_APPS') clearCommands();
}

/** Has the receivers of this module hear changed settings, in every process. */
export function connectTestSignals(): void {
  settingChanged.connect(updateInstalledApps, { atImport: true });
  settingChanged.connect(complexSettingChanged, { atImport: true });
  settingChanged.connect(rootUrlconfChanged, { atImport: true });
  settingChanged.connect(resetTemplateEngines, { atImport: true });
}
