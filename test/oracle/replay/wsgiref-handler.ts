/**
 * Suite wsgiref-handler on the runtime: an application run by a handler, and all that is seen
 * from outside.
 *
 * @module
 */

import { latin1Encode } from '#runtime/codecs';
import { BytesIO, StringIO } from '#runtime/io';
import { catchWarnings } from '#runtime/warnings';
import { BaseCGIHandler, SimpleHandler } from '#runtime/wsgiref/handlers';
import { ServerHandler, type WSGIRequestHandler } from '#runtime/wsgiref/request-handler';
import type { Header, PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import type { Case, Json, Out } from '../model.ts';
import { type ApplicationDescription, makeApplication } from './application.ts';
import { Output, type OutputOptions } from './output.ts';
import { CLOCK, SERVER, serve } from './serve.ts';
import { UnknownWordError } from '../unknown-word-error.ts';
import { decodeRecord, encodeError } from './values.ts';

interface HandlerOptions {
  kind: 'simple' | 'cgi' | 'server';
  multithread?: boolean;
  multiprocess?: boolean;
  software?: string | null;
  version?: string;
  files?: false;
  frames?: number;
  error?: [status: string, headers: Header[], body: string];
}

const FRAMES = /Traceback \(most recent call last\):\n(?: .*\n)*/g;
const EARLIER = /.*\n\nThe above exception was the direct cause of the following exception:\n\n/g;
const MOMENT = /\[\d\d\/\w{3}\/\d{4} \d\d:\d\d:\d\d\]/g;

function logLines(text: string): string[] {
  const shown = text.replace(FRAMES, '').replace(EARLIER, '').replace(MOMENT, '[moment]');
  const lines = shown.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function makeHandler(input: Case, output: Output, log: StringIO, events: Json[]): SimpleHandler {
  const options = input['handler'] as unknown as HandlerOptions;
  const made = { simple: SimpleHandler, cgi: BaseCGIHandler, server: ServerHandler }[options.kind];
  const handler = new made(
    new BytesIO(latin1Encode(input['input'] as string)),
    output,
    log,
    decodeRecord(input['environ'] as Json[]) as PartialEnviron,
    {
      multithread: options.multithread ?? true,
      multiprocess: options.multiprocess ?? false,
      clock: CLOCK,
    },
  );
  handler.osEnviron = {};
  handler.serverSoftware = options.software === undefined ? SERVER : options.software;
  handler.httpVersion = options.version ?? '1.0';
  if (options.files === false) handler.wsgiFileWrapper = null;
  if (options.frames !== undefined) handler.tracebackLimit = options.frames;
  if (options.error !== undefined) {
    [handler.errorStatus, handler.errorHeaders] = options.error;
    handler.errorBody = latin1Encode(options.error[2]);
  }
  if (handler instanceof ServerHandler) handler.requestHandler = makeLogger(events);
  return handler;
}

function makeLogger(events: Json[]): WSGIRequestHandler {
  const logger = {
    logRequest: (code: Json, size: Json) => void events.push(['logged', code, size]),
  };
  return logger as unknown as WSGIRequestHandler;
}

/** What the runtime does with a case of the suite. */
export async function replayHandler(input: Case): Promise<Out> {
  const output = new Output(input['output'] as OutputOptions | undefined);
  const log = new StringIO();
  const events: Json[] = [];
  const application: WSGIApplication = makeApplication(
    input['application'] as unknown as ApplicationDescription,
    events,
    () => output.flushed,
  );
  const warnings: string[] = [];
  let raised: Json = null;
  try {
    if (typeof input['request'] === 'string')
      await serve(input['request'], application, output, log);
    else runRecordingWarnings(makeHandler(input, output, log, events), application, warnings);
  } catch (error) {
    if (error instanceof UnknownWordError) throw error;
    raised = encodeError(error);
  }
  return { wire: output.sent, events, log: logLines(log.getvalue()), raised, warnings };
}

function runRecordingWarnings(
  handler: SimpleHandler,
  application: WSGIApplication,
  warnings: string[],
): void {
  const failures: unknown[] = [];
  const caught = catchWarnings(() => {
    try {
      handler.run(application);
    } catch (error) {
      failures.push(error);
    }
  });
  warnings.push(...caught.map((warning) => warning.message));
  if (failures.length > 0) throw failures[0];
}
