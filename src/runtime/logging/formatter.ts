/**
 * Records as text.
 *
 * @module
 */

import { KeyError, ValueError } from '../builtins.ts';
import { snakeCase } from '../naming.ts';
import { repr } from '../repr.ts';
import { format, parseFormat } from '../string/format.ts';
import { percent } from '../string/percent.ts';
import { identifiersIn, substitute } from '../string/template.ts';
import { localtime, strftime } from '../time.ts';
import { formatException } from '../traceback.ts';
import type { LogRecord } from './record.ts';

/** How fields are written in a format: `%(name)s`, `{name}` or `$name`. */
export type Style = '%' | '{' | '$';

/** How records are written. */
export interface FormatterOptions {
  /** The message alone unless told. */
  format?: string | null;
  /** For `strftime`; ISO 8601 with milliseconds unless told. */
  datefmt?: string | null;
  style?: Style;
  /** Whether a format without fields is refused; true unless told. */
  validate?: boolean;
}

type Values = Readonly<Record<string, unknown>>;

interface StyleRules {
  usual: string;
  time: RegExp;
  write(format: string, values: Values): string;
  /** @throws {ValueError} */
  check(format: string): void;
}

const PERCENT_FIELD = /%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]/i;

const STYLES: Readonly<Record<Style, StyleRules>> = {
  '%': {
    usual: '%(message)s',
    time: /%\(asctime\)/,
    write: percent,
    check(text) {
      if (PERCENT_FIELD.test(text)) return;
      throw new ValueError(`Invalid format '${text}' for '%' style`);
    },
  },
  '{': {
    usual: '{message}',
    time: /\{asctime/,
    write: format,
    check(text) {
      if (!piecesOf(text).some((piece) => typeof piece !== 'string')) throw noFields();
    },
  },
  $: {
    usual: '${message}',
    time: /\$(?:asctime|\{asctime\})/,
    write: substitute,
    check(text) {
      if (identifiersIn(text).length === 0) throw noFields();
    },
  },
};

/** Writes records as text. @models logging:Formatter */
export class Formatter {
  /** How records are written. */
  readonly fmt: string;
  readonly datefmt: string | null;
  readonly #style: StyleRules;

  /** @throws {ValueError} for a style or a format that is none. */
  constructor(options: FormatterOptions = {}) {
    const { format: given = null, datefmt = null, style = '%', validate = true } = options;
    if (!Object.hasOwn(STYLES, style)) throw new ValueError('Style must be one of: %,{,$');
    this.#style = STYLES[style];
    this.fmt = given ?? this.#style.usual;
    this.datefmt = datefmt;
    if (validate) this.#style.check(this.fmt);
  }

  /** A record with its exception, if it has one. @throws {ValueError} for a field that the record does not have. @models logging:Formatter.format */
  format(record: LogRecord): string {
    const text = this.formatMessage(record);
    if (!record.excInfo) return text;
    return `${text}${text.endsWith('\n') ? '' : '\n'}${this.formatException(record.excInfo)}`;
  }

  /** A record without its exception. @throws {ValueError} @models logging:Formatter.formatMessage */
  formatMessage(record: LogRecord): string {
    try {
      return this.#style.write(this.fmt, this.#values(record));
    } catch (error) {
      if (!(error instanceof KeyError)) throw error;
      throw new ValueError(`Formatting field not found in record: ${repr(error.key)}`);
    }
  }

  /** When a record was made, in local time. @models logging:Formatter.formatTime */
  formatTime(record: LogRecord, datefmt: string | null = null): string {
    const moment = localtime(record.created);
    if (datefmt) return strftime(datefmt, moment);
    const milliseconds = Math.floor((record.created - Math.floor(record.created)) * 1000 + 1e-4);
    return `${strftime('%Y-%m-%d %H:%M:%S', moment)},${String(milliseconds).padStart(3, '0')}`;
  }

  /** An exception as a traceback. @models logging:Formatter.formatException */
  formatException(error: Error): string {
    return formatException(error).replace(/\n$/, '');
  }

  /** Whether the format shows when a record was made. @models logging:Formatter.usesTime */
  usesTime(): boolean {
    return this.#style.time.test(this.fmt);
  }

  #values(record: LogRecord): Values {
    const { name, message, created, threadName, levelName, levelNumber, extra } = record;
    return {
      ...Object.fromEntries(Object.entries(extra).map(([key, value]) => [snakeCase(key), value])),
      ...extra,
      name,
      message,
      created,
      threadName,
      levelname: levelName,
      levelno: levelNumber,
      msecs: Math.floor((created - Math.floor(created)) * 1000 + 1e-4),
      processName: 'MainProcess',
      ...(this.usesTime() ? { asctime: this.formatTime(record, this.datefmt) } : {}),
    };
  }
}

function piecesOf(text: string): ReturnType<typeof parseFormat> {
  try {
    return parseFormat(text);
  } catch (error) {
    throw new ValueError(`invalid format: ${(error as Error).message}`);
  }
}

function noFields(): ValueError {
  return new ValueError('invalid format: no fields');
}
