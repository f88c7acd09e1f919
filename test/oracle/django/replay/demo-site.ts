/**
 * The demo project, made ready to be asked: a process, a database and a clock for each case.
 *
 * @module
 */

import { setup } from '#runtime/django';
import { overlaySettings, type Settings } from '#runtime/django/conf';
import { userLoggedIn, userLoggedOut, userLoginFailed } from '#runtime/django/contrib/auth';
import { gotRequestException, requestFinished, requestStarted } from '#runtime/django/core/signals';
import { connection, connections } from '#runtime/django/db';
import type { ConnectOptions } from '#runtime/django/dispatch/dispatcher';
import { addUsers, createTables } from '#runtime/examples/django/database';
import '#runtime/examples/django/site';
import { Handler, type LogRecord, root } from '#runtime/logging';
import { setFiles } from '#runtime/files';
import { StringIO } from '#runtime/io';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { seededEntropy, setEntropy } from '#runtime/random';
import { setStreams } from '#runtime/sys';
import { setClock } from '#runtime/time';
import { type SiteDatabase, sitePlace } from './site-place.ts';

const NOW = 1_556_668_800;
const SEED = 2019;

interface Announcing {
  connect(receiver: () => unknown, options: ConnectOptions): void;
}

const SIGNALS: Readonly<Record<string, Announcing>> = {
  request_started: requestStarted,
  request_finished: requestFinished,
  got_request_exception: gotRequestException,
  user_logged_in: userLoggedIn,
  user_logged_out: userLoggedOut,
  user_login_failed: userLoginFailed,
};

/** The site while one case is asked. */
export class DemoSite {
  readonly #database: SiteDatabase = sitePlace().newDatabase();
  #events: string[] = [];
  #drawn = '';

  /** Starts a process with other settings than the project's where a case asks for some. */
  constructor(asked: Partial<Settings>, atomicRequests: boolean) {
    this.#database.write(firstDatabase());
    startSite(this.#database.path);
    const draw = seededEntropy(SEED);
    setEntropy((choices) => {
      const drawn = draw(choices);
      this.#drawn += drawn;
      return drawn;
    });
    addUsers();
    overlaySettings(asked);
    connection.settingsDict.ATOMIC_REQUESTS = atomicRequests;
    this.#listen();
  }

  /** What happened since it was asked last. */
  takeEvents(): string[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  /** Puts the database back to the beginning. */
  restore(): void {
    closeConnections();
    this.#database.write(firstDatabase());
  }

  /** Ends the site; gives all that was drawn at random. */
  end(): string {
    closeConnections();
    this.#database.remove();
    return this.#drawn;
  }

  #listen(): void {
    for (const [name, signal] of Object.entries(SIGNALS)) {
      signal.connect(() => this.#events.push(name), { weak: false });
    }
    root.addHandler(new Noting((line) => this.#events.push(line)));
  }
}

class Noting extends Handler {
  readonly #note: (line: string) => void;

  constructor(note: (line: string) => void) {
    super();
    this.#note = note;
  }

  override emit({ levelName, name, message }: LogRecord): void {
    this.#note(`${levelName} ${name}: ${message}`);
  }
}

function startSite(database: string): void {
  prepareProcess(database);
  setup();
}

/** A process in which Django has not been set up. @param database the path of its database. */
export function prepareProcess(database: string): void {
  startProcess();
  setClock(() => NOW);
  setStreams({ stderr: new StringIO() });
  environ()['DJANGO_SETTINGS_MODULE'] = 'demo.settings';
  environ()['DEMO_DATABASE'] = database;
  environ()['DEMO_TEMPLATES'] = sitePlace().templates;
  setFiles(sitePlace().files);
}

let first: Uint8Array | null = null;

/** The database as it is at the beginning, made once. */
function firstDatabase(): Uint8Array {
  if (first !== null) return first;
  const database = sitePlace().newDatabase();
  startSite(database.path);
  createTables();
  closeConnections();
  first = database.read();
  database.remove();
  return first;
}

function closeConnections(): void {
  for (const one of connections.all()) one.connection?.close();
}
