/**
 * The demo project on the runtime with its calls reported, and its database in memory: what is set
 * beside real Django.
 *
 * @module
 */

import { loadWasmSqlite, type WasmSqlite } from '#runtime/adapters/wasm-sqlite';
import { userLoggedIn, userLoggedOut, userLoginFailed } from '#runtime/django/contrib/auth';
import { gotRequestException, requestFinished, requestStarted } from '#runtime/django/core/signals';
import { connections } from '#runtime/django/db';
import type { ConnectOptions } from '#runtime/django/dispatch/dispatcher';
import { createTables } from '#runtime/examples/django/database';
import { Handler, type LogRecord, root } from '#runtime/logging';
import { checkRequest, fieldsOf } from '../stepper/setup.ts';
import type { TwinAnswer } from './traced/demo-answer.ts';
import { demoCalls } from './traced/demo-calls.ts';

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
  for (const [name, signal] of Object.entries(SIGNALS))
    signal.connect(() => events.push(name), { weak: false });
  root.addHandler(new Noting());
}

class Noting extends Handler {
  override emit({ levelName, name, message }: LogRecord): void {
    events.push(`${levelName} ${name}: ${message}`);
  }
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
