/**
 * Files of the site that stand beside the chapters, one for each: `names/1-wsgi/the-body.json` for
 * `content/1-wsgi/the-body.mdx`.
 *
 * @module
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Engine } from '../engine.ts';

/** The JSON files of one folder of the site. */
export class ChapterFiles {
  readonly #engine: Engine;
  readonly #folder: string;

  constructor(engine: Engine, folder: string) {
    this.#engine = engine;
    this.#folder = folder;
  }

  /** Writes a chapter's file into the built site. */
  write(dir: URL, file: string, content: unknown): void {
    const path = fileURLToPath(new URL(this.#address(file), dir));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content));
  }

  /** Answers in dev with what `make` gives for a chapter as it stands on disk. */
  plugin(make: (file: string) => Promise<unknown>): Plugin {
    return {
      name: `doctest:${this.#folder}`,
      apply: 'serve',
      configureServer: ({ middlewares }) => {
        middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? '';
          const file = this.#engine
            .files()
            .find((candidate) => path.endsWith(`/${this.#address(candidate)}`));
          if (!file) return next();
          make(file).then((content) => {
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify(content));
          }, next);
        });
      },
    };
  }

  #address(file: string): string {
    const { content } = this.#engine.options;
    return `${this.#folder}/${file.slice(content.length + 1).replace(/\.mdx$/, '.json')}`;
  }
}
