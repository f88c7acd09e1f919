/**
 * Verbs of requests and of what they leave behind: addresses, the log, the database.
 *
 * @module
 */

import '#runtime/adapters/sqlite';
import { SystemExit } from '#runtime/builtins';
import { latin1Decode } from '#runtime/codecs';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { executeFromCommandLine } from '#runtime/django/core/management';
import '#runtime/django/core/management/commands/runserver';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { closeOldConnections, connection, resetQueries } from '#runtime/django/db';
import { atomic, setAutocommit } from '#runtime/django/db/transaction';
import { HttpResponse } from '#runtime/django/http';
import { getUrlconf, setUrlconf } from '#runtime/django/urls';
import { attributeOf, loadModule } from '#runtime/importlib';
import { StringIO } from '#runtime/io';
import { Handler, type LogRecord, root } from '#runtime/logging';
import { setStreams, stderr, stdout } from '#runtime/sys';
import { setClock } from '#runtime/time';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import type { Json } from '../../../model.ts';
import { type AskedRequest, Browser } from '../browser.ts';
import { encode } from '../values.ts';
import type { Program, Step, Verb } from './program.ts';

class Noting extends Handler {
  readonly #program: Program;

  constructor(program: Program) {
    super();
    this.#program = program;
  }

  override emit({ levelName, name, message }: LogRecord): void {
    this.#program.tell('logged', levelName, name, message);
  }
}

function request(program: Program, asked: AskedRequest): void {
  if (program.handler === null) throw new TypeError("'NoneType' object is not callable");
  const result = program.handler(new Browser().environ(asked), (status) => {
    program.tell('started', status);
    return () => undefined;
  });
  try {
    program.tell('body', Array.from(result, latin1Decode).join(''));
  } finally {
    if (asked.close ?? true) {
      program.tell('close');
      result.close?.();
    }
  }
}

/** Runs a query; gives its rows where there are some. */
function query(sql: string): Json[][] {
  const cursor = connection.cursor();
  try {
    cursor.execute(sql);
    return cursor.fetchall().map((row) => row.map(encode));
  } finally {
    cursor[Symbol.dispose]();
  }
}

/** The number of the driver's connection, from 1; null where there is none. */
function tellConnection(program: Program): void {
  const held: unknown = connection.connection;
  if (held !== null && !program.connections.includes(held)) program.connections.push(held);
  program.tell('connection', program.connections.indexOf(held) + 1 || null);
}

function manage(program: Program, words: string[]): void {
  const before = { stdout: stdout(), stderr: stderr() };
  const streams = { stdout: new StringIO(), stderr: new StringIO() };
  setStreams(streams);
  try {
    void executeFromCommandLine(words);
  } finally {
    setStreams(before);
    for (const [name, stream] of Object.entries(streams)) {
      if (stream.getvalue()) program.tell(name, stream.getvalue());
    }
  }
}

const DATABASE_VERBS: Record<string, Verb> = {
  query: (_, sql: string) => {
    query(sql);
  },
  rows: (program, sql: string) => program.tell('rows', query(sql)),
  connection: tellConnection,
  autocommit: (_, on: boolean) => setAutocommit(on),
  errors: (program) => program.tell('errors occurred', connection.errorsOccurred),
  queries: (program) =>
    program.tell(
      'queries',
      connection.queries.map(({ sql }) => sql),
    ),
  atomic: (program, steps: Step[]) => atomic().run(() => program.do(steps)),
  'close old': () => closeOldConnections(),
  'reset queries': () => resetQueries(),
  'close connection': () => connection.close(),
};

/** Verbs of requests, of databases and of commands. */
export const REQUEST_VERBS: Record<string, Verb> = {
  ...DATABASE_VERBS,
  listen: (program) => root.addHandler(new Noting(program)),
  handler: (program) => {
    const handler = new WSGIHandler();
    program.handler = (environ, startResponse) => handler.__call__(environ, startResponse);
  },
  'get application': (program) => {
    program.handler = getWsgiApplication();
  },
  'application of': (program, module: string) => {
    program.handler = attributeOf(loadModule(module), 'application') as WSGIApplication;
  },
  request,
  respond: (_, status: number, text: string) => new HttpResponse(text, { status }),
  urlconf: (program) => program.tell('urlconf', getUrlconf() as string | null),
  'set urlconf': (_, urlconf: string) => setUrlconf(urlconf),
  clock: (_, seconds: number) => setClock(() => seconds),
  manage,
  exit: (_, status: number) => {
    throw new SystemExit(status);
  },
};
