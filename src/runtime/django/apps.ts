/** Applications, as `django.apps` offers them. @module */

export { AppConfig } from './apps/config.ts';
export { apps } from './apps/registry.ts';
