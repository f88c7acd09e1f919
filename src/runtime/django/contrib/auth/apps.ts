/**
 * The application of users.
 *
 * @module
 */

import { AppConfig } from '../../apps.ts';
import { defineModule } from '../../utils/module-loading.ts';
import { updateLastLogin } from './models.ts';
import { userLoggedIn } from './signals.ts';

/** @models django.contrib.auth.apps:AuthConfig */
export class AuthConfig extends AppConfig {
  static override readonly appName = 'django.contrib.auth';
  static override readonly verboseName = 'Authentication and Authorization';

  /** Has logins be noted. @models django.contrib.auth.apps:AuthConfig.ready */
  override ready(): void {
    userLoggedIn.connect(updateLastLogin, { dispatchUid: 'update_last_login' });
  }
}

defineModule('django.contrib.auth.apps', { AuthConfig });
