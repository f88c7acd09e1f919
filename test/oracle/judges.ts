/**
 * How to ask each judge.
 *
 * @module
 */

import { startDjangoRecorder } from './django/record.ts';
import type { Recorder } from './model.ts';
import { startRecorder } from './record.ts';
import type { JudgeName } from './suites.ts';

/** Starts a judge. @throws {JudgeMissingError} where it is not at hand. */
export const JUDGES: Record<JudgeName, () => Promise<Recorder>> = {
  wsgiref: startRecorder,
  django: async () => startDjangoRecorder(),
};
