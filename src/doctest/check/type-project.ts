/**
 * The compiled chapters as a project on disk, in which TypeScript can look at them.
 *
 * @module
 */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { CompiledChapter } from '../compile/compile-chapter.ts';
import type { Chapter } from '../model.ts';

/** A chapter, or an attempt at an exercise, and its module. */
export interface TypeCheckInput {
  chapter: Chapter;
  compiled: CompiledChapter;
}

/** A folder with a `tsconfig.json` and a module for each chapter; whoever made it removes it. */
export interface TypeProject {
  folder: string;
  config: string;
  remove: () => void;
}

const COMPILER_OPTIONS = {
  target: 'ES2024',
  lib: ['ES2024', 'DOM', 'DOM.Iterable'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  types: ['node'],
  strict: true,
  noImplicitOverride: true,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  allowUnreachableCode: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Writes the modules of some chapters into a folder of their own. @param root absolute path of the book's project */
export function writeProject(root: string, inputs: TypeCheckInput[]): TypeProject {
  mkdirSync(join(root, '.doctest'), { recursive: true });
  const folder = mkdtempSync(join(root, '.doctest', 'types-'));
  const config = join(folder, 'tsconfig.json');
  const files = inputs.map(({ chapter, compiled }) => {
    const path = moduleOf(folder, chapter);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, compiled.text);
    return path;
  });
  const compilerOptions = { ...COMPILER_OPTIONS, rootDirs: [root, folder], typeRoots: typeRoots() };
  writeFileSync(config, JSON.stringify({ compilerOptions, files }));
  return { folder, config, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The path of a chapter's module in a project's folder. */
export function moduleOf(folder: string, { file, attempt }: Chapter): string {
  return `${join(folder, attempt === undefined ? file : `${file}.${attempt}`)}.ts`;
}

function typeRoots(): string[] {
  const manifest = createRequire(import.meta.url).resolve('@types/node/package.json');
  return [dirname(dirname(manifest))];
}
