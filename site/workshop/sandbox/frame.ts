/**
 * The script of the sandbox's page: makes workers for the page that embeds it, and passes on what
 * they say. It runs in an origin of its own and does nothing anywhere else.
 *
 * @module
 */

import type { FromFrame, FromWorker, ToFrame, ToWorker } from './protocol.ts';

/** The text of the worker's script, put here when this script is bundled. */
declare const WORKER: string;

const isApart = self.origin === 'null' && parent !== self;
if (isApart) addEventListener('message', begin, { once: true });
else document.body.textContent = 'This page does nothing by itself: the book runs snippets in it.';

function begin({ source, ports }: MessageEvent): void {
  const [port] = ports;
  if (source !== parent || !port) return;
  const programs = new Map<string, string>();
  const workers = new Map<number, Worker>();
  const script = addressOf(WORKER);
  const tell = (message: FromFrame): void => port.postMessage(message);

  function start(worker: number, program: string): void {
    const made = new Worker(script);
    made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
      tell({ ...data, worker }),
    );
    made.addEventListener('error', ({ message }) =>
      tell({ worker, type: 'broken', error: { name: 'Error', message: message ?? '', stack: '' } }),
    );
    const order: ToWorker = { type: 'load', address: programs.get(program) ?? '' };
    made.postMessage(order);
    workers.set(worker, made);
  }

  port.addEventListener('message', ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === 'program') programs.set(data.program, addressOf(data.text));
    else if (data.type === 'start') start(data.worker, data.program);
    else if (data.type === 'ask') {
      const order: ToWorker = { type: 'ask', ask: data.ask, message: data.message };
      workers.get(data.worker)?.postMessage(order, data.transfer);
    } else {
      workers.get(data.worker)?.terminate();
      workers.delete(data.worker);
    }
  });
  port.start();
  tell({ type: 'hello' });
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
}
