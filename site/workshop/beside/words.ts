/**
 * What a page says of two answers set side by side.
 *
 * @module
 */

import { count } from '../../components/snippet/words.ts';
import type { BothAnswers } from './both.ts';

/** The calls in one sentence. */
export function callsInWords({ rows, all }: BothAnswers['calls']): string {
  const of = (kind: string): number => rows.filter((row) => row.kind === kind).length;
  const [same, missing, extra] = [of('same'), of('missing'), of('extra')];
  const told = [
    `${count(same, 'call')} the same`,
    `${missing} missing in the runtime`,
    `${extra} only there`,
  ].join(', ');
  return `Django made ${count(all, 'call')}; of the functions that the runtime models: ${told}.`;
}

/** Whether all is the same, in words to be announced. */
export function verdictOf({ django, runtime, calls }: BothAnswers): string {
  const sameAnswer =
    django.status === runtime.status &&
    JSON.stringify(django.headers) === JSON.stringify(runtime.headers) &&
    (django.body ?? '') === runtime.body;
  const sameCalls = calls.rows.every(({ kind }) => kind === 'same');
  if (sameAnswer && sameCalls) return 'Both answered the same, by the same calls';
  if (sameAnswer) return 'Both answered the same; their calls differ';
  return sameCalls
    ? 'Their answers differ; their calls are the same'
    : 'Their answers and calls differ';
}
