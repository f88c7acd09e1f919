/**
 * The names in snippets and their types, as files of the site that a page asks for when a reader
 * points at a name: `names/1-wsgi/the-body.json` for `content/1-wsgi/the-body.mdx`.
 *
 * @module
 */

import type { Plugin } from 'vite';
import type { ChapterNames } from '../check/name-types.ts';
import type { Engine } from '../engine.ts';
import { ChapterFiles } from './chapter-files.ts';

/** Makes the files of a build while its pages are made, and answers for single ones in dev. */
export class NameFiles {
  readonly #engine: Engine;
  readonly #files: ChapterFiles;
  #asked: Promise<Map<string, ChapterNames>> | undefined;
  #milliseconds = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#files = new ChapterFiles(engine, 'names');
  }

  /** Begins to ask TypeScript, in a process of its own. */
  begin(): void {
    const begun = performance.now();
    this.#asked = this.#engine.nameTypes();
    this.#asked.then(
      () => (this.#milliseconds = performance.now() - begun),
      () => {},
    );
  }

  /** Writes the files into the built site. Returns a line that says so. */
  async write(dir: URL): Promise<string> {
    const found = (await this.#asked) ?? new Map<string, ChapterNames>();
    for (const [file, names] of found) this.#files.write(dir, file, names);
    const count = [...found.values()].flatMap(({ names }) => Object.values(names)).flat().length;
    return `${count} names of snippets have their types, in ${Math.round(this.#milliseconds)} ms`;
  }

  /** Answers in dev, for a chapter as it stands on disk. */
  plugin(): Plugin {
    return this.#files.plugin(async (file) => {
      const found = await this.#engine.nameTypes([file]);
      return found.get(file) ?? { texts: [], names: {} };
    });
  }
}
