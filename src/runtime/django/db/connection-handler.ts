/**
 * Connections by alias, for each thread its own.
 *
 * @module
 */

import { AttributeError, Exception, ImportError } from '../../builtins.ts';
import { PerProcess } from '../../process.ts';
import { repr } from '../../repr.ts';
import { Local } from '../../threading.ts';
import { settings } from '../conf.ts';
import { ImproperlyConfigured } from '../core/exceptions.ts';
import { importModule } from '../utils/module-loading.ts';
import type { BaseDatabaseWrapper } from './backends/base/base.ts';
import {
  type CompleteDatabaseSettings,
  completeSettings,
  type DatabaseSettings,
} from './settings.ts';

/** The alias of the database that is meant where none is named. @models django.db.utils:DEFAULT_DB_ALIAS */
export const DEFAULT_DB_ALIAS = 'default';

const DUMMY = 'django.db.backends.dummy';
const BUILTIN = ['mysql', 'oracle', 'postgresql', 'sqlite3'];

/** There is no database of this alias. @models django.db.utils:ConnectionDoesNotExist */
export class ConnectionDoesNotExist extends Exception {
  override name = 'ConnectionDoesNotExist';
}

/** What a backend's module `base` defines. */
export interface Backend {
  readonly DatabaseWrapper: new (
    settingsDict: CompleteDatabaseSettings,
    alias?: string,
  ) => BaseDatabaseWrapper;
}

/** The module of a backend. @throws {ImproperlyConfigured} where there is none of that name. @models django.db.utils:load_backend */
export function loadBackend(backendName: string): Backend {
  const name =
    backendName === 'django.db.backends.postgresql_psycopg2'
      ? 'django.db.backends.postgresql'
      : backendName;
  try {
    return importModule(`${name}.base`) as Backend;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (BUILTIN.some((known) => name === `django.db.backends.${known}`)) throw error;
    const known = BUILTIN.map((builtin) => repr(builtin)).join(', ');
    throw new ImproperlyConfigured(
      `${repr(name)} isn't an available database backend.\nTry using 'django.db.backends.XXX', where XXX is one of:\n    ${known}`,
      { cause: error },
    );
  }
}

interface HandlerState {
  databases: Record<string, DatabaseSettings> | null;
  connections: Local<Map<string, BaseDatabaseWrapper> | null>;
}

/** The connections of the databases in `DATABASES`, made when they are first asked for. @models django.db.utils:ConnectionHandler */
export class ConnectionHandler {
  readonly #state: PerProcess<HandlerState>;
  readonly #given: Record<string, DatabaseSettings> | null;

  /** Takes databases of its own, or those of the settings. */
  constructor(databases: Record<string, DatabaseSettings> | null = null) {
    this.#given = databases;
    this.#state = new PerProcess(() => ({ databases: null, connections: new Local() }));
  }

  /** What is said of each database, read once. @throws {ImproperlyConfigured} where there is none called `default`. @models django.db.utils:ConnectionHandler.databases */
  get databases(): Record<string, DatabaseSettings> {
    return (this.#state.value.databases ??= this.#readDatabases());
  }

  /** This thread's connection of an alias. @throws {ConnectionDoesNotExist} @models django.db.utils:ConnectionHandler.__getitem__ */
  get(alias: string): BaseDatabaseWrapper {
    const known = this.#own().get(alias);
    if (known) return known;
    const complete = this.ensureDefaults(alias);
    const made = new (loadBackend(complete.ENGINE).DatabaseWrapper)(complete, alias);
    this.set(alias, made);
    return made;
  }

  /** Gives this thread a connection of an alias. @models django.db.utils:ConnectionHandler.__setitem__ */
  set(alias: string, connection: BaseDatabaseWrapper): void {
    this.#own().set(alias, connection);
  }

  /** Forgets this thread's connection of an alias without closing it. @throws {AttributeError} @models django.db.utils:ConnectionHandler.__delitem__ */
  delete(alias: string): void {
    if (!this.#own().delete(alias)) {
      throw new AttributeError(`'_thread._local' object has no attribute ${repr(alias)}`);
    }
  }

  /** The aliases. @models django.db.utils:ConnectionHandler.__iter__ */
  [Symbol.iterator](): Iterator<string> {
    return Object.keys(this.databases)[Symbol.iterator]();
  }

  /** This thread's connections of all aliases; none is opened by that. @models django.db.utils:ConnectionHandler.all */
  all(): BaseDatabaseWrapper[] {
    const found: BaseDatabaseWrapper[] = [];
    for (const alias of this) found.push(this.get(alias));
    return found;
  }

  /** Closes the connections that this thread has. @models django.db.utils:ConnectionHandler.close_all */
  closeAll(): void {
    for (const alias of this) this.#own().get(alias)?.close();
  }

  /** What the settings say of a database, the rest filled in. @throws {ConnectionDoesNotExist} @models django.db.utils:ConnectionHandler.ensure_defaults */
  ensureDefaults(alias: string): CompleteDatabaseSettings {
    const { databases } = this;
    const given = Object.hasOwn(databases, alias) ? databases[alias] : undefined;
    if (!given) throw new ConnectionDoesNotExist(`The connection ${alias} doesn't exist`);
    return completeSettings(given);
  }

  #own(): Map<string, BaseDatabaseWrapper> {
    const { connections } = this.#state.value;
    const known = connections.get(null);
    if (known !== null) return known;
    const made = new Map<string, BaseDatabaseWrapper>();
    connections.set(made);
    return made;
  }

  #readDatabases(): Record<string, DatabaseSettings> {
    const given = this.#given ?? (settings.DATABASES as Record<string, DatabaseSettings>);
    if (Object.keys(given).length === 0) return { [DEFAULT_DB_ALIAS]: { ENGINE: DUMMY } };
    const main = given[DEFAULT_DB_ALIAS];
    if (!main) {
      throw new ImproperlyConfigured(`You must define a '${DEFAULT_DB_ALIAS}' database.`);
    }
    if (Object.keys(main).length === 0) main.ENGINE = DUMMY;
    return given;
  }
}
