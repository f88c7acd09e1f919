/**
 * The `manage.py` of a project that a case describes; what happens is written to a file.
 *
 * @module
 */

import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { manage } from '#runtime/adapters/manage';
import { SystemExit } from '#runtime/builtins';
import { setStreams, type TextStream } from '#runtime/sys';
import { environ } from '#runtime/os';
import type { Json } from '../../../model.ts';
import { type Bodies, registerBodies } from './modules.ts';
import { Program, type Step, type Verb } from './program.ts';
import { ALL_VERBS } from './verbs.ts';

const DATE = /^\w+ \d\d, \d{4} - /;

const { LIFECYCLE_CASE, LIFECYCLE_EVENTS, LIFECYCLE_FOLDER = '' } = process.env;

function isChild(): boolean {
  return environ()['RUN_MAIN'] === 'true';
}

/** Tells a file, a line of JSON an event, which process it was and what happened. */
class WrittenProgram extends Program {
  override tell(...event: Json[]): void {
    const line = JSON.stringify([isChild() ? 'child' : 'parent', ...event]);
    appendFileSync(LIFECYCLE_EVENTS ?? '', `${line}\n`);
  }
}

/** Tells each line that is printed, but for the one that says when. */
class Output implements TextStream {
  readonly #program: Program;
  #waiting = '';

  constructor(program: Program) {
    this.#program = program;
  }

  write(text: string): void {
    const lines = (this.#waiting + text).split('\n');
    this.#waiting = lines.pop() ?? '';
    for (const line of lines) if (line && !DATE.test(line)) this.#program.tell('printed', line);
  }

  flush(): void {}
}

const OWN_VERBS: Record<string, Verb> = {
  'in child': (program, steps: Step[]) => (isChild() ? program.do(steps) : undefined),
  once: (program, steps: Step[]) => {
    const mark = `${LIFECYCLE_FOLDER}/once`;
    if (existsSync(mark)) return undefined;
    writeFileSync(mark, '');
    return program.do(steps);
  },
};

interface Project {
  modules: Bodies;
  manage: Step[];
  prints?: boolean;
}

const input = JSON.parse(readFileSync(LIFECYCLE_CASE ?? '', 'utf8')) as Project;
const program = new WrittenProgram({ ...ALL_VERBS, ...OWN_VERBS });
registerBodies(program, input.modules, LIFECYCLE_FOLDER);
if (input.prints) setStreams({ stdout: new Output(program) });
try {
  program.do(input.manage);
} catch (error) {
  if (!(error instanceof SystemExit)) throw error;
  process.exit(Number(error.code));
}
await manage(['manage.py', ...process.argv.slice(2)]);
