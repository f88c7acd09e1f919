/**
 * The recordings of the book's Django fences: one file a chapter, a fence a line, each under the
 * hash of what it depends on.
 *
 * @module
 */

import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Fence } from '../../../../src/doctest/model.ts';
import type { PythonResult } from '../../../../src/doctest/python/fence.ts';
import type { Versions } from '../../model.ts';

/**
 * What real Django did with a fence. Only what it passed is recorded, unless the fence belongs to
 * an answer to an exercise that is meant to fail.
 */
export interface RecordedFence extends Omit<PythonResult, 'status' | 'failures'> {
  /** SHA-256 of the fence and of the fences above it in its scene. */
  key: string;
  /** How it did not pass. */
  missed?: 'failed' | 'not-run';
}

/** The recordings of one chapter. */
export interface ChapterRecording extends Versions {
  fences: RecordedFence[];
}

const FORMAT = 1;
const FOLDER = join(import.meta.dirname, '../../recordings/fences');

/** The keys of a scene's fences: each depends on all fences above it. */
export function keysOf(fences: readonly Fence[]): string[] {
  const hash = createHash('sha256');
  return fences.map(({ code, output }) => {
    hash.update(JSON.stringify([code, output?.code ?? null]));
    return hash.copy().digest('hex');
  });
}

/** The recordings of a book, in a folder whose files are named after its chapters. */
export class FenceRecordings {
  readonly #folder: string;

  constructor(folder = FOLDER) {
    this.#folder = folder;
  }

  /** The recording of a chapter by its path from the root; undefined where it has none. */
  read(file: string): ChapterRecording | undefined {
    const path = this.pathOf(file);
    if (!existsSync(path)) return undefined;
    const { format, ...read } = JSON.parse(readFileSync(path, 'utf8')) as ChapterRecording & {
      format: number;
    };
    if (format !== FORMAT)
      throw new Error(`The recording of ${file} has format ${format}; this is for ${FORMAT}.`);
    return read;
  }

  /** Replaces the recording of a chapter; one without fences has none. */
  write(file: string, { python, django, fences }: ChapterRecording): void {
    const path = this.pathOf(file);
    if (fences.length === 0) return rmSync(path, { force: true });
    const head = JSON.stringify({ format: FORMAT, python, django }).slice(1, -1);
    const lines = fences.map((fence) => JSON.stringify(fence)).join(',\n');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `{${head},"fences":[\n${lines}\n]}\n`);
  }

  /** The chapters that have a recording, as paths from the root. */
  files(): string[] {
    return globSync('**/*.json', { cwd: this.#folder })
      .map((path) =>
        path
          .split(sep)
          .join('/')
          .replace(/\.json$/, '.mdx'),
      )
      .sort();
  }

  /** Where the recording of a chapter is, or would be. */
  pathOf(file: string): string {
    return join(this.#folder, file.replace(/\.mdx$/, '.json'));
  }
}
