/**
 * What goes on in the server: what is printed, and what is logged.
 *
 * @module
 */

import { render } from '../../../../src/doctest/values/render.ts';
import { addHandler, type LogRecord } from '../../../../src/runtime/logging.ts';
import { setStreams, stderr, stdout } from '../../../../src/runtime/sys.ts';
import type { LogLine, Noise } from '../../playground/served.ts';
import { raisedBy, readable } from './raised.ts';

const MOST_CHARACTERS = 64 * 1024;
const MOST_RECORDS = 500;
const LEFT_OUT = '\n… There was more; it is left out.\n';

let terminal = '';
let log: LogLine[] = [];

/** Takes over the console, the standard streams and the log. */
export function listen(): void {
  const print = (...values: unknown[]): void => write(`${values.map(show).join(' ')}\n`);
  Object.assign(console, { log: print, info: print, debug: print, warn: print, error: print });
  const stream = { write, flush: () => {} };
  setStreams({ stdout: stream, stderr: stream });
  addHandler(keep);
}

/** What has gone on since it was last asked. */
export function takeNoise(): Noise {
  stdout().flush();
  stderr().flush();
  const taken = { terminal: readable(terminal), log };
  terminal = '';
  log = [];
  return taken;
}

function write(text: string): void {
  if (terminal.length > MOST_CHARACTERS) return;
  terminal += text;
  if (terminal.length > MOST_CHARACTERS) terminal = terminal.slice(0, MOST_CHARACTERS) + LEFT_OUT;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : render(value);
}

function keep({ name, levelName, message, excInfo }: LogRecord): void {
  if (log.length >= MOST_RECORDS) return;
  const raised = excInfo ? { raised: raisedBy(excInfo) } : {};
  log.push({ logger: name, level: levelName, text: message.slice(0, 10_000), ...raised });
}
