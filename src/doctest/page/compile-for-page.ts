/**
 * The compiler as it works in a page: what a reader wrote becomes a module that the sandbox runs.
 *
 * @module
 */

import { parseWithAcorn } from '../compile/acorn-parser.ts';
import { compileChapter } from '../compile/compile-chapter.ts';
import { moduleImports } from '../compile/module-imports.ts';
import { originOf } from '../compile/mapped-text.ts';
import { StripError, stripWithAcorn } from '../compile/strip-with-acorn.ts';
import { FailureList } from '../failure.ts';
import type { Chapter } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import type { PageModule } from './page-chapter.ts';

/** A chapter in which a reader has changed something, as a module. */
export interface ChangedModule extends PageModule {
  /** The text with its types. */
  typed: string;
}

/**
 * Compiles a chapter.
 *
 * @param written the id of the snippet that the reader wrote: types that cannot be taken away are its
 * @throws {ChapterError} with every mistake, at its place in the chapter.
 */
export function compileForPage(chapter: Chapter, written: string): ChangedModule {
  const { text, pieces, sites } = compileChapter(chapter, {
    parse: parseWithAcorn,
    harness: '#harness',
  });
  const imports = moduleImports(parseWithAcorn(text).body);
  try {
    return { chapter, text: stripWithAcorn(text), typed: text, pieces, sites, imports };
  } catch (error) {
    if (!(error instanceof StripError)) throw error;
    const place = new PlaceFinder(chapter.source).at(originOf(pieces, error.offset));
    const failures = new FailureList(chapter.file);
    failures.add(place, `${error.message}.`, { id: written });
    failures.throwIfAny();
    throw error;
  }
}
