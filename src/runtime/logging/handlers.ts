/**
 * Where records go.
 *
 * @module
 */

import { isException, NotImplementedError } from '../builtins.ts';
import { stderr, type TextStream } from '../sys.ts';
import { formatException } from '../traceback.ts';
import { Filterer } from './filter.ts';
import { Formatter } from './formatter.ts';
import { checkLevel, getLevelName, NOTSET } from './levels.ts';
import type { LogRecord } from './record.ts';

const plain = new Formatter();

/** Does something with records that are grave enough and pass its filters. @models logging:Handler */
export class Handler extends Filterer {
  /** The name under which it was configured. */
  name: string | null = null;
  /** The number of the lowest level that it takes. */
  level: number = NOTSET;
  formatter: Formatter | null = null;

  /** Sets the lowest level that it takes. @throws {ValueError} @models logging:Handler.setLevel */
  setLevel(level: number | string): void {
    this.level = checkLevel(level);
  }

  /** Sets how it writes records. @models logging:Handler.setFormatter */
  setFormatter(formatter: Formatter | null): void {
    this.formatter = formatter;
  }

  /** A record as text. @models logging:Handler.format */
  format(record: LogRecord): string {
    return (this.formatter ?? plain).format(record);
  }

  /** Does what the handler is for; a subclass says what. @throws {NotImplementedError} @models logging:Handler.emit */
  emit(_record: LogRecord): void {
    throw new NotImplementedError('emit must be implemented by Handler subclasses');
  }

  /** Takes a record, if it passes the filters; tells whether it did. @models logging:Handler.handle */
  handle(record: LogRecord): boolean {
    const passes = this.filter(record);
    if (passes) this.emit(record);
    return passes;
  }

  /** Says on standard error that a record could not be logged. @models logging:Handler.handleError */
  handleError(record: LogRecord, error: Error): void {
    const about = `Message: ${record.message}\n`;
    stderr().write(`--- Logging error ---\n${formatException(error)}${about}`);
  }

  /** As Python shows it. @models logging:Handler.__repr__ */
  override toString(): string {
    return `<${this.constructor.name} (${getLevelName(this.level)})>`;
  }
}

/** Writes records to a stream, a line each; to standard error unless told. @models logging:StreamHandler */
export class StreamHandler extends Handler {
  stream: TextStream;
  /** What follows each record. @models logging:StreamHandler.terminator */
  terminator = '\n';

  constructor({ stream = null }: { stream?: TextStream | null } = {}) {
    super();
    this.stream = stream ?? stderr();
  }

  /** Writes a record; an error on the way is told and goes no further. @models logging:StreamHandler.emit */
  override emit(record: LogRecord): void {
    try {
      this.stream.write(this.format(record) + this.terminator);
      this.stream.flush();
    } catch (error) {
      if (!isException(error)) throw error;
      this.handleError(record, error);
    }
  }
}

/** Does nothing. @models logging:NullHandler */
export class NullHandler extends Handler {
  /** Lets the record go. @models logging:NullHandler.handle */
  override handle(_record: LogRecord): boolean {
    return true;
  }
}
