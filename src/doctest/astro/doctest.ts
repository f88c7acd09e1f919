/**
 * The engine in Astro: checks the book while a build gets ready, until a page of it is bundled, and
 * in dev with every render.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import type { MdastPluginDefinition } from 'satteri';
import type { Plugin } from 'vite';
import type { BookOptions } from '../book.ts';
import { Engine } from '../engine.ts';
import { parseChapter } from '../parse/chapter.ts';
import { parseExercise } from '../parse/exercise.ts';
import type { JudgedChapter } from '../run/judge-chapter.ts';
import { shownChapter } from '../run/judge-chapter.ts';
import { shownExercise, type JudgedExercise } from '../run/judge-exercise.ts';
import { dropSpareThreads, keepSpareThread } from '../run/run-in-thread.ts';
import { sideBySide } from '../run/side-by-side.ts';
import { collectResults, type BookReports } from './book-results.ts';
import { BuildCheck } from './build-check.ts';
import { fencesPlugin, type ContentOf } from './fences-plugin.ts';
import {
  handedOver,
  handOver,
  handOverViews,
  RESULTS_MODULE,
  RESULTS_TEXT,
} from './handed-results.ts';
import { ModuleFiles } from './module-files.ts';
import { NameFiles } from './name-files.ts';
import { contentOfChapter, contentOfExercise } from './page-content.ts';

/** What `astro.config` needs: an integration, and a plugin for the Markdown processor. */
export interface DoctestForAstro {
  integration: AstroIntegration;
  mdast: MdastPluginDefinition;
}

/**
 * Makes the engine part of a site. With `run: false` snippets are shown as they are written and
 * nothing is judged: for measuring what judging costs. The site has the same files then.
 */
export function doctest(options: BookOptions, { run = true } = {}): DoctestForAstro {
  const engine = new Engine(options);
  const names = new NameFiles(engine);
  const modules = new ModuleFiles(engine);
  const check = new BuildCheck(engine);
  let isBuilt = false;
  const loaded: LoadedByChapter = new Map();
  const judgeExercise = async (file: string, source: string): Promise<JudgedExercise> =>
    run ? engine.exercises.judge(file, source) : shownExercise(parseExercise(file, source));
  const judgeChapter = async (file: string, source: string): Promise<JudgedChapter> => {
    if (!run) return shownChapter(parseChapter(file, source));
    const report = await engine.judge(file, {}, source).finally(prepareNext);
    loaded.set(file, new Set(report.dependencies));
    return report;
  };
  const judge: FileJudge = { chapter: judgeChapter, exercise: judgeExercise };
  const contentOf: ContentOf = async (file, source) => {
    if (isBuilt) return check.contentOf(file);
    const content = engine.exercises.has(file)
      ? contentOfExercise(await judgeExercise(file, source), options)
      : contentOfChapter(await judgeChapter(file, source), options);
    handOverViews(file, content.views);
    return content;
  };
  const integration: AstroIntegration = {
    name: 'doctest',
    hooks: {
      'astro:config:setup': ({ command, logger, updateConfig }) => {
        isBuilt = command === 'build';
        if (isBuilt && !run) {
          check.skip();
          names.begin();
        }
        if (isBuilt && run)
          check.begin((summary) => {
            logger.info(summary);
            names.begin();
          });
        updateConfig({
          vite: {
            plugins: [
              ...(isBuilt ? [check.plugin()] : [results(engine, judge, loaded)]),
              names.plugin(),
              modules.plugin(),
            ],
          },
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        logger.info(await names.write(dir));
        logger.info(modules.write(dir));
        await engine.close();
      },
      'astro:server:done': async () => {
        await dropSpareThreads();
        await engine.close();
      },
    },
  };
  return { integration, mdast: fencesPlugin(engine, contentOf) };
}

/** Once the page is out, a thread is made ready for the next edit. */
function prepareNext(): void {
  setTimeout(keepSpareThread, 500).unref();
}

/** Reports on chapters and exercises, run or remembered. */
interface FileJudge {
  chapter: (file: string, source: string) => Promise<JudgedChapter>;
  exercise: (file: string, source: string) => Promise<JudgedExercise>;
}

/** The files that each chapter made its thread load. */
type LoadedByChapter = Map<string, Set<string>>;

/**
 * Serves the results, judges the book as soon as the server listens and a chapter as soon as it is
 * saved, and has it rendered again when a module that it loaded changes. Vite is not told of those
 * modules: it would resolve some two hundred of them with every edit.
 */
function results(engine: Engine, judge: FileJudge, loaded: LoadedByChapter): Plugin {
  const pathOf = (file: string) => join(engine.options.root, file);
  const read = (file: string) => readFileSync(pathOf(file), 'utf8');
  const judgeFile = (file: string) => judge.chapter(file, read(file));
  const judgeBook = async (): Promise<BookReports> => ({
    chapters: await sideBySide(engine.files(), judgeFile),
    exercises: await sideBySide(engine.exercises.files(), (file) =>
      judge.exercise(file, read(file)),
    ),
  });
  return {
    name: 'doctest:results',
    enforce: 'pre',
    configureServer({ watcher, httpServer }) {
      httpServer?.once('listening', () => void judgeBook().catch(() => {}));
      watcher.on('change', (path) => {
        for (const [file, modules] of loaded) {
          if (path === pathOf(file)) void judgeFile(file).catch(() => {});
          else if (modules.has(path)) watcher.emit('change', pathOf(file));
        }
      });
    },
    resolveId: (source) => (source === RESULTS_MODULE ? `\0${RESULTS_MODULE}` : null),
    async load(id) {
      if (id !== `\0${RESULTS_MODULE}`) return null;
      const { chapters, exercises } = await judgeBook();
      const files = [...chapters.map(({ chapter }) => chapter.file), ...engine.exercises.files()];
      for (const file of files) this.addWatchFile(`${engine.options.root}/${file}`);
      const { views } = handedOver();
      handOver({ ...collectResults({ chapters, exercises }), views });
      return RESULTS_TEXT;
    },
  };
}
