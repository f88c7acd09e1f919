/**
 * The script of the sandbox's page: makes workers for the page that embeds it, and passes on what
 * they say. It runs in an origin of its own, for a page of ours, and does nothing anywhere else.
 *
 * @module
 */

import {
  MOST_BYTES,
  type FromFrame,
  type FromWorker,
  type ToFrame,
  type ToWorker,
} from './protocol.ts';
import { weighsAtMost } from './weight.ts';

/** The text of the worker's script, put here when this script is bundled. */
declare const WORKER: string;

const isApart = self.origin === 'null' && parent !== self;
const { origin: ours } = new URL(location.href);
if (isApart) addEventListener('message', greet);
else document.body.textContent = 'This page does nothing by itself: the book runs snippets in it.';

/** Takes the first port that the page around hands over. It must be a page of our own. */
function greet({ source, origin, ports: [port] }: MessageEvent): void {
  if (source !== parent || origin !== ours || !port) return;
  removeEventListener('message', greet);
  begin(port);
}

function begin(port: MessagePort): void {
  const programs = new Map<string, string>();
  const workers = new Map<number, Worker>();
  const script = addressOf(WORKER);
  const tell = (message: FromFrame): void => port.postMessage(message);

  function start(worker: number, program: string): void {
    const made = new Worker(script);
    const pass = (said: FromWorker): void => {
      if (workers.has(worker)) tell({ type: 'said', worker, said });
    };
    const stop = (message: string): void => {
      pass({ type: 'broken', error: { name: 'Error', message, stack: '' } });
      end(worker);
    };
    made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (weighsAtMost(data, MOST_BYTES)) pass(data);
      else stop(`Stopped: more than ${MOST_BYTES / 1024 / 1024} MB at once.`);
    });
    made.addEventListener('messageerror', () => stop('Stopped: an answer that cannot be read.'));
    made.addEventListener('error', (event) => {
      event.preventDefault();
      stop((event.message ?? '').replace(/^Uncaught /, ''));
    });
    workers.set(worker, made);
    const order: ToWorker = { type: 'load', address: programs.get(program) ?? '' };
    made.postMessage(order);
  }

  function end(worker: number): void {
    workers.get(worker)?.terminate();
    workers.delete(worker);
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === 'program') programs.set(data.program, addressOf(data.text));
    else if (data.type === 'start') start(data.worker, data.program);
    else if (data.type === 'end') end(data.worker);
    else {
      const order: ToWorker = { type: 'ask', ask: data.ask, message: data.message };
      workers.get(data.worker)?.postMessage(order, data.transfer);
    }
  });
  port.start();
  tell({ type: 'hello' });
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
