/**
 * How a command ends that cannot do its work.
 *
 * @module
 */

import { Exception } from '../../../builtins.ts';

/** The command failed; its message is for whoever called it. @models django.core.management.base:CommandError */
export class CommandError extends Exception {
  override name = 'CommandError';
}

/** The system checks found something serious. @models django.core.management.base:SystemCheckError */
export class SystemCheckError extends CommandError {
  override name = 'SystemCheckError';
}
