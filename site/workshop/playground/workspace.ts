/**
 * The project under the reader's hands: its files, and which of them is open.
 *
 * @module
 */

import { faultOfPath, inOrder, LIMITS, type Project, type ProjectFiles } from './project.ts';

/** A change that cannot be made. The message is for the reader. */
export class WorkspaceError extends Error {
  override name = 'WorkspaceError' as const;
}

/** What has changed: the texts of files, which files there are, or which one is open. */
export type Change = 'text' | 'files' | 'open';

/** A project that can be changed. `files` is another object after each change of it. */
export class Workspace {
  #name = '';
  #files: ProjectFiles = {};
  #open = '';
  #touched = false;
  readonly #listeners = new Set<(change: Change) => void>();

  /** The project as it is now. */
  get project(): Project {
    return { name: this.#name, files: this.#files };
  }

  /** The files' paths, as they are shown. */
  get paths(): string[] {
    return inOrder(Object.keys(this.#files));
  }

  /** The path of the file that is open; `''` where there is none. */
  get open(): string {
    return this.#open;
  }

  /** Whether the reader has changed anything since the project was put here. */
  get touched(): boolean {
    return this.#touched;
  }

  /** Calls back after each change. */
  listen(listener: (change: Change) => void): void {
    this.#listeners.add(listener);
  }

  /** Puts another project in the place of this one. */
  replace({ name, files }: Project, touched = false): void {
    this.#name = name;
    this.#files = files;
    this.#touched = touched;
    const [first = ''] = this.paths;
    this.#open = this.paths.find((path) => path.endsWith('views.ts')) ?? first;
    this.#tell('files');
  }

  /** Says that what there is now lies somewhere else too. */
  settle(): void {
    this.#touched = false;
  }

  /** Names the project. */
  rename(name: string): void {
    if (name === this.#name) return;
    this.#name = name;
    this.#touched = true;
    this.#tell('text');
  }

  /** Opens a file, if it is there. */
  show(path: string): void {
    if (!(path in this.#files) || path === this.#open) return;
    this.#open = path;
    this.#tell('open');
  }

  /** The text of a file. */
  textOf(path: string): string {
    return this.#files[path] ?? '';
  }

  /** Writes a file that is there. */
  write(path: string, text: string): void {
    if (this.#files[path] === text || !(path in this.#files)) return;
    this.#change({ ...this.#files, [path]: text }, 'text');
  }

  /** Adds an empty file and opens it. @throws {WorkspaceError} for a path that it cannot have. */
  add(path: string): void {
    if (Object.keys(this.#files).length >= LIMITS.files)
      throw new WorkspaceError(`A project has at most ${LIMITS.files} files.`);
    this.#assertFree(path);
    this.#open = path;
    this.#change({ ...this.#files, [path]: '' }, 'files');
  }

  /** Gives a file another path. @throws {WorkspaceError} for a path that it cannot have. */
  move(from: string, to: string): void {
    if (from === to) return;
    this.#assertFree(to);
    const { [from]: text = '', ...rest } = this.#files;
    if (this.#open === from) this.#open = to;
    this.#change({ ...rest, [to]: text }, 'files');
  }

  /** Deletes a file, and opens another. */
  remove(path: string): void {
    const place = this.paths.indexOf(path);
    const { [path]: _, ...rest } = this.#files;
    this.#files = rest;
    if (this.#open === path) this.#open = this.paths[Math.max(0, place - 1)] ?? '';
    this.#change(rest, 'files');
  }

  #assertFree(path: string): void {
    const fault = faultOfPath(path);
    if (fault !== undefined) throw new WorkspaceError(fault);
    if (path in this.#files) throw new WorkspaceError(`There is a file ${path} already.`);
  }

  #change(files: ProjectFiles, change: Change): void {
    this.#files = files;
    this.#touched = true;
    this.#tell(change);
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}
