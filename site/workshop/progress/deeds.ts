/**
 * What a reader does on a page: snippets run, exercises attempted and solved.
 *
 * @module
 */

import { type Kind, mark } from './progress.ts';
import { LONGEST_NAME } from './text.ts';
import { openProgress } from './open.ts';

/** Keeps one deed; `detail` is what its event carries, and what names nothing is passed over. */
export function record(kind: Exclude<Kind, 'read'>, detail: unknown): void {
  const name = nameOf(detail, document.body.dataset['chapter'] ?? '');
  if (name === undefined) return;
  openProgress().change((progress) => {
    const now = Date.now();
    const attempted = kind === 'solved' ? mark(progress, 'attempted', name, now) : progress;
    return mark(attempted, kind, name, now);
  });
}

/** The name under which a deed is kept, `chapter#snippet` or `chapter#exercise`. */
export function nameOf(detail: unknown, here: string): string | undefined {
  if (typeof detail !== 'object' || detail === null) return undefined;
  const { chapter = here, snippet, exercise = snippet } = detail as Record<string, unknown>;
  if (typeof chapter !== 'string' || typeof exercise !== 'string' || exercise === '') {
    return undefined;
  }
  const name = exercise.includes('#') ? exercise : `${chapter}#${exercise}`;
  return name.length <= LONGEST_NAME ? name : undefined;
}
