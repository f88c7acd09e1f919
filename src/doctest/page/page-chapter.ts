/**
 * A chapter as a page knows it: its snippets one below the other, made from a `ModuleFile`.
 *
 * @module
 */

import type { Site } from '../compile/compile-chapter.ts';
import type { ModuleImport } from '../compile/module-imports.ts';
import type { Piece } from '../compile/mapped-text.ts';
import type { Chapter, Fence, Place } from '../model.ts';
import type { ModuleFile, PageSite, PageSnippet } from './data.ts';

/** A chapter and a module of it that can be run. */
export interface PageModule {
  chapter: Chapter;
  /** The compiled snippets, without types. */
  text: string;
  imports: ModuleImport[];
  sites: Site[];
  /** Where the text came from; empty where that is not known. */
  pieces: Piece[];
}

/** The module that the build checked. */
export function readModuleFile(data: ModuleFile): PageModule {
  const chapter = chapterOf(data.file, data.snippets);
  return {
    chapter,
    text: data.code,
    imports: data.imports.map(([start, end, specifier]) => ({ start, end, specifier, names: [] })),
    sites: data.sites.map((site) => readSite(site, chapter)),
    pieces: [],
  };
}

/** A chapter of just these snippets. */
export function chapterOf(file: string, snippets: PageSnippet[]): Chapter {
  let source = '';
  let line = 1;
  const fences = snippets.map((snippet): Fence => {
    const { ordinal, id, code, flags, output } = snippet;
    const lineStarts = startsOf(code, source.length, line);
    line += lineStarts.length;
    source += `${code}\n`;
    const end = source.length - 1;
    const own = { ordinal, language: 'ts', flags, id, code, lineStarts, end };
    const place = lineStarts[0] ?? { line: 1, column: 1, offset: end };
    return { ...own, place, ...(output !== undefined && { output: outputOf(output, own) }) };
  });
  return { file, source, fences, claims: [], rules: [], exercises: [] };
}

/** The line of a snippet, from 1, on which a line of its chapter stands. */
export function lineWithin({ place }: Fence, line: number): number {
  return line - place.line + 1;
}

function outputOf(code: string, { ordinal, id, lineStarts, end }: Omit<Fence, 'place'>): Fence {
  const place = lineStarts.at(-1) ?? { line: 1, column: 1, offset: end };
  return { ordinal, language: 'output', flags: {}, id, code, place, lineStarts: [], end };
}

function startsOf(code: string, offset: number, first: number): Place[] {
  let at = offset;
  return code.split('\n').map((text, index) => {
    const start = { line: first + index, column: 1, offset: at };
    at += text.length + 1;
    return start;
  });
}

function readSite([ordinal, kind, line, comment, from, to]: PageSite, chapter: Chapter): Site {
  const fence = chapter.fences.find((candidate) => candidate.ordinal === ordinal);
  const start = fence?.lineStarts[line - 1];
  const begin = start?.offset ?? 0;
  const expected = chapter.source.slice(begin + from, begin + to);
  const place = { line: start?.line ?? 1, column: comment + 1, offset: begin + comment };
  return { ordinal, kind, expected, place, start: begin + from, end: begin + to };
}
