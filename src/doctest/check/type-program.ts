/**
 * The compiled chapters in TypeScript 7, by its own API, in a process of its own: opened once, and
 * asked both for what is wrong in them and for what the names in them are.
 *
 * @module
 */

import { dirname } from 'node:path';
import type { SourceFile } from 'typescript7/unstable/ast';
import { API, type Checker, type Diagnostic, type Program } from 'typescript7/unstable/async';
import type { Chapter } from '../model.ts';
import { moduleOf, writeProject, type TypeCheckInput, type TypeProject } from './type-project.ts';

/** Something that TypeScript refuses. */
export interface TypeDiagnostic {
  /** The offset in the chapter's module. */
  at: number;
  /** `2345`, which it shows as `TS2345`. */
  code: number;
  /** The whole message; reasons of reasons on lines below, indented. */
  message: string;
}

/** Some chapters, open in TypeScript; whoever opens it closes it. */
export class TypeProgram {
  readonly inputs: TypeCheckInput[];
  readonly checker: Checker;
  readonly #api: API;
  readonly #project: TypeProject;
  readonly #program: Program;

  private constructor(
    inputs: TypeCheckInput[],
    parts: { api: API; project: TypeProject; program: Program; checker: Checker },
  ) {
    this.inputs = inputs;
    this.checker = parts.checker;
    this.#api = parts.api;
    this.#project = parts.project;
    this.#program = parts.program;
  }

  /** Opens chapters. @param root absolute path of the book's project */
  static async open(root: string, inputs: TypeCheckInput[]): Promise<TypeProgram> {
    const project = writeProject(root, inputs);
    const api = new API({ cwd: dirname(project.config) });
    try {
      await startWithoutCollecting(api);
      const snapshot = await api.updateSnapshot({ openProjects: [project.config] });
      const opened = snapshot.getProject(project.config);
      if (!opened) throw new Error(`TypeScript did not open ${project.config}.`);
      const { program, checker } = opened;
      return new TypeProgram(inputs, { api, project, program, checker });
    } catch (error) {
      await api.close();
      project.remove();
      throw error;
    }
  }

  /** What is wrong in a chapter, in the order in which it stands. Types are only looked at where the syntax is right. */
  async diagnose(chapter: Chapter): Promise<TypeDiagnostic[]> {
    const module = this.#moduleOf(chapter);
    let found = await this.#program.getSyntacticDiagnostics(module);
    if (found.length === 0) found = await this.#program.getSemanticDiagnostics(module);
    return found
      .map((diagnostic) => ({
        at: diagnostic.pos,
        code: diagnostic.code,
        message: messageOf(diagnostic),
      }))
      .sort((left, right) => left.at - right.at);
  }

  /** A chapter's module as TypeScript has parsed it. */
  async syntaxOf(chapter: Chapter): Promise<SourceFile> {
    const module = this.#moduleOf(chapter);
    const file = await this.#program.getSourceFile(module);
    if (!file) throw new Error(`TypeScript does not know ${module}.`);
    return file;
  }

  /** Ends the process and removes what was written. */
  async close(): Promise<void> {
    await this.#api.close();
    this.#project.remove();
  }

  /** The path by which TypeScript knows a chapter. */
  #moduleOf(chapter: Chapter): string {
    return moduleOf(this.#project.folder, chapter);
  }
}

/**
 * TypeScript's process lives for seconds: collecting garbage costs it a third of its time. Memory
 * stays bounded.
 */
async function startWithoutCollecting(api: API): Promise<void> {
  const settings = { GOGC: 'off', GOMEMLIMIT: '1GiB' };
  const before = Object.keys(settings).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, settings);
  try {
    await api.updateSnapshot();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function messageOf({ text, messageChain = [] }: Diagnostic, depth = 0): string {
  const reasons = messageChain.map((reason) => messageOf(reason, depth + 1));
  return [`${'  '.repeat(depth)}${text}`, ...reasons].join('\n');
}
