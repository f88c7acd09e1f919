/**
 * A case of suite django-trace on the runtime, where that reports its calls.
 *
 * @module
 */

import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { WSGIRequestHandler } from '#runtime/django/core/servers/request-handler';
import { StringIO } from '#runtime/io';
import type { WSGIApplication } from '#runtime/wsgiref/types';
import { recordCalls, startRecord } from '#trace/calls';
import type { Case, Json, Out } from '../../model.ts';
import { Output } from '../../replay/output.ts';
import { CLOCK, parseRequest } from '../../replay/serve.ts';
import { type AskedRequest, Browser } from './browser.ts';
import { project } from '#trace/call-lists';
import { DemoSite, prepareProcess } from './demo-site.ts';
import { settingsOf } from './http.ts';
import { sitePlace } from './site-place.ts';

const TIMES = 3;
const NONE: ReadonlySet<string> = new Set();

/** The calls of each request of a case; the last of three times, when nothing is new any more. */
export async function traceCase(input: Case): Promise<Out> {
  const site = new DemoSite(settingsOf(input), input['atomic'] === true);
  try {
    let out: Out = {};
    for (let time = 0; time < TIMES; time += 1) {
      site.restore();
      out = await askAll(input);
    }
    return {
      ...out,
      ...(input['wake'] !== undefined && { wake: wake(input['wake'] as string[]) }),
    };
  } finally {
    site.end();
  }
}

/** Which of these functions a new process enters while it makes the application, each once. */
function wake(functions: string[]): Json {
  const database = sitePlace().newDatabase();
  prepareProcess(database.path);
  const { calls, ended } = recordCalls(() => getWsgiApplication());
  database.remove();
  if ('error' in ended) throw ended.error;
  const wanted = { functions: new Set(functions), methods: NONE, classes: NONE, closed: NONE };
  const entered = project(
    calls.map(({ depth, name }) => [depth, name]),
    wanted,
  );
  const names = entered.map(([, name]) => name);
  return entered.filter(([, name], index) => names.indexOf(name) === index) as Json[][];
}

async function askAll(input: Case): Promise<Out> {
  const start = recordCalls(() => new WSGIHandler());
  if ('error' in start.ended) throw start.ended.error;
  const handler = start.ended.value;
  const received = (input['bytes'] ?? []) as string[];
  const served: Out[] = [];
  for (const bytes of received) served.push(await askServer(handler, bytes));
  const browser = new Browser();
  const requests = (input['requests'] ?? []) as unknown as AskedRequest[];
  return {
    start: written(start.calls),
    requests: [...served, ...requests.map((request) => askApplication(handler, browser, request))],
  };
}

type Answer = { status: string; headers: [string, string][] };

function askApplication(handler: WSGIHandler, browser: Browser, request: AskedRequest): Out {
  const environ = browser.environ(request);
  const answers: Answer[] = [];
  const chunks: Uint8Array[] = [];
  const { calls, ended } = recordCalls(() => {
    const result = handler.__call__(environ, (status, headers) => {
      answers.push({ status, headers: headers.map(([name, value]) => [name, value]) });
      return () => undefined;
    });
    try {
      for (const chunk of result) chunks.push(chunk);
    } finally {
      result.close?.();
    }
  });
  const [answer] = answers;
  if (answer && !('error' in ended)) {
    const body = chunks.map((chunk) => String.fromCharCode(...chunk)).join('');
    browser.lookAt({ headers: answer.headers, body });
  }
  return {
    ...('error' in ended && { raised: (ended.error as Error).name }),
    ...(answer && { status: answer.status }),
    calls: written(calls),
  };
}

async function askServer(handler: WSGIHandler, bytes: string): Promise<Out> {
  const output = new Output();
  const host = {
    stderr: new StringIO(),
    clock: CLOCK,
    serverSoftware: 'Oracle/1',
    getApp: (): WSGIApplication => (environ, start) => handler.__call__(environ, start),
    baseEnviron: {
      SERVER_NAME: 'example.com',
      GATEWAY_INTERFACE: 'CGI/1.1',
      SERVER_PORT: '80',
      REMOTE_HOST: '',
      CONTENT_LENGTH: '',
      SCRIPT_NAME: '',
    },
  };
  const stop = startRecord();
  await new WSGIRequestHandler(parseRequest(bytes), host, output).handle();
  const calls = stop();
  const [statusLine = ''] = output.sent.split('\r\n');
  return { status: statusLine.slice(statusLine.indexOf(' ') + 1), calls: written(calls) };
}

function written(calls: ReturnType<typeof recordCalls>['calls']): Json {
  return calls.map(({ depth, name, self }) =>
    self === undefined ? [depth, name] : [depth, name, self],
  );
}
