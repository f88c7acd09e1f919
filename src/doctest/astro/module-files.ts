/**
 * What a page needs to run a chapter's snippets, as files of the site that it asks for when a reader
 * wants to run one: `modules/1-wsgi/the-body.json` for `content/1-wsgi/the-body.mdx`.
 *
 * @module
 */

import type { Plugin } from 'vite';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import type { Engine } from '../engine.ts';
import type { ModuleFile } from '../page/data.ts';
import { makeModuleFile } from '../page/module-file.ts';
import { compileForNode, stripCompiled } from '../run/judge-typescript.ts';
import { ChapterFiles } from './chapter-files.ts';

/** Makes the files of a build, and answers for single ones in dev. */
export class ModuleFiles {
  readonly #engine: Engine;
  readonly #files: ChapterFiles;

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#files = new ChapterFiles(engine, 'modules');
  }

  /** Writes the files into the built site. Returns a line that says so. */
  write(dir: URL): string {
    const begun = performance.now();
    let snippets = 0;
    for (const file of this.#engine.files()) {
      const made = this.#make(file);
      if (!made) continue;
      this.#files.write(dir, file, made);
      snippets += made.snippets.filter(({ flags }) => !flags['no-run']).length;
    }
    const milliseconds = Math.round(performance.now() - begun);
    const run = snippets === 1 ? 'snippet runs' : 'snippets run';
    return `${snippets} ${run} in the page, made ready in ${milliseconds} ms`;
  }

  /** Answers in dev, for a chapter as it stands on disk. */
  plugin(): Plugin {
    return this.#files.plugin(async (file) => this.#make(file) ?? null);
  }

  #make(file: string): ModuleFile | undefined {
    return makeModuleFile(this.#engine.read(file), {
      parse: parseWithRolldown,
      compile: compileForNode,
      strip: (compiled) => stripCompiled(compiled).code,
    });
  }
}
