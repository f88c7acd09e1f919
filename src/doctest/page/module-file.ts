/**
 * All that a page needs to run the snippets of a chapter, and to change one: `modules/CHAPTER.json`.
 *
 * @module
 */

import { isCompiled, type CompiledChapter, type Site } from '../compile/compile-chapter.ts';
import { moduleImports } from '../compile/module-imports.ts';
import type { ParseCode } from '../compile/syntax.ts';
import type { Chapter, Fence, FenceFlags } from '../model.ts';
import { runnableFences } from './runnable.ts';

/** A snippet that a page can run. */
export interface PageSnippet {
  ordinal: number;
  id: string;
  code: string;
  /** Its flags, as far as they matter to whoever runs it. */
  flags: Pick<FenceFlags, 'title' | 'scene' | 'isolated' | 'throws' | 'timeout'>;
  /** The text of the `output` fence below it. */
  output?: string;
}

/** An expectation: snippet, kind, line from 1; columns from 0 of its comment and of what it expects. */
export type PageSite = [
  ordinal: number,
  kind: Site['kind'],
  line: number,
  comment: number,
  from: number,
  to: number,
];

/** An import of the module: offsets of its specifier with its quotes, and the specifier. */
export type PageImport = [start: number, end: number, specifier: string];

/** The file; JSON. */
export interface ModuleFile {
  /** The chapter's path from the project's root. */
  file: string;
  snippets: PageSnippet[];
  /** The compiled snippets without types, as the build ran them. */
  code: string;
  imports: PageImport[];
  /** By the numbers that `code` calls them by. */
  sites: PageSite[];
}

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
  const compiled = compile(onlyThese(chapter, fences));
  const code = strip(compiled);
  const head = code.slice(0, code.indexOf('export const scenes'));
  return {
    file: chapter.file,
    snippets: fences.map(snippetOf),
    code,
    imports: moduleImports(parse(head).body).map(({ start, end, specifier }) => [
      start,
      end,
      specifier,
    ]),
    sites: compiled.sites.map((site) => siteOf(site, fences)),
  };
}

/** The chapter itself where all of its snippets run in a page: then it is compiled already. */
function onlyThese(chapter: Chapter, fences: Fence[]): Chapter {
  const all = chapter.fences.filter(isCompiled);
  return all.length === fences.length ? chapter : { ...chapter, fences };
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
