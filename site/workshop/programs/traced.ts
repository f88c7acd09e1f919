/**
 * The runtime with its calls reported: follows a request step by step.
 *
 * @module
 */

import type { Trace } from '../stepper/model.ts';
import { checkSetup } from '../stepper/setup.ts';
import { followRequest } from './traced/follow.ts';

/** The trace of a setup. @throws {SetupError} for what cannot be followed. */
export default function answer(message: unknown): Promise<Trace> {
  return followRequest(checkSetup(message));
}
