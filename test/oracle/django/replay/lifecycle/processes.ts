/**
 * A project of files whose `manage.py` is run, looked at from outside.
 *
 * @module
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Case, Json, Out } from '../../../model.ts';
import { known } from '../../../unknown-word-error.ts';
import { type Bodies, fileOf } from './modules.ts';

const MANAGE = join(import.meta.dirname, 'manage-program.ts');
const MOST_MILLISECONDS = 60_000;
const GRACE = 2000;

type After = [event: Json, verb: string, ...given: string[]];
type Action = (project: Project, ...given: string[]) => void | Promise<void>;

/** What the processes told, and the status with which the first ended. */
export async function runProject(input: Case, folder: string): Promise<Out> {
  const project = new Project(input, folder);
  try {
    for (const [event, verb, ...given] of (input['after'] ?? []) as unknown as After[]) {
      await project.waitFor(event);
      await known(ACTIONS, 'action', verb)(project, ...given);
    }
    return { status: await project.ended, events: project.events() };
  } finally {
    project.child.kill('SIGTERM');
    await project.ended;
  }
}

class Project {
  readonly folder: string;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly #path: string;

  constructor(input: Case, folder: string) {
    this.folder = folder;
    this.#path = join(folder, 'events');
    writeModules(input['modules'] as unknown as Bodies, folder);
    const described = join(folder, 'case.json');
    writeFileSync(described, JSON.stringify(input));
    const { DJANGO_SETTINGS_MODULE: _, RUN_MAIN: __, ...inherited } = process.env;
    const env = {
      ...inherited,
      LIFECYCLE_CASE: described,
      LIFECYCLE_EVENTS: this.#path,
      LIFECYCLE_FOLDER: folder,
      ...(input['environ'] as Record<string, string> | undefined),
    };
    const words = [MANAGE, ...(input['command'] as string[])];
    this.child = spawn(process.execPath, words, { env, stdio: 'ignore' });
    this.ended = new Promise((resolve) => this.child.once('exit', resolve));
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  events(): Json[] {
    if (!existsSync(this.#path)) return [];
    const lines = readFileSync(this.#path, 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => JSON.parse(line) as Json);
  }

  /** Waits until an event is the last one. @throws an `Error` where it does not come. */
  async waitFor(event: Json): Promise<void> {
    const end = performance.now() + MOST_MILLISECONDS;
    while (!isDeepStrictEqual(this.events().at(-1), event)) {
      if (!this.isRunning || performance.now() > end) {
        const told = JSON.stringify(this.events());
        throw new Error(`${JSON.stringify(event)} did not come last in ${told}.`);
      }
      await pause(50);
    }
    await pause(GRACE);
  }
}

const ACTIONS: Record<string, Action> = {
  /** Makes a file newer until something happens. */
  async change(project, name = '') {
    const path = join(project.folder, name);
    const before = project.events().length;
    let moment = Math.floor(statSync(path).mtimeMs / 1000);
    while (project.isRunning && project.events().length === before) {
      moment += 10;
      utimesSync(path, moment, moment);
      await pause(250);
    }
  },
  interrupt: ({ child }) => void child.kill('SIGINT'),
  terminate: ({ child }) => void child.kill('SIGTERM'),
};

function writeModules(bodies: Bodies, folder: string): void {
  for (const name of Object.keys(bodies)) {
    const path = fileOf(bodies, name, folder);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
