/**
 * The application of messages.
 *
 * @module
 */

import { AppConfig } from '../../apps.ts';
import { defineModule } from '../../utils/module-loading.ts';

/** @models django.contrib.messages.apps:MessagesConfig */
export class MessagesConfig extends AppConfig {
  static override readonly appName = 'django.contrib.messages';
  static override readonly verboseName = 'Messages';
}

defineModule('django.contrib.messages.apps', { MessagesConfig });
