import { rm } from 'node:fs/promises';
import type { JSHandle } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { conform, type SuiteReport } from '../oracle/compare.ts';
import { readDifferences } from '../oracle/differences.ts';
import { readRecording, recordingPath } from '../oracle/files.ts';
import type { Case, Out } from '../oracle/model.ts';
import { useReader } from './reader.ts';
import { buildWorker } from './replay/build-worker.ts';
import { type ServedSite, serve } from './serve.ts';

/** What the worker in the page does with a case. @throws an `Error` with what went wrong there. */
async function replayIn(worker: JSHandle<Worker>, suite: string, input: Case): Promise<Out> {
  const asked = JSON.stringify({ suite, input });
  const answer = await worker.evaluate(
    (thread: Worker, text: string) =>
      new Promise<string>((resolve) => {
        const once = { once: true };
        const fail = (event: ErrorEvent): void => resolve(JSON.stringify({ error: event.message }));
        thread.addEventListener('message', ({ data }) => resolve(JSON.stringify(data)), once);
        thread.addEventListener('error', fail, once);
        thread.postMessage(JSON.parse(text));
      }),
    asked,
  );
  const read = JSON.parse(answer) as { out: Out } | { error: string };
  if ('error' in read) throw new Error(`${input.id}: ${read.error}`);
  return read.out;
}

describe.skipIf(!inject('chromium')).each([
  { suite: 'django-http', traced: false },
  { suite: 'django-middleware', traced: false },
  { suite: 'django-trace', traced: true },
])('the runtime in Chromium, suite $suite', ({ suite, traced }) => {
  const open = useReader();
  let folder: string;
  let site: ServedSite;

  beforeAll(async () => {
    folder = await buildWorker(traced);
    site = await serve({ folder, base: '/', content: 'fixture' });
  });

  afterAll(async () => {
    site.close();
    await rm(folder, { recursive: true });
  });

  async function replayAll(): Promise<SuiteReport> {
    const { page, complaints, close } = await open(site.address);
    const worker = await page.evaluateHandle(() => new Worker('worker.js', { type: 'module' }));
    const report = await conform(readRecording(recordingPath(suite)), readDifferences(), (input) =>
      replayIn(worker, suite, input),
    );
    await close();
    expect(complaints).toEqual([]);
    return report;
  }

  it('does what real Django did, with SQLite in WebAssembly', async () => {
    const report = await replayAll();
    expect(report.failed).toEqual([]);
    expect(report.passed).toBe(report.total);
    expect(report.total).toBeGreaterThan(50);
  });
});
