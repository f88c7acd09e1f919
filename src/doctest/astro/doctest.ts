/**
 * The engine in Astro: checks the book while a build gets ready, before a page of it is bundled, and
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
import { describe } from '../failure.ts';
import type { ExerciseView } from '../model.ts';
import type { BookReport } from '../engine.ts';
import { exerciseView } from '../report/exercise-views.ts';
import { summarize, summaryLine } from '../report/summary.ts';
import type { JudgedChapter } from '../run/judge-chapter.ts';
import { shownChapter } from '../run/judge-chapter.ts';
import { shownExercise, type JudgedExercise } from '../run/judge-exercise.ts';
import { dropSpareThreads, keepSpareThread } from '../run/run-in-thread.ts';
import { fencesPlugin, type FileJudge } from './fences-plugin.ts';
import { ModuleFiles } from './module-files.ts';
import { NameFiles } from './name-files.ts';

/** The book's results as pages import them from `virtual:doctest/book`. */
export interface BookResults {
  /** Where each claim stands, and the snippets there that bear it out and that contradict it. */
  claims: Record<string, { chapter: string; anchor: string; holds: string[]; fails: string[] }>;
  chapters: Record<string, { snippets: number; checks: number }>;
  /** By id: the chapter in which an exercise stands, and all that judges an answer to it. */
  exercises: Record<string, { chapter: string; view: ExerciseView }>;
}

const VIRTUAL = 'virtual:doctest/book';

/** What `astro.config` needs: an integration, and a plugin for the Markdown processor. */
export interface DoctestForAstro {
  integration: AstroIntegration;
  mdast: MdastPluginDefinition;
}

/**
 * Makes the engine part of a site. With `run: false` snippets are shown as they are written and
 * nothing is judged: for measuring what judging costs.
 */
export function doctest(options: BookOptions, { run = true } = {}): DoctestForAstro {
  const engine = new Engine(options);
  const names = new NameFiles(engine);
  const modules = new ModuleFiles(engine);
  let checking: Promise<BookReport> | undefined;
  let checked: BookReport | undefined;
  const check = () => (checking ??= engine.check());
  const loaded: LoadedByChapter = new Map();
  const judgeExercise = async (file: string, source: string): Promise<JudgedExercise> => {
    if (!run) return shownExercise(file, source);
    const found = checked?.exercises.find(({ exercise }) => exercise?.text.source === source);
    return found ?? (await engine.exercises.judge(file, source));
  };
  const judgeChapter = async (file: string, source: string): Promise<JudgedChapter> => {
    if (!run) return shownChapter(file, source);
    const found = checked?.chapters.find(
      ({ chapter }) => chapter.file === file && chapter.source === source,
    );
    const report = found ?? (await engine.judge(file, {}, source).finally(prepareNext));
    loaded.set(file, new Set(report.dependencies));
    return report;
  };
  const judge: FileJudge = { chapter: judgeChapter, exercise: judgeExercise };
  const integration: AstroIntegration = {
    name: 'doctest',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (run && command === 'build') check().catch(() => {});
        updateConfig({
          vite: {
            plugins: [
              results(engine, judge, loaded),
              ...(run ? [names.plugin(), modules.plugin()] : []),
            ],
          },
        });
      },
      'astro:build:start': async ({ logger }) => {
        if (!run) return;
        checked = await check();
        logger.info(summaryLine(summarize(checked)));
        if (checked.failures.length > 0) {
          throw new Error(`\n${checked.failures.map(describe).join('\n')}\n`);
        }
        names.begin();
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (run) {
          logger.info(await names.write(dir));
          logger.info(modules.write(dir));
        }
        await engine.close();
      },
      'astro:server:done': async () => {
        await dropSpareThreads();
        await engine.close();
      },
    },
  };
  return { integration, mdast: fencesPlugin(engine, judge) };
}

/** Once the page is out, a thread is made ready for the next edit. */
function prepareNext(): void {
  setTimeout(keepSpareThread, 500).unref();
}

/** The files that each chapter made its thread load. */
type LoadedByChapter = Map<string, Set<string>>;

/**
 * Serves the results, judges a chapter as soon as it is saved, and has it rendered again when a
 * module that it loaded changes. Vite is not told of those modules: it would resolve some two
 * hundred of them with every edit.
 */
function results(engine: Engine, judge: FileJudge, loaded: LoadedByChapter): Plugin {
  const pathOf = (file: string) => join(engine.options.root, file);
  const read = (file: string) => readFileSync(pathOf(file), 'utf8');
  const judgeFile = (file: string) => judge.chapter(file, read(file));
  return {
    name: 'doctest:results',
    enforce: 'pre',
    configureServer({ watcher }) {
      watcher.on('change', (path) => {
        for (const [file, modules] of loaded) {
          if (path === pathOf(file)) void judgeFile(file).catch(() => {});
          else if (modules.has(path)) watcher.emit('change', pathOf(file));
        }
      });
    },
    resolveId: (source) => (source === VIRTUAL ? `\0${VIRTUAL}` : null),
    async load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      const chapters = await Promise.all(engine.files().map(judgeFile));
      const exercises = await Promise.all(
        engine.exercises.files().map((file) => judge.exercise(file, read(file))),
      );
      const files = [...chapters.map(({ chapter }) => chapter.file), ...engine.exercises.files()];
      for (const file of files) this.addWatchFile(`${engine.options.root}/${file}`);
      return `export const book = ${JSON.stringify(collect(chapters, exercises))};`;
    },
  };
}

function collect(chapters: JudgedChapter[], exercises: JudgedExercise[]): BookResults {
  const book: BookResults = { claims: {}, chapters: {}, exercises: {} };
  for (const { chapter, snippets } of chapters) {
    const ran = snippets.filter(({ status }) => status === 'passed' || status === 'failed');
    book.chapters[chapter.file] = {
      snippets: ran.length,
      checks: ran.reduce((sum, { checks }) => sum + checks, 0),
    };
    for (const { id, holds, fails } of chapter.claims)
      book.claims[id] = { chapter: chapter.file, anchor: `claim-${id}`, holds, fails };
    for (const { id } of chapter.exercises) {
      const exercise = exercises.find((judged) => judged.exercise?.id === id)?.exercise;
      if (exercise) book.exercises[id] = { chapter: chapter.file, view: exerciseView(exercise) };
    }
  }
  return book;
}
