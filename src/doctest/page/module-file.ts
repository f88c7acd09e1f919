/**
 * Makes the file that a page runs the snippets of a chapter with.
 *
 * @module
 */

import { isCompiled, type CompiledChapter, type Site } from '../compile/compile-chapter.ts';
import { moduleImports } from '../compile/module-imports.ts';
import type { ParseCode } from '../compile/syntax.ts';
import type { Chapter, Fence } from '../model.ts';
import type { ModuleFile, PageSite, PageSnippet } from './data.ts';
import { leftImports } from './left-out.ts';
import { chapterOf } from './page-chapter.ts';
import { runnableFences } from './runnable.ts';

/** What the one who makes the file brings. */
export interface ModuleMaker {
  parse: ParseCode;
  /** The compiled form of a chapter. */
  compile: (chapter: Chapter) => CompiledChapter;
  strip: (compiled: CompiledChapter) => string;
}

/**
 * Makes the file of a chapter; undefined where no snippet of it runs in a page. Snippets that a
 * page cannot run are left out of its module.
 *
 * @throws {ChapterError} where the chapter does not compile.
 */
export function makeModuleFile(
  chapter: Chapter,
  { parse, compile, strip }: ModuleMaker,
): ModuleFile | undefined {
  const fences = runnableFences(chapter, parse);
  if (fences.length === 0) return undefined;
  const snippets = [...fences.map(snippetOf), ...leftImports(chapter, fences, parse)].toSorted(
    (one, other) => one.ordinal - other.ordinal,
  );
  // Where all of its snippets run in a page, the chapter is compiled already.
  const isWhole = chapter.fences.filter(isCompiled).every((fence) => fences.includes(fence));
  const compiledFrom = isWhole ? chapter : chapterOf(chapter.file, snippets);
  const compiled = compile(compiledFrom);
  const code = strip(compiled);
  const head = code.slice(0, code.indexOf('export const scenes'));
  return {
    file: chapter.file,
    snippets,
    code,
    imports: moduleImports(parse(head).body).map(({ start, end, specifier }) => [
      start,
      end,
      specifier,
    ]),
    sites: compiled.sites.map((site) => siteOf(site, compiledFrom.fences)),
  };
}

function snippetOf({ ordinal, id, code, flags, output }: Fence): PageSnippet {
  const { title, scene, isolated, throws, timeout } = flags;
  return {
    ordinal,
    id,
    code,
    flags: {
      ...(title !== undefined && { title }),
      ...(scene !== undefined && { scene }),
      ...(isolated && { isolated }),
      ...(throws && { throws }),
      ...(timeout !== undefined && { timeout }),
    },
    ...(output && { output: output.code }),
  };
}

function siteOf({ ordinal, kind, place, start, end }: Site, fences: Fence[]): PageSite {
  const starts = fences.find((fence) => fence.ordinal === ordinal)?.lineStarts ?? [];
  const index = starts.findIndex(({ line }) => line === place.line);
  const begin = starts[index]?.offset ?? 0;
  return [ordinal, kind, index + 1, place.offset - begin, start - begin, end - begin];
}
