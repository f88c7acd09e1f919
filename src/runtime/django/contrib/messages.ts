/** Messages to visitors, as `django.contrib.messages` offers them. @module */

import { defineModule } from '../utils/module-loading.ts';
import * as api from './messages/api.ts';
import './messages/apps.ts';

export * from './messages/api.ts';
export * from './messages/constants.ts';

defineModule('django.contrib.messages', {
  ...api,
  default_app_config: 'django.contrib.messages.apps.MessagesConfig',
});
