/**
 * Noticing that a file has changed, and files that could not be imported. What starts processes
 * again stands in `autoreload/run-with-reloader.ts`, which needs Node.
 *
 * @module
 */

export {
  autoreloadStarted,
  fileChanged,
  notifyFileChanged,
  triggerReload,
} from './autoreload/changes.ts';
export { BaseReloader, StatReloader } from './autoreload/reloaders.ts';
export {
  checkErrors,
  moduleFiles,
  raiseLastException,
  watchModuleFiles,
} from './autoreload/watched.ts';

/** The variable that tells a program that it is the one to serve. @models django.utils.autoreload:DJANGO_AUTORELOAD_ENV */
export const DJANGO_AUTORELOAD_ENV = 'RUN_MAIN';
