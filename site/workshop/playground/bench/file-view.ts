/**
 * The files of the project: their list, and an editor for each that was opened.
 *
 * @module
 */

import { openEditor, type Editor, type Mark } from '../../editor/open-editor.ts';
import { isModule, languageOf, moduleName } from '../project.ts';
import type { Workspace } from '../workspace.ts';
import { askFor, confirmed } from './asks.ts';
import { find, make, makeButton } from './make.ts';

interface OpenFile {
  editor: Editor;
  place: HTMLElement;
}

/** Shows the files of a workspace, and has the reader change them. */
export class FileView {
  readonly #workspace: Workspace;
  readonly #list: HTMLElement;
  readonly #bar: HTMLElement;
  readonly #place: HTMLElement;
  readonly #send: () => void;
  readonly #editors = new Map<string, OpenFile>();
  #marked = new Set<string>();

  /** @param send what Ctrl+Enter does in an editor */
  constructor(root: HTMLElement, workspace: Workspace, send: () => void) {
    this.#workspace = workspace;
    this.#send = send;
    this.#list = find(root, '.file-list');
    this.#bar = find(root, '.file-bar');
    this.#place = find(root, '.editors');
    find(root, 'button.new-file').addEventListener('click', () => void this.#add());
    workspace.listen((change) => {
      if (change !== 'text') this.#show();
    });
  }

  /** Takes all editors away, since other files will have their names. */
  forget(): void {
    for (const { editor, place } of this.#editors.values()) {
      editor.destroy();
      place.remove();
    }
    this.#editors.clear();
    this.#marked.clear();
  }

  /** Opens a file at a line, with a mark there. */
  goTo(path: string, mark: Mark): void {
    this.#workspace.show(path);
    const file = this.#editors.get(path);
    if (!file) return;
    this.#marked.add(path);
    file.editor.showMarks([mark]);
    file.editor.focus();
  }

  /** Takes all marks away. */
  clearMarks(): void {
    for (const path of this.#marked) this.#editors.get(path)?.editor.showMarks([]);
    this.#marked = new Set();
  }

  #show(): void {
    const { paths, open } = this.#workspace;
    this.#dropAllBut(paths);
    this.#list.replaceChildren(
      ...paths.map((path) => {
        const button = makeButton(path, () => this.#workspace.show(path));
        if (path === open) button.setAttribute('aria-current', 'true');
        return make('li', '', button);
      }),
    );
    this.#showBar(open);
    if (open !== '') this.#edit(open);
    for (const [path, { place }] of this.#editors) place.hidden = path !== open;
  }

  #showBar(path: string): void {
    if (path === '') {
      this.#bar.replaceChildren(make('span', 'path', 'No file is open.'));
      return;
    }
    const words = isModule(path) ? ['Python calls it ', make('code', '', moduleName(path))] : [];
    this.#bar.replaceChildren(
      make('span', 'path', path),
      make('span', 'python', ...words),
      makeButton('Rename', () => void this.#rename(path)),
      makeButton('Delete', () => void this.#remove(path)),
    );
  }

  #edit(path: string): void {
    if (this.#editors.has(path)) return;
    const place = make('div', 'edited');
    this.#place.append(place);
    const editor = openEditor({
      parent: place,
      text: this.#workspace.textOf(path),
      language: languageOf(path),
      label: path,
      onChange: (text) => this.#workspace.write(path, text),
      onRun: this.#send,
    });
    this.#editors.set(path, { editor, place });
  }

  #dropAllBut(paths: readonly string[]): void {
    for (const [path, { editor, place }] of this.#editors) {
      if (paths.includes(path)) continue;
      editor.destroy();
      place.remove();
      this.#editors.delete(path);
    }
  }

  async #add(): Promise<void> {
    const { open } = this.#workspace;
    const before = `${open.slice(0, open.lastIndexOf('/') + 1)}new.ts`;
    const use = (path: string): void => this.#workspace.add(path);
    await askFor('Path of the new file', { yes: 'Make it', before, use });
    this.#editors.get(this.#workspace.open)?.editor.focus();
  }

  async #rename(path: string): Promise<void> {
    const use = (to: string): void => this.#workspace.move(path, to);
    await askFor(`New path of ${path}`, { yes: 'Rename it', before: path, use });
  }

  async #remove(path: string): Promise<void> {
    if (await confirmed(`Delete ${path}? It cannot be brought back.`, 'Delete it', 'Keep it'))
      this.#workspace.remove(path);
  }
}
