/**
 * A book of one chapter with fences of `env=django-2.2`, for tests.
 *
 * @module
 */

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BookOptions } from '../../../../src/doctest/book.ts';
import { parseChapter } from '../../../../src/doctest/parse/chapter.ts';
import { environmentScenes } from '../../../../src/doctest/run/judge-environments.ts';
import type { EnvironmentScene } from '../../../../src/doctest/book.ts';
import { FenceRecordings } from './recordings.ts';

/** Any Python 3, and a package that is called django: what tests ask in place of the real one. */
export const STAND_IN = {
  python: 'python3',
  packages: join(import.meta.dirname, 'fixture'),
};

/** A chapter in a folder of its own, with recordings of its own. */
export interface ScratchChapter {
  file: string;
  book: BookOptions;
  recordings: FenceRecordings;
  /** Writes the chapter. */
  write: (text: string) => void;
  /** The chapter's scenes as it would be with this text. */
  scenes: (text: string) => EnvironmentScene[];
  remove: () => void;
}

/** Makes an empty one. */
export function makeScratchChapter(): ScratchChapter {
  const root = mkdtempSync(join(tmpdir(), 'fences-'));
  const file = 'content/a.mdx';
  mkdirSync(join(root, 'content'));
  writeFileSync(join(root, 'package.json'), '{"type": "module"}');
  return {
    file,
    book: { root, content: 'content', exercises: 'content/exercises' },
    recordings: new FenceRecordings(join(root, 'recordings')),
    write: (text) => writeFileSync(join(root, file), text),
    scenes: (text) =>
      environmentScenes(parseChapter(file, text)).map(({ fences }) => ({ file, fences })),
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** A fence of the environment. */
export function djangoFence(code: string, flags = ''): string {
  return `\`\`\`python env=django-2.2 ${flags}\n${code}\n\`\`\`\n\n`;
}
