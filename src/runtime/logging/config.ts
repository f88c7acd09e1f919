/**
 * Loggers, handlers, filters and formatters out of a dict, as the setting `LOGGING` is one.
 *
 * @module
 */

import { isException, KeyError, ValueError } from '../builtins.ts';
import { registerModule } from '../importlib.ts';
import { camelCase } from '../naming.ts';
import { isClass, isPlainObject, truth } from '../objects.ts';
import { PerProcess } from '../process.ts';
import { repr } from '../repr.ts';
import { Filter, type FilterLike } from './filter.ts';
import { Formatter, type FormatterOptions } from './formatter.ts';
import type { Handler } from './handlers.ts';
import { checkLevel, NOTSET } from './levels.ts';
import { caused, resolve, resolveMaybe } from './resolve.ts';
import { getLogger, type Logger, loggerNames, root } from './logger.ts';

type Dict = Readonly<Record<string, unknown>>;

const namedHandlers = new PerProcess<Map<string, Handler>>(() => new Map());

/** Configures logging from a dict of `version` 1. @throws {ValueError} with the error itself as its cause. @models logging.config:dictConfig */
export function dictConfig(config: Dict): void {
  if (!('version' in config)) throw new ValueError("dictionary doesn't specify a version");
  if (config['version'] !== 1) {
    throw new ValueError(`Unsupported version: ${repr(config['version'])}`);
  }
  const configurator = new DictConfigurator(config);
  if (truth(config['incremental'])) configurator.configureIncrementally();
  else configurator.configure();
}

/** @models logging.config:DictConfigurator */
class DictConfigurator {
  readonly #config: Dict;
  readonly #formatters = new Map<string, Formatter>();
  readonly #filters = new Map<string, FilterLike>();
  readonly #handlers = new Map<string, Handler>();

  constructor(config: Dict) {
    this.#config = config;
  }

