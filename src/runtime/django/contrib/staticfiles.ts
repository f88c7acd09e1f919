/**
 * Static files while a site is being made. Whoever lists `django.contrib.staticfiles` among the
 * installed applications imports this module first; `runserver` in Node does so itself. Files
 * are not collected here for deployment.
 *
 * @module
 */

import { defineModule } from '../utils/module-loading.ts';
import './staticfiles/apps.ts';

export { StaticFilesConfig } from './staticfiles/apps.ts';
export { find, findAll } from './staticfiles/finders.ts';
export { StaticFilesHandler } from './staticfiles/handlers.ts';
export { serve } from './staticfiles/views.ts';

defineModule('django.contrib.staticfiles', {
  default_app_config: 'django.contrib.staticfiles.apps.StaticFilesConfig',
});
