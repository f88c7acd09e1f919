/**
 * A page's run, with Node in the place of the sandbox: the same harness, in this thread.
 *
 * @module
 */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileForNode, stripCompiled } from '../../../src/doctest/run/judge-typescript.ts';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';
import type { ModuleFile } from '../../../src/doctest/page/data.ts';
import { makeModuleFile } from '../../../src/doctest/page/module-file.ts';
import type { PageRun } from '../../../src/doctest/page/page-run.ts';
import { parseChapter } from '../../../src/doctest/parse/chapter.ts';
import { runInBrowser } from '../../../src/doctest/run/run-in-browser.ts';

/** The file of a chapter with this text. */
export function moduleFileOf(source: string): ModuleFile | undefined {
  return makeModuleFile(parseChapter('book/chapter.mdx', source), {
    parse: parseWithRolldown,
    compile: compileForNode,
    strip: (compiled) => stripCompiled(compiled).code,
  });
}

let made = 0;

/** Carries a run out; what it tells makes its way as a copy, as it would between threads. */
export async function carryOut(run: PageRun, folder: string): Promise<void> {
  const { log, info, debug, warn, error, assert } = console;
  const listen = globalThis.addEventListener;
  globalThis.addEventListener = () => {};
  try {
    await runInBrowser(structuredClone(run.job), {
      post: (message) => run.hear(structuredClone(message)),
      load: async ({ text }) => {
        const path = join(folder, `module-${(made += 1)}.mjs`);
        writeFileSync(path, text);
        const namespace = (await import(/* @vite-ignore */ path)) as object;
        rmSync(path);
        return { address: path, namespace };
      },
    });
  } finally {
    Object.assign(console, { log, info, debug, warn, error, assert });
    globalThis.addEventListener = listen;
  }
}
