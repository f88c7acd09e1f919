/**
 * What a chapter cites of Django and CPython: by name, in `<Source of="…">` and `src=`, and by
 * line, in the ledger's rows that it carries and in links.
 *
 * @module
 */

import type { Chapter, Ledger } from '../../../src/doctest/model.ts';
import { PlaceFinder } from '../../../src/doctest/parse/places.ts';
import { citedLinks } from '../../../src/models/permalinks.ts';
import type { TagIndex } from '../../../src/models/tag-index.ts';

/** One citation and where it stands. */
export interface Citation {
  /** `module:qualified.name`, or `django/urls/base.py:15`. */
  cited: string;
  kind: 'name' | 'line';
  /** What a failure is ascribed to: the claim's id, the fence's, or `''`. */
  id: string;
  line: number;
  column: number;
}

const SOURCE = /<Source\s[^>]*?\bof\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The citations of a chapter, in no order. */
export function citationsOf(
  chapter: Chapter,
  ledger: Ledger | undefined,
  tags: TagIndex,
): Citation[] {
  return [
    ...sourcesIn(chapter),
    ...fencesOf(chapter, tags),
    ...claimsOf(chapter, ledger),
    ...linksIn(chapter),
  ];
}

/** The lens components of a chapter; what stands in a fence is none. */
function sourcesIn(chapter: Chapter): Citation[] {
  const places = new PlaceFinder(chapter.source);
  return [...chapter.source.matchAll(SOURCE)]
    .filter(({ index }) => !isInFence(chapter, index))
    .map(({ index, 1: double, 2: single }) => {
      const { line, column } = places.at(index);
      return { cited: double ?? single ?? '', kind: 'name', id: '', line, column };
    });
}

function fencesOf({ fences }: Chapter, tags: TagIndex): Citation[] {
  return fences.flatMap(({ id, flags, place: { line, column } }) =>
    flags.src === undefined
      ? []
      : tags
          .modelsOf(flags.src)
          .map((cited): Citation => ({ cited, kind: 'name', id, line, column })),
  );
}

function claimsOf({ claims }: Chapter, ledger: Ledger | undefined): Citation[] {
  return claims.flatMap(({ id, place: { line, column } }) =>
    (ledger?.claims.find((row) => row.id === id)?.decidedBy ?? []).map((cited): Citation => ({
      cited,
      kind: 'line',
      id,
      line,
      column,
    })),
  );
}

function linksIn({ source }: Chapter): Citation[] {
  const places = new PlaceFinder(source);
  return citedLinks(source).flatMap(({ offset, file, lines }) => {
    const { line, column } = places.at(offset);
    return lines.map((number): Citation => ({
      cited: `${file}:${number}`,
      kind: 'line',
      id: '',
      line,
      column,
    }));
  });
}

function isInFence({ fences }: Chapter, offset: number): boolean {
  return fences.some(({ place, end }) => place.offset <= offset && offset < end);
}
