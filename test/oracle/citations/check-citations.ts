/**
 * Holds what chapters cite against the places that the oracle has recorded, and against the
 * source itself where that is at hand. A citation that has drifted fails at the chapter's line.
 *
 * @module
 */

import type { BookCheck } from '../../../src/doctest/book.ts';
import { definitionAt, hashOf } from '../../../src/models/definition.ts';
import type { InstalledSource } from '../../../src/models/installed-source.ts';
import { DJANGO_RELEASE } from '../../../src/models/permalinks.ts';
import type { Places } from '../../../src/models/places.ts';
import type { TagIndex } from '../../../src/models/tag-index.ts';
import { citationsOf, type Citation } from './citations.ts';

/** What citations are held against. */
export interface Originals {
  places: Places;
  tags: TagIndex;
  /** Absent where this machine has no source of Django. */
  source: InstalledSource | undefined;
}

const RECORD =
  'Run npm run oracle -- --places --write to record it, and look at the line that it shows.';

/** Makes the check; `originals` is asked each time, for recordings change while a book is written. */
export function checkCitations(originals: () => Originals): BookCheck {
  return (chapters, ledger) => {
    const { places, tags, source } = originals();
    return chapters.flatMap((chapter) =>
      citationsOf(chapter, ledger, tags).flatMap((citation) => {
        const message = problemOf(citation, places, source);
        if (message === undefined) return [];
        const { id, line, column } = citation;
        return [{ file: chapter.file, line, column, id, message }];
      }),
    );
  };
}

/** What is wrong with a citation, in a sentence; undefined where nothing is. */
export function problemOf(
  { cited, kind }: Pick<Citation, 'cited' | 'kind'>,
  places: Places,
  source: InstalledSource | undefined,
): string | undefined {
  return kind === 'name' ? nameProblem(cited, places, source) : lineProblem(cited, places, source);
}

function nameProblem(
  name: string,
  places: Places,
  source: InstalledSource | undefined,
): string | undefined {
  if (!/^django[.:]/.test(name)) return undefined;
  if (!places.has(name)) return `The source has no ${name}, or it is not recorded yet. ${RECORD}`;
  const place = places.of(name);
  if (!place || !source) return undefined;
  const lines = source.lines(place.file);
  if (lines && definitionAt(lines, place.line, place.hash)) return undefined;
  return `${name} is not what is recorded of ${place.file}:${place.line}: the source in ${source.folder} is not that of Django ${DJANGO_RELEASE}, or the recording is old. ${RECORD}`;
}

function lineProblem(
  cited: string,
  places: Places,
  source: InstalledSource | undefined,
): string | undefined {
  const hash = places.hashOfLine(cited);
  if (hash === undefined) return `The line ${cited} is cited but not recorded. ${RECORD}`;
  if (!source || !cited.startsWith('django/')) return undefined;
  const [file = '', line = ''] = cited.split(':');
  const text = source.lines(file)?.[Number(line) - 1];
  if (text !== undefined && hashOf(text.trim()) === hash) return undefined;
  return `The line ${cited} is not the one that is recorded: the source in ${source.folder} is not that of Django ${DJANGO_RELEASE}, or the recording is old. ${RECORD}`;
}
