/**
 * The runtime with its calls reported: follows a request step by step, or lists the calls of one.
 *
 * @module
 */

import type { Trace } from '../stepper/model.ts';
import { checkRequest, checkSetup, fieldsOf, SetupError } from '../stepper/setup.ts';
import type { DemoCalls } from './traced/demo-answer.ts';
import { demoCalls } from './traced/demo-calls.ts';
import { followRequest } from './traced/follow.ts';

/** What may be asked. */
export type Asked =
  /** Every step of a request to the site of `mysite/`. */
  | { kind: 'follow'; setup: unknown }
  /** The calls of a request to the demo project, to be set beside real Django's. */
  | { kind: 'calls'; request: unknown };

/** Answers a message of {@link Asked}. @throws {SetupError} for what cannot be followed. */
export default function answer(message: unknown): Promise<Trace> | DemoCalls {
  const { kind, setup, request } = fieldsOf(message, 'The message');
  if (kind === 'follow') return followRequest(checkSetup(setup));
  if (kind === 'calls') return demoCalls(checkRequest(request));
  throw new SetupError('Ask for "follow" or "calls".');
}
