/**
 * The calls of requests to the demo project, as the recordings of real Django have them.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import { setup } from '#runtime/django';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { indexFrom } from '#runtime/django/urls/walk';
import { addUsers } from '#runtime/examples/django/database';
import '#runtime/examples/django/site';
import { MemoryFiles, setFiles } from '#runtime/files';
import { BytesIO, StringIO } from '#runtime/io';
import { environ } from '#runtime/os';
import { startProcess } from '#runtime/process';
import { seededEntropy, setEntropy } from '#runtime/random';
import { setStreams } from '#runtime/sys';
import { setClock } from '#runtime/time';
import type { Environ } from '#runtime/wsgiref/types';
import { type Call, recordCalls } from '#trace/calls';
import base from '../../../../src/runtime/examples/django/templates/base.html';
import form from '../../../../src/runtime/examples/django/templates/form.html';
import greeting from '../../../../src/runtime/examples/django/templates/greeting.html';
import page from '../../../../src/runtime/examples/django/templates/page.html';
import part from '../../../../src/runtime/examples/django/templates/part.html';
import type { SentRequest } from '../../stepper/setup.ts';
import type { DemoCalls, TracedCall } from './demo-answer.ts';
import { NOW } from './mysite/site.ts';

const SEED = 2019;

/** What Django makes at a first request is not told: a request is made three times. */
const TIMES = 3;

/** What is done to the project around its requests. */
export interface DemoHooks {
  /** Once the project is set up. */
  begin?: () => void;
  /** Before each request: puts the database there, as it is at first. */
  restore?: () => void;
}

/** The last of three times. Views that need the database raise where none is put in place. */
export function demoCalls(request: SentRequest, { begin, restore }: DemoHooks = {}): DemoCalls {
  startDemo();
  begin?.();
  const handler = new WSGIHandler();
  let answer: DemoCalls = { body: '', calls: [] };
  for (let time = 0; time < TIMES; time += 1) {
    restore?.();
    setEntropy(seededEntropy(SEED));
    answer = ask(handler, request);
  }
  return answer;
}

function startDemo(): void {
  startProcess();
  indexFrom(Infinity);
  setClock(() => NOW);
  setEntropy(seededEntropy(SEED));
  setStreams({ stdout: new StringIO(), stderr: new StringIO() });
  const templates = { base, form, greeting, page, part };
  const files = Object.entries(templates).map(([name, text]) => [`/templates/${name}.html`, text]);
  setFiles(new MemoryFiles(Object.fromEntries(files)));
  Object.assign(environ(), {
    DJANGO_SETTINGS_MODULE: 'demo.settings',
    DEMO_DATABASE: '/demo.sqlite3',
    DEMO_TEMPLATES: '/templates',
  });
  setup();
  addUsers();
}

function ask(handler: WSGIHandler, request: SentRequest): DemoCalls {
  const environ = environOf(request);
  const answer: Pick<DemoCalls, 'status' | 'headers'> = {};
  const chunks: string[] = [];
  const { calls, ended } = recordCalls(() => {
    const result = handler.__call__(environ, (status, headers) => {
      Object.assign(answer, { status, headers: headers.map(([name, value]) => [name, value]) });
      return () => undefined;
    });
    try {
      for (const chunk of result) chunks.push(String.fromCharCode(...chunk));
    } finally {
      result.close?.();
    }
  });
  return {
    ...answer,
    body: chunks.join(''),
    ...('error' in ended && { raised: (ended.error as Error).name }),
    calls: calls.map(written),
  };
}

function written({ depth, name, self }: Call): TracedCall {
  return self === undefined ? [depth, name] : [depth, name, self];
}

function environOf({ method, path, headers, body }: SentRequest): Environ {
  const mark = path.indexOf('?');
  const target = mark === -1 ? path : path.slice(0, mark);
  const environ: Record<string, unknown> = Object.assign(Object.create(null), {
    REQUEST_METHOD: method,
    SCRIPT_NAME: '',
    PATH_INFO: target.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    QUERY_STRING: mark === -1 ? '' : path.slice(mark + 1),
    SERVER_NAME: 'example.com',
    SERVER_PORT: '80',
    SERVER_PROTOCOL: 'HTTP/1.1',
    HTTP_HOST: 'example.com',
    CONTENT_LENGTH: body === '' ? '' : String(body.length),
    'wsgi.version': Object.freeze([1, 0]),
    'wsgi.url_scheme': 'http',
    'wsgi.input': new BytesIO(latin1Encode(body)),
    'wsgi.errors': new StringIO(),
    'wsgi.multithread': false,
    'wsgi.multiprocess': false,
    'wsgi.run_once': false,
  });
  for (const [name, value] of headers) {
    const key = name.toUpperCase().replaceAll('-', '_');
    environ[/^CONTENT_(?:TYPE|LENGTH)$/.test(key) ? key : `HTTP_${key}`] = value;
  }
  return environ as unknown as Environ;
}
