/**
 * Loggers: they have names with dots, and a record goes up from one to those above it.
 *
 * @module
 */

import { PerProcess } from '../process.ts';
import { Filterer, type FilterLike } from './filter.ts';
import type { Handler } from './handlers.ts';
import { checkLevel, getLevelName, type Level, levelNumber, NOTSET } from './levels.ts';
import { type LogOptions, LogRecord } from './record.ts';

/** Hears every record, whatever the levels say. */
export type Listener = (record: LogRecord) => void;

const WARNING = 30;

interface State {
  level: number;
  handlers: Handler[];
  readonly filterer: Filterer;
  propagate: boolean;
  disabled: boolean;
}

const loggers = new Map<string, Logger>();
const namesAtImport = new Set<string>();
const states = new PerProcess<Map<string, State>>(() => new Map());
const listeners = new PerProcess<Set<Listener>>(() => new Set());
const fallback = new PerProcess<{ handler: Handler | null }>(() => ({ handler: null }));

/** Writes records under one name. What is set on it lasts as long as the process. @models logging:Logger */
export class Logger {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** The number of its own level; 0 where those above decide. */
  get level(): number {
    return this.#peek()?.level ?? usualLevel(this.name);
  }

  /** Its own handlers. */
  get handlers(): readonly Handler[] {
    return this.#peek()?.handlers ?? [];
  }

  /** Whether records go on to the loggers above. */
  get propagate(): boolean {
    return this.#peek()?.propagate ?? true;
  }

  set propagate(value: boolean) {
    this.#state.propagate = value;
  }

  /** Whether it says nothing at all. */
  get disabled(): boolean {
    return this.#peek()?.disabled ?? false;
  }

  set disabled(value: boolean) {
    this.#state.disabled = value;
  }

  /** The logger above, `null` above the root. */
  get parent(): Logger | null {
    if (this.name === ROOT) return null;
    const dot = this.name.lastIndexOf('.');
    return dot < 0 ? root : intern(this.name.slice(0, dot));
  }

  /** Sets the lowest level that it takes. @throws {ValueError} @models logging:Logger.setLevel */
  setLevel(level: number | string): void {
    this.#state.level = checkLevel(level);
  }

  /** The level that counts: its own, or that of the next logger above that has one. @models logging:Logger.getEffectiveLevel */
  getEffectiveLevel(): number {
    if (this.level !== NOTSET) return this.level;
    return this.parent?.getEffectiveLevel() ?? NOTSET;
  }

  /** Whether a record of this level would be made. @models logging:Logger.isEnabledFor */
  isEnabledFor(level: Level): boolean {
    return !this.disabled && levelNumber(level) >= this.getEffectiveLevel();
  }

  /** Adds a handler, unless it is there. @models logging:Logger.addHandler */
  addHandler(handler: Handler): void {
    const { handlers } = this.#state;
    if (!handlers.includes(handler)) handlers.push(handler);
  }

  /** Removes a handler, if it is there. @models logging:Logger.removeHandler */
  removeHandler(handler: Handler): void {
    const state = this.#state;
    state.handlers = state.handlers.filter((known) => known !== handler);
  }

  /** Adds a filter that its own records have to pass. @models logging:Filterer.addFilter */
  addFilter(filter: FilterLike): void {
    this.#state.filterer.addFilter(filter);
  }

  /** Logs a message, if it is grave enough. @models logging:Logger.log */
  log(level: Level, message: string, options: LogOptions = {}): void {
    const record = new LogRecord(this.name, level, message, options);
    for (const listener of listeners.value) listener(record);
    if (this.isEnabledFor(level)) this.handle(record);
  }

  /** Logs what only a developer wants to know. @models logging:Logger.debug */
  debug(message: string, options: LogOptions = {}): void {
    this.log('debug', message, options);
  }

  /** Logs what happens as it should. @models logging:Logger.info */
  info(message: string, options: LogOptions = {}): void {
    this.log('info', message, options);
  }

