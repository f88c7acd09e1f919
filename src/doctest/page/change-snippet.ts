/**
 * A chapter in which a reader has changed a snippet, compiled anew in the page.
 *
 * @module
 */

import { compileForPage, type ChangedModule } from './compile-for-page.ts';
import type { PageSnippet } from './data.ts';
import { snippetsUpTo } from './scene-of.ts';
import { chapterOf } from './page-chapter.ts';

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
  return compileForPage(chapterOf(file, changed), scene.at(-1)?.id ?? '');
}

/** What stands in an `output` fence is what the book's own text prints. */
function alter({ ordinal, id, flags }: PageSnippet, code: string): PageSnippet {
  return { ordinal, id, flags, code };
}
