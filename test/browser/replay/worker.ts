/**
 * A worker in a browser that replays cases on the runtime, one message a case.
 *
 * @module
 */

import { indexFrom } from '#runtime/django/urls/walk';
import { replayHttp } from '../../oracle/django/replay/http.ts';
import { replayMiddleware } from '../../oracle/django/replay/middleware.ts';
import { traceCase } from '../../oracle/django/replay/traced-case.ts';
import type { Case, Out } from '../../oracle/model.ts';
import { liveInMemory } from './memory-place.ts';

/** A case, and the suite that it is of. */
export interface Asked {
  suite: string;
  input: Case;
}

const REPLAYS: Record<string, (input: Case) => Out | Promise<Out>> = {
  'django-http': replayHttp,
  'django-middleware': replayMiddleware,
  'django-trace': traceCase,
};

const ready = liveInMemory();

self.addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  await ready;
  if (data.suite === 'django-trace') indexFrom(Infinity);
  try {
    self.postMessage({ out: await REPLAYS[data.suite]?.(data.input) });
  } catch (error) {
    self.postMessage({ error: String((error as Error).stack ?? error) });
  }
});
