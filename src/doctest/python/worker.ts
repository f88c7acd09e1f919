/**
 * The worker thread in which CPython runs: it loads Pyodide and the driver, then makes one call
 * after another. It reaches no network and prints nothing of its own.
 *
 * @module
 */

import { parentPort, workerData } from 'node:worker_threads';
import { loadPyodide } from 'pyodide';

import { interruptBuffer } from './interrupt-buffer.ts';
import { cutNetwork } from './no-network.ts';
import type { Call, Reply, WorkerSetup } from './protocol.ts';

const HOME = '/round-trip';
const { interrupt, files } = workerData as WorkerSetup;

cutNetwork();

const silent = (): void => {};
const python = await loadPyodide({
  env: { HOME: '/home/reader', PYTHONHASHSEED: '0', TZ: 'UTC' },
  jsglobals: { Object, setTimeout, clearTimeout },
  stdin: () => null,
  stdout: silent,
  stderr: silent,
});

const { PythonError } = python.ffi;

python.FS.mkdirTree(`${HOME}/round_trip`);
for (const [name, text] of Object.entries(files)) {
  python.FS.writeFile(`${HOME}/round_trip/${name}`, text);
}
const driver = python.runPython(
  `import sys; sys.path.insert(0, '${HOME}')\nfrom round_trip import driver\nsys.path.pop(0); driver`,
  { globals: python.toPy({}) },
);
send({ kind: 'ready', version: driver.prepare() });
python.setInterruptBuffer(interruptBuffer(interrupt));

parentPort?.on('message', ({ name, argument }: Call) => send(answer(name, argument)));

function answer(name: Call['name'], argument: string): Reply {
  const start = processorTime();
  const used = () => processorTime() - start;
  try {
    const text: string = driver[name](argument);
    return { kind: 'returned', text, milliseconds: used() };
  } catch (error) {
    if (isInterrupt(error)) return { kind: 'interrupted', milliseconds: used() };
    return { kind: 'broken', reason: lastLine(error) };
  }
}

/** Milliseconds on a processor, or by the clock where Node cannot tell. */
function processorTime(): number {
  if (!('threadCpuUsage' in process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function isInterrupt(error: unknown): boolean {
  return error instanceof PythonError && error.type === 'KeyboardInterrupt';
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}

function send(reply: Reply): void {
  parentPort?.postMessage(reply, []);
}
