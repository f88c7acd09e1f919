/**
 * How a site describes its databases.
 *
 * @module
 */

/** One entry of `DATABASES`, as a site writes it. */
export interface DatabaseSettings {
  /** The dotted path of a backend, such as `django.db.backends.sqlite3`. */
  ENGINE?: string;
  /** The database's name; for SQLite the path of its file. */
  NAME?: string;
  /** Whether every view runs in a transaction of its own. */
  ATOMIC_REQUESTS?: boolean;
  /** Whether each query is a transaction as long as nothing else is said. */
  AUTOCOMMIT?: boolean;
  /** How old a connection may become, in seconds; 0 closes it after each request, `null` never. */
  CONN_MAX_AGE?: number | null;
  /** What the backend hands to its driver. */
  OPTIONS?: Record<string, unknown>;
  TIME_ZONE?: string | null;
  USER?: string;
  PASSWORD?: string;
  HOST?: string;
  PORT?: string;
  TEST?: Record<string, unknown>;
}

/** The same with everything filled in. */
export type CompleteDatabaseSettings = Required<DatabaseSettings>;

/** Fills in what a site left out, in the very object that the site wrote. */
export function completeSettings(given: DatabaseSettings): CompleteDatabaseSettings {
  const usual = {
    ATOMIC_REQUESTS: false,
    AUTOCOMMIT: true,
    ENGINE: 'django.db.backends.dummy',
    CONN_MAX_AGE: 0,
    OPTIONS: {},
    TIME_ZONE: null,
    NAME: '',
    USER: '',
    PASSWORD: '',
    HOST: '',
    PORT: '',
    TEST: {},
  };
  const complete = Object.assign(given, { ...usual, ...given });
  if (complete.ENGINE === 'django.db.backends.' || !complete.ENGINE) complete.ENGINE = usual.ENGINE;
  complete.TEST = { CHARSET: null, COLLATION: null, NAME: null, MIRROR: null, ...complete.TEST };
  return complete;
}
