/**
 * Which Python of the book runs in a page, and what a page is given of it.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_TIMEOUT } from '../../../../src/doctest/book.ts';
import type { Chapter, Fence } from '../../../../src/doctest/model.ts';
import { parseChapter } from '../../../../src/doctest/parse/chapter.ts';
import { environmentScenes } from '../../../../src/doctest/run/judge-environments.ts';
import { isPython, requestOf } from '../../../../src/doctest/run/judge-python.ts';
import { listScenes } from '../../../../src/doctest/parse/scenes.ts';
import type { PageFence, PageFences } from '../fences.ts';
import notHere from './not-here.json' with { type: 'json' };

/** Under this name a chapter hands snippets to real Django. */
const DJANGO = 'django-2.2';

/** Milliseconds that real Django may take for a snippet, as where the book is recorded. */
const DJANGO_TIMEOUT = 5000;

/** Why a snippet cannot run in a page, in words. */
export const REASONS = {
  processes: 'It starts processes, which a page cannot.',
  threads: 'It starts threads, which a page cannot.',
  zone: 'It changes the time zone of its process, which a page cannot.',
} as const;

/** Why a snippet of Python cannot run in a page; undefined for one that can. */
export function whyNotHere(file: string, id: string): string | undefined {
  const listed = (notHere as Record<string, Record<string, keyof typeof REASONS>>)[file]?.[id];
  return listed && REASONS[listed];
}

/** The fences of a chapter that run in a page; those of Django where `django` says so. */
export function pageFences(chapter: Chapter, django: boolean): PageFences {
  const plain = listScenes(chapter.fences.filter(isPython)).map((fences) => ({
    fences,
    django: false,
  }));
  const real = environmentScenes(chapter)
    .filter(({ env }) => django && env === DJANGO)
    .map(({ fences }) => ({ fences, django: true }));
  const fences = [...plain, ...real].flatMap((scene, index) =>
    scene.fences
      .filter(({ id }) => whyNotHere(chapter.file, id) === undefined)
      .map((fence) => ({ ordinal: fence.ordinal, fence: pageFence(fence, index, scene.django) })),
  );
  return {
    file: chapter.file,
    fences: fences.toSorted((a, b) => a.ordinal - b.ordinal).map(({ fence }) => fence),
  };
}

/** Whether a file is a chapter of the book: those of the tests bring results, and nothing to run. */
export function isOfTheBook(file = ''): file is string {
  return file.startsWith('content/');
}

/** Reads a chapter of the book. @param file its path from the project's root */
export function readPageChapter(file: string): Chapter {
  return parseChapter(file, readFileSync(join(process.cwd(), file), 'utf8'));
}

function pageFence(fence: Fence, scene: number, django: boolean): PageFence {
  return { ...requestOf(fence, django ? DJANGO_TIMEOUT : DEFAULT_TIMEOUT), scene, django };
}
