/**
 * The demo project on the runtime with its calls reported, and its database in memory: what is set
 * beside real Django.
 *
 * @module
 */

import { loadWasmSqlite, type WasmSqlite } from '#runtime/adapters/wasm-sqlite';
import { connections } from '#runtime/django/db';
import { createTables } from '#runtime/examples/django/database';
import { noteEvents } from '#runtime/examples/django/events';
import { checkRequest, fieldsOf } from '../stepper/setup.ts';
import type { TwinAnswer } from './traced/demo-answer.ts';
import { demoCalls } from './traced/demo-calls.ts';

/** Where the project has its database. */
const PATH = '/demo.sqlite3';

let sqlite: WasmSqlite | undefined;
let first: Uint8Array | undefined;
let events: string[] = [];

/**
 * Takes `{ sqlite }`, the bytes of SQLite, once, and then `{ request }`.
 *
 * @throws {SetupError} for what is no request.
 */
export default async function answer(message: unknown): Promise<TwinAnswer | null> {
  const { sqlite: binary, request } = fieldsOf(message, 'The message');
  if (binary instanceof ArrayBuffer) {
    sqlite = await loadWasmSqlite(binary);
    return null;
  }
  const answered = demoCalls(checkRequest(request), { begin: listen, restore });
  return { ...answered, events };
}

/** As `demo_site.py` does where real Django is asked. */
function listen(): void {
  noteEvents((line) => events.push(line));
}

/** Puts the database back to the beginning; makes it when there is none yet. */
function restore(): void {
  if (!sqlite) throw new Error('SQLite has not been loaded.');
  for (const one of connections.all()) one.connection?.close();
  if (first) sqlite.writeFile(PATH, first);
  else {
    createTables();
    for (const one of connections.all()) one.connection?.close();
    first = sqlite.readFile(PATH);
  }
  events = [];
}
