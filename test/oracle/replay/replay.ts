/**
 * Which suite is replayed by what.
 *
 * @module
 */

import type { Case, Out, SuiteName } from '../model.ts';
import { replayHandler } from './wsgiref-handler.ts';
import { replayValues } from './wsgiref-values.ts';

/** What the runtime does with a case of each suite. */
export const REPLAYS: Record<SuiteName, (input: Case) => Out | Promise<Out>> = {
  'wsgiref-handler': replayHandler,
  'wsgiref-values': replayValues,
};
