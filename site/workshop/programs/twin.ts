/**
 * The demo project on the runtime with its calls reported, and its database in memory: what is set
 * beside real Django.
 *
 * @module
 */

import { loadWasmSqlite, type WasmSqlite } from '#runtime/adapters/wasm-sqlite';
import { connections } from '#runtime/django/db';
import { createTables } from '#runtime/examples/django/database';
import { checkRequest, fieldsOf } from '../stepper/setup.ts';
import { type DemoCalls, demoCalls } from './traced/demo-calls.ts';

/** Where the project has its database. */
const PATH = '/demo.sqlite3';

let sqlite: WasmSqlite | undefined;
let first: Uint8Array | undefined;

/**
 * Takes `{ sqlite }`, the bytes of SQLite, once, and then `{ request }`.
 *
 * @throws {SetupError} for what is no request.
 */
export default async function answer(message: unknown): Promise<DemoCalls | null> {
  const { sqlite: binary, request } = fieldsOf(message, 'The message');
  if (binary instanceof ArrayBuffer) {
    sqlite = await loadWasmSqlite(binary);
    return null;
  }
  return demoCalls(checkRequest(request), restore);
}

/** Puts the database back to the beginning; makes it when there is none yet. */
function restore(): void {
  if (!sqlite) throw new Error('SQLite has not been loaded.');
  for (const one of connections.all()) one.connection?.close();
  if (first) return sqlite.writeFile(PATH, first);
  createTables();
  for (const one of connections.all()) one.connection?.close();
  first = sqlite.readFile(PATH);
}
