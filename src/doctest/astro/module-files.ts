/**
 * What a page needs to run a chapter's snippets, as files of the site that it asks for when a reader
 * wants to run one: `modules/1-wsgi/the-body.json` for `content/1-wsgi/the-body.mdx`.
 *
 * @module
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import type { Engine } from '../engine.ts';
import type { ModuleFile } from '../page/data.ts';
import { makeModuleFile } from '../page/module-file.ts';
import { compileForNode, stripCompiled } from '../run/judge-typescript.ts';

/** Makes the files of a build, and answers for single ones in dev. */
export class ModuleFiles {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Writes the files into the built site. Returns a line that says so. */
  write(dir: URL): string {
    const begun = performance.now();
    let snippets = 0;
    for (const file of this.#engine.files()) {
      const made = this.#make(file);
      if (!made) continue;
      const path = fileURLToPath(new URL(this.#address(file), dir));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify(made));
      snippets += made.snippets.filter(({ flags }) => !flags['no-run']).length;
    }
    const milliseconds = Math.round(performance.now() - begun);
    const run = snippets === 1 ? 'snippet runs' : 'snippets run';
    return `${snippets} ${run} in the page, made ready in ${milliseconds} ms`;
  }

  /** Answers in dev, for a chapter as it stands on disk. */
  plugin(): Plugin {
    return {
      name: 'doctest:modules',
      apply: 'serve',
      configureServer: ({ middlewares }) => {
        middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? '';
          const file = this.#engine
            .files()
            .find((candidate) => path.endsWith(`/${this.#address(candidate)}`));
          if (!file) return next();
          try {
            const made = JSON.stringify(this.#make(file) ?? null);
            response.setHeader('Content-Type', 'application/json');
            response.end(made);
          } catch (error) {
            next(error);
          }
        });
      },
    };
  }

  #make(file: string): ModuleFile | undefined {
    return makeModuleFile(this.#engine.read(file), {
      parse: parseWithRolldown,
      compile: compileForNode,
      strip: (compiled) => stripCompiled(compiled).code,
    });
  }

  #address(file: string): string {
    const { content } = this.#engine.options;
    return `modules/${file.slice(content.length + 1).replace(/\.mdx$/, '.json')}`;
  }
}
