/**
 * Loggers that hand what they are told to whoever listens. Nothing is printed unless a
 * handler prints it.
 *
 * @module
 */

import { PerProcess } from './process.ts';

/** How grave a record is. */
export type Level = 'debug' | 'info' | 'warning' | 'error' | 'critical';

/** One line of a log. @models logging:LogRecord */
export interface LogRecord {
  /** The logger's name, such as `django.request`. */
  name: string;
  level: Level;
  message: string;
  /** The exception that was being handled. */
  excInfo: Error | null;
  /** What the caller added, such as `statusCode` and `request`. */
  extra: Record<string, unknown>;
}

/** Receives every record. */
export type Handler = (record: LogRecord) => void;

/** What a caller can add to a record. */
export interface LogOptions {
  excInfo?: Error | null;
  extra?: Record<string, unknown>;
}

const handlers = new PerProcess<Set<Handler>>(() => new Set());

/** Listens to every logger; the result stops listening. @models logging:Logger.addHandler */
export function addHandler(handler: Handler): () => void {
  const all = handlers.value;
  all.add(handler);
  return () => void all.delete(handler);
}

/** Writes records under one name. @models logging:Logger */
export class Logger {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Hands a record to every handler. @models logging:Logger.log */
  log(level: Level, message: string, options: LogOptions = {}): void {
    const { excInfo = null, extra = {} } = options;
    for (const handler of handlers.value) {
      handler({ name: this.name, level, message, excInfo, extra });
    }
  }
}

/** The logger of a name. @models logging:getLogger */
export function getLogger(name: string): Logger {
  return new Logger(name);
}
