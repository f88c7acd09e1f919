/**
 * A chapter in which a reader has changed a snippet, compiled anew in the page.
 *
 * @module
 */

import { parseWithAcorn } from '../compile/acorn-parser.ts';
import { compileChapter } from '../compile/compile-chapter.ts';
import { moduleImports } from '../compile/module-imports.ts';
import { originOf } from '../compile/mapped-text.ts';
import { StripError, stripWithAcorn } from '../compile/strip-with-acorn.ts';
import { FailureList } from '../failure.ts';
import { PlaceFinder } from '../parse/places.ts';
import type { PageSnippet } from './data.ts';
import { snippetsUpTo } from './scene-of.ts';
import { chapterOf, type PageModule } from './page-chapter.ts';

/** A changed chapter: the snippets of one scene, up to the one that was changed. */
export interface ChangedModule extends PageModule {
  /** The text with its types. */
  typed: string;
}

/**
 * Compiles the snippets up to a changed one. What was printed before is not expected any more.
 *
 * @throws {ChapterError} with every mistake, at its place in the module's chapter.
 */
export function changeSnippet(
  file: string,
  snippets: PageSnippet[],
  ordinal: number,
  code: string,
): ChangedModule {
  const scene = snippetsUpTo(snippets, ordinal);
  const changed = scene.map((snippet) =>
    snippet.ordinal === ordinal ? alter(snippet, code) : snippet,
  );
  const chapter = chapterOf(file, changed);
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
    const failures = new FailureList(file);
    failures.add(place, `${error.message}.`, { id: scene.at(-1)?.id ?? '' });
    failures.throwIfAny();
    throw error;
  }
}

/** What stands in an `output` fence is what the book's own text prints. */
function alter({ ordinal, id, flags }: PageSnippet, code: string): PageSnippet {
  return { ordinal, id, flags, code };
}
