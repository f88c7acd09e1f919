/**
 * The application of static files.
 *
 * @module
 */

import { AppConfig } from '../../apps.ts';
import { register } from '../../core/checks.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { checkFinders } from './checks.ts';

/** @models django.contrib.staticfiles.apps:StaticFilesConfig */
export class StaticFilesConfig extends AppConfig {
  static override readonly appName = 'django.contrib.staticfiles';
  static override readonly verboseName = 'Static Files';
  /** Files that are left alone. @models django.contrib.staticfiles.apps:StaticFilesConfig.ignore_patterns */
  readonly ignorePatterns = ['CVS', '.*', '*~'];

  /** Has the finders be checked. @models django.contrib.staticfiles.apps:StaticFilesConfig.ready */
  override ready(): void {
    register(checkFinders, ['staticfiles']);
  }
}

defineModule('django.contrib.staticfiles.apps', { StaticFilesConfig });
