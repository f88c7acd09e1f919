/**
 * What the page says of a run, in words.
 *
 * @module
 */

import { count, type Standing } from '../../components/snippet/words.ts';
import type { RunResult } from './runner.ts';

/** How a run ended. */
export function standingOfRun({ report, before }: RunResult): Standing {
  const { status, checks, marks, failures } = report;
  if (status === 'not-run' && before.length > 0)
    return { tone: 'failed', sign: '✗', words: 'not reached' };
  if (status === 'passed') {
    if (checks === 0) return { tone: 'ran', sign: '○', words: 'ran' };
    return { tone: 'verified', sign: '✓', words: `${count(checks, 'check')} held` };
  }
  const broken = marks.filter(({ ok }) => !ok).length;
  const isStopped = failures.some(({ message }) => message.startsWith('Stopped'));
  if (isStopped) return { tone: 'failed', sign: '✗', words: 'stopped' };
  return broken > 0
    ? { tone: 'failed', sign: '✗', words: `${broken} of ${count(marks.length, 'check')} failed` }
    : { tone: 'failed', sign: '✗', words: 'failed' };
}

/** What a run of a reader's text does, before it is done. */
export function whatIsRun(replays: number): string {
  if (replays === 0) return 'Run runs your text alone.';
  return `Run runs ${those(replays)} before it, as the book has ${replays === 1 ? 'it' : 'them'}, then yours.`;
}

/** What was run, and how long it took. */
export function courseOf({ replayed, milliseconds }: RunResult, isChanged: boolean): string {
  const own = isChanged ? 'your text' : 'this one';
  const what =
    replayed === 0 ? `Ran ${own} alone` : `Ran ${those(replayed)} before it, then ${own}`;
  return `${what}, in ${Math.max(1, Math.round(milliseconds))} ms.`;
}

/** What a screen reader says of a run. */
export function announcementOf(name: string, result: RunResult): string {
  const { words } = standingOfRun(result);
  const { report, before } = result;
  const [first] = [...before, ...report.failures];
  const printed = report.printed.trimEnd();
  const said = [
    `${name}: ${words}.`,
    first ? `${first.message} Line ${first.line}.` : '',
    printed === '' ? '' : `Output: ${clip(printed)}`,
    report.value === undefined ? '' : `Value: ${clip(report.value)}`,
  ];
  return said.filter((part) => part !== '').join(' ');
}

function those(count: number): string {
  return count === 1 ? 'the snippet' : `the ${count} snippets`;
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
