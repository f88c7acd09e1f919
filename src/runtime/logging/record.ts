/**
 * What is logged.
 *
 * @module
 */

import { currentThread } from '../threading.ts';
import { time } from '../time.ts';
import { getLevelName, type Level, levelNumber } from './levels.ts';

/** What a caller can add to a record. */
export interface LogOptions {
  /** The exception that was being handled. */
  excInfo?: Error | null;
  /** What formatters and handlers may look at beside the message. */
  extra?: Record<string, unknown>;
}

/** One line of a log. @models logging:LogRecord */
export class LogRecord {
  /** The logger's name, such as `django.request`. */
  readonly name: string;
  readonly level: Level;
  /** The message; a formatter may change it for those that come after. */
  message: string;
  /** The exception that was being handled. */
  readonly excInfo: Error | null;
  /** What the caller added, such as `statusCode` and `request`. */
  readonly extra: Record<string, unknown>;
  /** When it was made, in seconds since 1970. */
  readonly created: number = time();
  /** The thread in which it was made. */
  readonly threadName: string = currentThread().name;

  constructor(name: string, level: Level, message: string, options: LogOptions = {}) {
    this.name = name;
    this.level = level;
    this.message = message;
    this.excInfo = options.excInfo ?? null;
    this.extra = { ...options.extra };
  }

  /** The level as a number. */
  get levelNumber(): number {
    return levelNumber(this.level);
  }

  /** The level in capitals. */
  get levelName(): string {
    return getLevelName(this.levelNumber);
  }

  /** The same record without its exception. @models copy:copy */
  withoutException(): LogRecord {
    const { name, level, message, extra } = this;
    const copy = new LogRecord(name, level, message, { extra });
    return Object.assign(copy, { created: this.created, threadName: this.threadName });
  }
}
