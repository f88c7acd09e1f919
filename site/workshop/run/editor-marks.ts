/**
 * What a run gave, as marks at the lines of an editor.
 *
 * @module
 */

import type { Failure } from '../../../src/doctest/model.ts';
import type { Mark } from '../editor/open-editor.ts';
import type { RunResult } from './runner.ts';

/** The marks of a run. */
export function editorMarks({ report, marks }: RunResult): Mark[] {
  const held = marks
    .filter(({ ok }) => ok)
    .map(({ line }): Mark => ({ line, kind: 'held', message: '' }));
  return [...held, ...report.failures.map(markOf)];
}

function markOf({ line, message, expected, received }: Failure): Mark {
  if (expected === undefined) return { line, kind: 'error', message };
  const detail = `- expected  ${expected}\n+ received  ${received ?? ''}`;
  return { line, kind: 'failed', message, detail };
}