  /** Replaces what there is. @models logging.config:DictConfigurator.configure */
  configure(): void {
    namedHandlers.value.clear();
    for (const [name, config] of this.#section('formatters')) {
      attempt(`formatter ${repr(name)}`, () =>
        this.#formatters.set(name, this.#makeFormatter(config)),
      );
    }
    for (const [name, config] of this.#section('filters')) {
      attempt(`filter ${repr(name)}`, () => this.#filters.set(name, this.#makeFilter(config)));
    }
    for (const [name, config] of this.#section('handlers').toSorted(byName)) {
      attempt(`handler ${repr(name)}`, () => this.#addHandler(name, config));
    }
    const others = new Set(loggerNames());
    const below = new Set<string>();
    for (const [name, config] of this.#section('loggers')) {
      for (const other of others) if (other.startsWith(`${name}.`)) below.add(other);
      others.delete(name);
      attempt(`logger ${repr(name)}`, () => this.#configureLogger(name, config, false));
    }
    silence(others, below, truth(this.#config['disable_existing_loggers'] ?? true));
    this.#configureRoot(false);
  }

  /** Changes levels alone, and whether records go on. */
  configureIncrementally(): void {
    for (const [name, config] of this.#section('handlers')) {
      const handler = namedHandlers.value.get(name);
      if (!handler) throw new ValueError(`No handler found with name ${repr(name)}`);
      attempt(`handler ${repr(name)}`, () => {
        if (truth(config['level'])) handler.setLevel(checkLevel(config['level']));
      });
    }
    for (const [name, config] of this.#section('loggers')) {
      attempt(`logger ${repr(name)}`, () => this.#configureLogger(name, config, true));
    }
    this.#configureRoot(true);
  }

  #section(name: string): [name: string, config: Dict][] {
    return Object.entries((this.#config[name] ?? {}) as Record<string, Dict>);
  }

  /** @models logging.config:DictConfigurator.configure_formatter */
  #makeFormatter(config: Dict): Formatter {
    if ('()' in config) return makeCustom(config) as Formatter;
    const { class: named = Formatter, ...options } = config;
    const FormatterClass = resolveMaybe(named) as new (options: FormatterOptions) => Formatter;
    return new FormatterClass(options);
  }

  /** @models logging.config:DictConfigurator.configure_filter */
  #makeFilter(config: Dict): FilterLike {
    if ('()' in config) return makeCustom(config) as FilterLike;
    return new Filter({ name: String(config['name'] ?? '') });
  }

  /** @models logging.config:DictConfigurator.configure_handler */
  #addHandler(name: string, config: Dict): void {
    const { formatter, level, filters, class: named, '()': custom, ...options } = config;
    const found = truth(formatter) ? this.#formatterNamed(formatter) : null;
    const factory = resolveMaybe(custom ?? named);
    const handler = callFactory(factory, options) as Handler;
    if (found) handler.setFormatter(found);
    if (level !== undefined && level !== null) handler.setLevel(checkLevel(level));
    this.#addFilters(handler, filters);
    handler.name = name;
    this.#handlers.set(name, handler);
    namedHandlers.value.set(name, handler);
  }

  #formatterNamed(name: unknown): Formatter {
    const found = this.#formatters.get(String(name));
    if (found) return found;
    throw caused(`Unable to set formatter ${repr(name)}`, new KeyError(String(name)));
  }

  /** @models logging.config:DictConfigurator.add_filters */
  #addFilters(to: { addFilter(filter: FilterLike): void }, filters: unknown): void {
    for (const filter of listOf(filters)) {
      const found = typeof filter === 'string' ? this.#filters.get(filter) : (filter as FilterLike);
      if (!found)
        throw caused(`Unable to add filter ${repr(filter)}`, new KeyError(String(filter)));
      to.addFilter(found);
    }
  }

  /** @models logging.config:DictConfigurator.configure_logger */
  #configureLogger(name: string, config: Dict, incremental: boolean): void {
    const logger = getLogger(name);
    this.#configureCommon(logger, config, incremental);
    logger.disabled = false;
    const { propagate } = config;
    if (propagate !== undefined && propagate !== null) logger.propagate = truth(propagate);
  }

  /** @models logging.config:DictConfigurator.configure_root */
  #configureRoot(incremental: boolean): void {
    const { root: config } = this.#config;
    if (!isPlainObject(config) || !truth(config)) return;
    attempt('root logger', () => this.#configureCommon(root, config, incremental));
  }

  /** @models logging.config:DictConfigurator.common_logger_config */
  #configureCommon(logger: Logger, config: Dict, incremental: boolean): void {
    const { level, handlers, filters } = config;
    if (level !== undefined && level !== null) logger.setLevel(checkLevel(level));
    if (incremental) return;
    for (const handler of logger.handlers) logger.removeHandler(handler);
    for (const name of listOf(handlers)) {
      const handler = this.#handlers.get(String(name));
      if (!handler) throw caused(`Unable to add handler ${repr(name)}`, new KeyError(String(name)));
      logger.addHandler(handler);
    }
    this.#addFilters(logger, filters);
  }
}

/** @models logging.config:_handle_existing_loggers */
function silence(others: ReadonlySet<string>, below: ReadonlySet<string>, disable: boolean): void {
  for (const name of others) {
    const logger = getLogger(name);
    if (!below.has(name)) {
      logger.disabled = disable;
      continue;
    }
    logger.setLevel(NOTSET);
    for (const handler of logger.handlers) logger.removeHandler(handler);
    logger.propagate = true;
  }
}

/** @models logging.config:BaseConfigurator.configure_custom */
function makeCustom(config: Dict): unknown {
  const { '()': factory, ...options } = config;
  return callFactory(resolveMaybe(factory), options);
}

function callFactory(factory: unknown, options: Dict): unknown {
  const given = Object.entries(options).map(([key, value]) => [camelCase(key), convert(value)]);
  const named = Object.fromEntries(given) as Dict;
  if (isClass(factory)) return new (factory as new (options: Dict) => object)(named);
  if (typeof factory === 'function') return (factory as (options: Dict) => unknown)(named);
  throw new TypeError(`${repr(factory)} is not callable`);
}

function convert(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('ext://')
    ? resolve(value.slice('ext://'.length))
    : value;
}

function attempt(what: string, step: () => unknown): void {
  try {
    step();
  } catch (error) {
    if (isException(error)) throw caused(`Unable to configure ${what}`, error);
    throw error;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}

registerModule('logging.config', { dictConfig });