  /** Logs what does not, but does no harm. @models logging:Logger.warning */
  warning(message: string, options: LogOptions = {}): void {
    this.log('warning', message, options);
  }

  /** Logs a failure. @models logging:Logger.error */
  error(message: string, options: LogOptions = {}): void {
    this.log('error', message, options);
  }

  /** Logs a failure that leaves nothing working. @models logging:Logger.critical */
  critical(message: string, options: LogOptions = {}): void {
    this.log('critical', message, options);
  }

  /** Logs a failure with its exception. @models logging:Logger.exception */
  exception(message: string, excInfo: Error, options: LogOptions = {}): void {
    this.log('error', message, { ...options, excInfo });
  }

  /** Hands a record to the handlers, if it passes the filters. @models logging:Logger.handle */
  handle(record: LogRecord): void {
    if (this.disabled || !(this.#peek()?.filterer.filter(record) ?? true)) return;
    this.callHandlers(record);
  }

  /** Hands a record to its own handlers and to those above, up to a logger that lets none go on. @models logging:Logger.callHandlers */
  callHandlers(record: LogRecord): void {
    const found = this.#reachableHandlers();
    for (const handler of found) {
      if (record.levelNumber >= handler.level) handler.handle(record);
    }
    const { handler: last } = fallback.value;
    if (found.length === 0 && last && record.levelNumber >= last.level) last.handle(record);
  }

  /** Whether anybody would be handed a record. @models logging:Logger.hasHandlers */
  hasHandlers(): boolean {
    return this.#reachableHandlers().length > 0;
  }

  /** As Python shows it. @models logging:Logger.__repr__ */
  toString(): string {
    const kind = this.name === ROOT ? 'RootLogger' : 'Logger';
    return `<${kind} ${this.name} (${getLevelName(this.getEffectiveLevel())})>`;
  }

  get #state(): State {
    return stateOf(this.name);
  }

  #peek(): State | undefined {
    return states.value.get(this.name);
  }

  #reachableHandlers(): Handler[] {
    const above = this.propagate ? this.parent : null;
    return above ? [...this.handlers, ...above.#reachableHandlers()] : [...this.handlers];
  }
}

const ROOT = 'root';

/** The logger above all. @models logging:root */
export const root = new Logger(ROOT);

/** How a logger is asked for. */
export interface GetLoggerOptions {
  /** Asked for by a module of the runtime as it loads, and so there in every process. */
  atImport?: boolean;
}

/** The logger of a name; the root without one. @models logging:getLogger */
export function getLogger(name = '', { atImport = false }: GetLoggerOptions = {}): Logger {
  if (name === '' || name === ROOT) return root;
  if (atImport) namesAtImport.add(name);
  else stateOf(name);
  return intern(name);
}

/** The names of the loggers that somebody asked for, in order. */
export function loggerNames(): string[] {
  const names = new Set([...namesAtImport, ...states.value.keys()]);
  names.delete(ROOT);
  return [...names].toSorted();
}

/** Listens to every logger, whatever their levels are; the result stops listening. */
export function addHandler(listener: Listener): () => void {
  const all = listeners.value;
  all.add(listener);
  return () => void all.delete(listener);
}

/**
 * Sets who is handed what no handler would be. Python prints such a warning on standard error;
 * here nobody does, until a program asks for it. @models logging:lastResort
 */
export function setLastResort(handler: Handler | null): void {
  fallback.value = { handler };
}

function intern(name: string): Logger {
  const known = loggers.get(name) ?? new Logger(name);
  loggers.set(name, known);
  return known;
}

function usualLevel(name: string): number {
  return name === ROOT ? WARNING : NOTSET;
}

function stateOf(name: string): State {
  const known = states.value.get(name);
  if (known) return known;
  const made: State = {
    level: usualLevel(name),
    handlers: [],
    filterer: new Filterer(),
    propagate: true,
    disabled: false,
  };
  states.value.set(name, made);
  return made;
}
