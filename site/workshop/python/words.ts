/**
 * What a page says of Python that it loads and runs, in words.
 *
 * @module
 */

import { count, type Standing } from '../../components/snippet/words.ts';
import { SandboxClosedError, SandboxError, SandboxRefusedError } from '../sandbox/errors.ts';
import { DownloadError } from './files.ts';
import type { FenceRun } from './scenes.ts';
import type { PythonState } from './session.ts';

/** Megabytes, as `4.2 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How a start goes. */
export function stateInWords(state: PythonState): string {
  switch (state.kind) {
    case 'downloading':
      return `Loading Python: ${(state.loaded / 1e6).toFixed(1)} of ${megabytes(state.total)}`;
    case 'starting':
      return 'Starting Python';
    case 'ready':
      return `Python ${state.version} is ready`;
  }
}

/** What went wrong, as a sentence. */
export function troubleInWords(error: unknown): string {
  if (error instanceof DownloadError) return error.message;
  if (error instanceof SandboxRefusedError) return 'This browser cannot run Python in a page.';
  if (error instanceof SandboxClosedError) return 'Python has ended.';
  if (error instanceof SandboxError) return `Python does not work here: ${lastLine(error.message)}`;
  return 'Python could not be loaded.';
}

/** How a run ended. */
export function standingOfPython({ result, broken }: FenceRun): Standing {
  if (broken) return { tone: 'failed', sign: '✗', words: 'not reached' };
  if (result.status !== 'passed') return { tone: 'failed', sign: '✗', words: 'failed' };
  if (result.checks === 0) return { tone: 'ran', sign: '○', words: 'ran' };
  return { tone: 'verified', sign: '✓', words: `${count(result.checks, 'check')} held` };
}

/** Who ran it, what before it, and how long it took. */
export function courseOfPython(run: FenceRun, django: boolean): string {
  const { replayed, kept, version, milliseconds } = run;
  const who = `${django ? 'Django 2.2.28 on ' : ''}CPython ${version}`;
  const before =
    replayed.length > 0
      ? `, after ${those(replayed.length)} above it`
      : kept > 0
        ? `, where ${those(kept)} above it had left off`
        : '';
  return `By ${who} in this page${before}, in ${Math.max(1, Math.round(milliseconds))} ms.`;
}

function those(snippets: number): string {
  return snippets === 1 ? 'the snippet' : `the ${snippets} snippets`;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
