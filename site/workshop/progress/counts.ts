/**
 * Progress in numbers, chapter by chapter.
 *
 * @module
 */

import { isMarked, namesOf, type Progress } from './progress.ts';

/** What a reader has done in one chapter. */
export interface ChapterCounts {
  read: boolean;
  /** How many of its snippets were run. */
  ran: number;
  /** How many of its exercises were solved. */
  solved: number;
}

/** Counts what belongs to a chapter: names of snippets and exercises begin with its id and `#`. */
export function countChapter(progress: Progress, chapter: string): ChapterCounts {
  const own = (name: string): boolean => name.startsWith(`${chapter}#`);
  return {
    read: isMarked(progress, 'read', chapter),
    ran: namesOf(progress, 'ran').filter(own).length,
    solved: namesOf(progress, 'solved').filter(own).length,
  };
}

/** What a record holds, in words: `2 chapters read, 1 snippet run and 0 exercises solved`. */
export function inWords(progress: Progress): string {
  const count = (kind: 'read' | 'ran' | 'solved', one: string): string => {
    const { length } = namesOf(progress, kind);
    return `${length} ${one}${length === 1 ? '' : 's'}`;
  };
  return `${count('read', 'chapter')} read, ${count('ran', 'snippet')} run and ${count('solved', 'exercise')} solved`;
}
