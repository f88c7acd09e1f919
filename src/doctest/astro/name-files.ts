/**
 * The names in snippets and their types, as files of the site that a page asks for when a reader
 * points at a name: `names/1-wsgi/the-body.json` for `content/1-wsgi/the-body.mdx`.
 *
 * @module
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { ChapterNames } from '../check/name-types.ts';
import type { Engine } from '../engine.ts';

/** Makes the files of a build while its pages are made, and answers for single ones in dev. */
export class NameFiles {
  readonly #engine: Engine;
  #asked: Promise<Map<string, ChapterNames>> | undefined;
  #milliseconds = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
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
    for (const [file, names] of found) {
      const path = fileURLToPath(new URL(this.#address(file), dir));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(names));
    }
    const count = [...found.values()].flatMap(({ names }) => Object.values(names)).flat().length;
    return `${count} names of snippets have their types, in ${Math.round(this.#milliseconds)} ms`;
  }

  /** Answers in dev, for a chapter as it stands on disk. */
  plugin(): Plugin {
    return {
      name: 'doctest:names',
      apply: 'serve',
      configureServer: ({ middlewares }) => {
        middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? '';
          const file = this.#engine
            .files()
            .find((candidate) => path.endsWith(`/${this.#address(candidate)}`));
          if (!file) return next();
          this.#engine.nameTypes([file]).then((found) => {
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify(found.get(file) ?? { texts: [], names: {} }));
          }, next);
        });
      },
    };
  }

  #address(file: string): string {
    const { content } = this.#engine.options;
    return `names/${file.slice(content.length + 1).replace(/\.mdx$/, '.json')}`;
  }
}
