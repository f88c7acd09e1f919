/**
 * Opens the playground with a preset or with what was kept, and wires the buttons around it.
 *
 * @module
 */

import { href } from '../../../links.ts';
import type { Preset } from '../presets.ts';
import { EMPTY, type Draft } from '../draft.ts';
import { KEY, ProjectStore, type Saved } from '../store.ts';
import { readZip } from '../zip/read-zip.ts';
import { writeZip } from '../zip/write-zip.ts';
import { ZipError } from '../zip/zip-error.ts';
import { confirmed } from './asks.ts';
import { Bench } from './bench.ts';
import { download, find, make, makeButton } from './make.ts';

let opened: Playground | undefined;

/** Opens the playground. @param wish a preset's id, or nothing for what was kept */
export async function open(wish?: string): Promise<void> {
  opened ??= new Playground(await readPresets());
  await opened.begin(wish);
}

async function readPresets(): Promise<Preset[]> {
  const response = await fetch(href('/workshop/presets.json'));
  if (!response.ok) throw new Error(`The presets could not be loaded (${response.status}).`);
  return (await response.json()) as Preset[];
}

class Playground {
  readonly #presets: readonly Preset[];
  readonly #store = new ProjectStore(() => localStorage);
  readonly #root = find(document, '.bench');
  readonly #notes = find(this.#root, '.notes');
  readonly #bench = new Bench(this.#root, this.#store);
  #kept: Saved | undefined = this.#store.load();

  constructor(presets: readonly Preset[]) {
    this.#presets = presets;
    const file = find<HTMLInputElement>(this.#root, 'input[type="file"]');
    find(this.#root, '.export').addEventListener('click', () => this.#export());
    find(this.#root, '.import').addEventListener('click', () => file.click());
    file.addEventListener('change', () => void this.#import(file));
    addEventListener('storage', ({ key }) => {
      if (key === KEY) this.#note('Another tab keeps a project too: what was changed last stays.');
    });
    this.#offerUnread();
  }

  async begin(wish?: string): Promise<void> {
    const preset = this.#presets.find(({ id }) => id === wish);
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept && (!preset || kept.touched)) this.#bench.put(kept, this.#requestsFor(kept));
    if (preset && (await this.#mayReplace())) {
      this.#bench.putPreset(preset);
      if (this.#store.unread === undefined) this.#note('');
    }
    foldPresets();
    this.#root.hidden = false;
    find(this.#root, 'form.draft button').focus({ preventScroll: true });
    this.#root.scrollIntoView({ block: 'start' });
  }

  #requestsFor({ project }: Saved): Draft[] {
    return this.#presets.find((preset) => preset.project.name === project.name)?.requests ?? [];
  }

  async #mayReplace(): Promise<boolean> {
    if (!this.#bench.workspace.touched) return true;
    const { name } = this.#bench.workspace.project;
    const question = `“${name}” has changes that are nowhere else. Put another project in its place?`;
    return confirmed(question, 'Replace it', 'Keep it');
  }

  async #import(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    input.value = '';
    if (!file) return;
    try {
      const files = readZip(new Uint8Array(await file.arrayBuffer()));
      if (!(await this.#mayReplace())) return;
      const name = file.name.replace(/\.zip$/i, '');
      this.#bench.put({ project: { name, files }, touched: false, draft: EMPTY, cookies: [] });
      this.#note(`${Object.keys(files).length} files were imported from ${file.name}.`);
    } catch (error) {
      if (!(error instanceof ZipError)) throw error;
      this.#note(`${file.name} was refused. ${error.message}`, true);
    }
  }

  #export(): void {
    const { name, files } = this.#bench.workspace.project;
    const plain = name.replaceAll(/[^\w.-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'project';
    download(`${plain}.zip`, writeZip(files, new Date()) as BlobPart, 'application/zip');
    this.#bench.workspace.settle();
    this.#note(`Exported as ${plain}.zip.`);
  }

  #offerUnread(): void {
    const text = this.#store.unread;
    if (text === undefined) return;
    this.#note('What this browser had kept could not be read, so you begin afresh.', true);
    this.#notes.append(
      ' ',
      makeButton('Download the old text', () =>
        download('playground-unread.txt', text, 'text/plain'),
      ),
      ' ',
      makeButton('Forget it', () => {
        this.#store.dropUnread();
        this.#note('');
      }),
    );
  }

  #note(words: string, isBad = false): void {
    this.#notes.replaceChildren(...(words === '' ? [] : [make('span', '', words)]));
    this.#notes.classList.toggle('bad', isBad);
  }
}

/** Leaves the presets at hand, but out of the way. */
function foldPresets(): void {
  const begin = find(document, '.begin');
  const list = find(begin, '.presets');
  const known = list.closest('details');
  const fold = known ?? make('details', '', make('summary', '', 'Begin with another project'));
  if (!known) {
    list.before(fold);
    fold.append(list);
    begin.classList.add('begun');
  }
  fold.open = false;
}
