/**
 * A project's files as the runtime finds them: modules under Python's names, templates as files.
 *
 * @module
 */

import { runtime } from 'virtual:runtime';
import { MemoryFiles, setFiles } from '../../../../src/runtime/files.ts';
import { registerModule } from '../../../../src/runtime/importlib.ts';
import { environ } from '../../../../src/runtime/os.ts';
import type { WSGIApplication } from '../../../../src/runtime/wsgiref/types.ts';
import type { ProjectImport, ProjectModule, Started, ToServer } from '../../playground/served.ts';
import type { Inside, Provided } from '../../sandbox/inside.ts';
import { listen, takeNoise } from './noise.ts';
import { raisedBy, signature } from './raised.ts';

type Start = Extract<ToServer, { type: 'start' }>;

/** How the start went, with the application where there is one. */
export interface StartedProject extends Started {
  application?: WSGIApplication;
}

/** Runs the project's modules, each once, and finds its application. */
export async function startProject(start: Start, { load }: Inside): Promise<StartedProject> {
  const { files, modules, entry, settings } = start;
  listen();
  setFiles(new MemoryFiles(atTheRoot(files)));
  if (settings !== undefined) environ()['DJANGO_SETTINGS_MODULE'] = settings;
  for (const folder of foldersOf(modules)) registerModule(folder, {}, { package: true });
  const project = new Project(load);
  for (const module of modules) await project.run(module);
  const { broken, loaded } = project;
  const found = loaded.get(entry)?.namespace as Record<string, unknown> | undefined;
  const application = found?.['application'] ?? found?.['default'];
  if (typeof application === 'function') {
    return { ...takeNoise(), broken, application: application as WSGIApplication };
  }
  const missing = found
    ? `${entry} exports no function named application, and none by default.`
    : `${entry} raised, so there is no application.`;
  return { ...takeNoise(), broken, missing };
}

/** Modules while they are run. */
class Project {
  readonly loaded = new Map<string, { address: string; namespace: object }>();
  readonly broken: Started['broken'] = [];
  readonly #errors = new Map<string, unknown>();
  readonly #load: Inside['load'];

  constructor(load: Inside['load']) {
    this.#load = load;
  }

  /** Runs a module; one that raises will raise the same for whoever imports it. */
  async run({ path, name, isPackage, text, imports }: ProjectModule): Promise<void> {
    const place = { file: `/${path}`, package: isPackage };
    try {
      const module = { text: text + signature(path), imports };
      this.#failWithImported(imports);
      const loaded = await this.#load(module, (specifier) => this.#provide(specifier, imports));
      this.loaded.set(path, loaded);
      registerModule(name, loaded.namespace, place);
    } catch (error) {
      if (!this.#errors.has(path)) this.#note(path, error);
      registerModule(name, () => raise(error), place);
    }
  }

  #failWithImported(imports: ProjectImport[]): void {
    const failed = imports.find(({ target }) => target !== undefined && this.#errors.has(target));
    if (failed) throw this.#errors.get(failed.target ?? '');
  }

  #provide(specifier: string, imports: ProjectImport[]): Provided {
    const { target } = imports.find((one) => one.specifier === specifier) ?? {};
    if (target !== undefined) return this.loaded.get(target)?.address;
    return runtime[specifier];
  }

  #note(path: string, error: unknown): void {
    const known = [...this.#errors.values()].includes(error);
    this.#errors.set(path, error);
    if (!known) this.broken.push({ path, raised: raisedBy(error) });
  }
}

function raise(error: unknown): never {
  throw error;
}

function atTheRoot(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`/${path}`, text]));
}

/** Python's names of the folders around modules. */
function foldersOf(modules: readonly ProjectModule[]): Set<string> {
  return new Set(
    modules.flatMap(({ name }) => {
      const parts = name.split('.').slice(0, -1);
      return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
    }),
  );
}
