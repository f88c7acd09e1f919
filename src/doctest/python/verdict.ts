/**
 * From what happened to a fence to what is said of it.
 *
 * @module
 */

import type { PythonFence, PythonMismatch, PythonResult } from './fence.ts';
import type { Limited } from './limit.ts';
import type { FenceAnswer } from './protocol.ts';
import { matches, tidy } from '../values/pattern.ts';

/** What became of a fence, and whether later fences of its chapter can still run. */
export interface Verdict {
  result: PythonResult;
  ends: boolean;
}

const NOTHING: FenceAnswer = {
  examples: 0,
  checks: 0,
  printed: '',
  failures: [],
  overflowed: false,
  cut: null,
  ends: true,
};

/** The verdict on a fence that was run; `outputLimit` in bytes. */
export function judgeFence(fence: PythonFence, limited: Limited, outputLimit: number): Verdict {
  const { reply } = limited;
  const answer: FenceAnswer = reply.kind === 'returned' ? JSON.parse(reply.text) : NOTHING;
  const failures = [...answer.failures];
  const stop = reasonToStop(fence, limited, answer, outputLimit);
  if (stop !== undefined) {
    failures.push({ ...(answer.cut ?? { line: fence.line, column: fence.column }), message: stop });
  }
  const ends = answer.ends || stop !== undefined;
  if (!ends) failures.push(...judgeOutput(fence, answer.printed));
  const { value, valueRepr } = answer;
  const result: PythonResult = {
    id: fence.id,
    status: failures.length === 0 ? 'passed' : 'failed',
    examples: answer.examples,
    checks: answer.checks + (fence.output === undefined ? 0 : 1),
    printed: answer.printed,
    ...(value === undefined ? {} : { value }),
    ...(valueRepr === undefined ? {} : { valueRepr }),
    failures,
  };
  return { result, ends };
}

/** The result of a fence that was never reached. */
export function notRun({ id }: PythonFence): PythonResult {
  return { id, status: 'not-run', examples: 0, checks: 0, printed: '', failures: [] };
}

function reasonToStop(
  fence: PythonFence,
  { reply, stopped }: Limited,
  answer: FenceAnswer,
  outputLimit: number,
): string | undefined {
  if (answer.overflowed) return `printed more than ${outputLimit} bytes`;
  if (stopped) return `stopped after ${fence.timeout} ms: the snippet does not end`;
  if (reply.kind === 'broken') return `ends Python itself: ${reply.reason}`;
  if (answer.cut !== null || reply.kind === 'interrupted') return 'raises KeyboardInterrupt';
  return undefined;
}

function judgeOutput(fence: PythonFence, printed: string): PythonMismatch[] {
  const { output, line, column } = fence;
  if (output === undefined || matches(tidy(printed), tidy(output))) return [];
  const [expected, received] = [tidy(output), tidy(printed)];
  const message =
    received === '' ? 'prints nothing' : 'prints something else than its output fence says';
  return [{ line, column, message, expected, received, replacement: received }];
}
