/**
 * Chapters as test files: every fence becomes a test at its own line, which reports what the
 * engine found there. Nothing of a chapter runs in Vitest's own threads.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { BookOptions } from '../book.ts';
import { isRun } from '../compile/compile-chapter.ts';
import { ChapterError } from '../failure.ts';
import type { Chapter, Fence } from '../model.ts';
import { parseChapter } from '../parse/chapter.ts';
import { isOfEnvironment } from '../run/judge-environments.ts';
import { isPython } from '../run/judge-python.ts';

/** Turns the `.mdx` files of a book into modules of tests. */
export function chapterTests({ root, content }: BookOptions): Plugin {
  return {
    name: 'doctest:chapters',
    enforce: 'pre',
    load(id) {
      const [path = ''] = id.split('?');
      const file = relative(root, path).split(sep).join('/');
      if (!file.startsWith(`${content}/`) || !file.endsWith('.mdx')) return null;
      return writeTests(file, readFileSync(path, 'utf8'));
    },
  };
}

/** A module in which each test stands on the line of its fence. */
function writeTests(file: string, source: string): string {
  const report = new URL('report.ts', import.meta.url).pathname;
  const lines = Array.from({ length: source.split('\n').length }, () => '');
  const place = (line: number, code: string) => (lines[line - 1] = (lines[line - 1] ?? '') + code);
  place(1, `import { reportRest, reportSnippet } from ${JSON.stringify(report)};`);
  const chapter = tryParse(file, source);
  const fences =
    chapter?.fences.filter((fence) => isRun(fence) || isPython(fence) || isOfEnvironment(fence)) ??
    [];
  for (const fence of fences) {
    place(fence.place.line, `reportSnippet(${JSON.stringify([file, fence.id, titleOf(fence)])});`);
  }
  place(lines.length, `reportRest(${JSON.stringify([file, fences.map(({ id }) => id)])});`);
  return lines.join('\n');
}

function tryParse(file: string, source: string): Chapter | undefined {
  try {
    return parseChapter(file, source);
  } catch (error) {
    if (error instanceof ChapterError) return undefined;
    throw error;
  }
}

function titleOf({ place, id, flags }: Fence): string {
  return `line ${place.line}: ${flags.title ?? id}`;
}
