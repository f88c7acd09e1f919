/**
 * Filters for logs.
 *
 * @module
 */

import { Filter, type LogRecord } from '../../../logging.ts';
import { truth } from '../../../objects.ts';
import { settings } from '../../conf.ts';

/** Asks a function about each record. @models django.utils.log:CallbackFilter */
export class CallbackFilter extends Filter {
  readonly callback: (record: LogRecord) => unknown;

  constructor({ callback }: { callback: (record: LogRecord) => unknown }) {
    super();
    this.callback = callback;
  }

  /** Whether the function says yes. @models django.utils.log:CallbackFilter.filter */
  override filter(record: LogRecord): boolean {
    return truth(this.callback(record));
  }
}

/** Lets records go on unless DEBUG is on. @models django.utils.log:RequireDebugFalse */
export class RequireDebugFalse extends Filter {
  /** Whether DEBUG is off. @models django.utils.log:RequireDebugFalse.filter */
  override filter(_record: LogRecord): boolean {
    return !settings.DEBUG;
  }
}

/** Lets records go on if DEBUG is on. @models django.utils.log:RequireDebugTrue */
export class RequireDebugTrue extends Filter {
  /** Whether DEBUG is on. @models django.utils.log:RequireDebugTrue.filter */
  override filter(_record: LogRecord): boolean {
    return settings.DEBUG;
  }
}
