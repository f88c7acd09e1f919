/**
 * Python's `logging`: loggers make records, handlers do something with them. Nothing is printed
 * unless a handler prints it.
 *
 * @module
 */

import { registerModule } from './importlib.ts';
import { Filter } from './logging/filter.ts';
import { Formatter } from './logging/formatter.ts';
import { Handler, NullHandler, StreamHandler } from './logging/handlers.ts';
import { getLogger } from './logging/logger.ts';

export { Filter, Filterer, type FilterLike } from './logging/filter.ts';
export { Formatter, type FormatterOptions } from './logging/formatter.ts';
export { Handler, NullHandler, StreamHandler } from './logging/handlers.ts';
export { checkLevel, getLevelName, type Level } from './logging/levels.ts';
export {
  addHandler,
  getLogger,
  type GetLoggerOptions,
  type Listener,
  Logger,
  loggerNames,
  root,
  setLastResort,
} from './logging/logger.ts';
export { type LogOptions, LogRecord } from './logging/record.ts';

registerModule('logging', { Filter, Formatter, getLogger, Handler, NullHandler, StreamHandler });
