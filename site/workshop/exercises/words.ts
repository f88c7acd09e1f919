/**
 * What the page says of an answer.
 *
 * @module
 */

import { count, type Standing } from '../../components/snippet/words.ts';
import { SandboxClosedError, SandboxError, SandboxRefusedError } from '../sandbox/errors.ts';
import { DownloadError } from '../python/files.ts';
import type { CheckOutcome, Outcome } from './outcome.ts';

/** How an answer came out. @param all how many checks there are */
export function standingOfAnswer({ trouble, checks }: Outcome, all: number): Standing {
  if (trouble.length > 0)
    return { tone: 'failed', sign: '✗', words: 'your answer fails by itself' };
  const missed = checks.filter(({ ok }) => !ok).length + all - checks.length;
  if (missed === 0) return { tone: 'verified', sign: '✓', words: `solved: ${held(all)}` };
  return { tone: 'failed', sign: '✗', words: `${missed} of ${count(all, 'check')} failed` };
}

/** How one check came out. */
export function standingOfCheck({ ok }: Pick<CheckOutcome, 'ok'>): Standing {
  return ok
    ? { tone: 'verified', sign: '✓', words: 'holds' }
    : { tone: 'failed', sign: '✗', words: 'fails' };
}

/** Who judged, and how long it took. */
export function courseOf({ judge, milliseconds }: Outcome): string {
  return `Judged by ${judge} in this page, in ${Math.max(1, Math.round(milliseconds))} ms.`;
}

/** What a screen reader says of an answer. */
export function announcementOf(outcome: Outcome, all: number): string {
  const { words } = standingOfAnswer(outcome, all);
  const said = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
  const [trouble] = outcome.trouble;
  if (trouble) return `${said} ${trouble.message} Line ${trouble.line} of your answer.`;
  const missed = outcome.checks.find(({ ok }) => !ok);
  if (!missed) return said;
  const { check, misses } = missed;
  if (check.hint !== undefined) return `${said} A check that is not shown fails. ${check.hint}`;
  const [first] = misses;
  const detail =
    first?.expected === undefined
      ? (first?.message ?? '')
      : `Expected ${first.expected}, received ${first.received ?? 'nothing'}.`;
  return `${said} ${check.title ?? check.id}: ${detail}`;
}

/** Why an answer could not be judged, as a sentence. */
export function troubleInWords(error: unknown): string {
  if (error instanceof SandboxRefusedError)
    return 'This browser does not let the sandbox start, so nothing can be checked here.';
  if (error instanceof DownloadError) return error.message;
  if (error instanceof SandboxClosedError) return 'The check has ended early.';
  if (error instanceof SandboxError) return `The check could not be carried out: ${error.message}`;
  return 'What checks an answer could not be loaded.';
}

function held(all: number): string {
  return all === 1 ? 'the check holds' : `all ${all} checks hold`;
}
