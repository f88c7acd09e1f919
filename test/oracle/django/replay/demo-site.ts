/**
 * The demo project, made ready to be asked: a process, a database and a clock for each case.
 *
 * @module
 */

import { setup } from '#runtime/django';
import { overlaySettings, type Settings } from '#runtime/django/conf';
import { connection, connections } from '#runtime/django/db';
import { addUsers, createTables } from '#runtime/examples/django/database';
import { noteEvents } from '#runtime/examples/django/events';
import '#runtime/examples/django/site';
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
    noteEvents((line) => this.#events.push(line));
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
