/**
 * The application of sessions.
 *
 * @module
 */

import { AppConfig } from '../../apps.ts';
import { defineModule } from '../../utils/module-loading.ts';

/** @models django.contrib.sessions.apps:SessionsConfig */
export class SessionsConfig extends AppConfig {
  static override readonly appName = 'django.contrib.sessions';
  static override readonly verboseName = 'Sessions';
}

defineModule('django.contrib.sessions.apps', { SessionsConfig });
defineModule('django.contrib.sessions', {
  default_app_config: 'django.contrib.sessions.apps.SessionsConfig',
});
