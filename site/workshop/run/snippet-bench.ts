/**
 * The place of work of one snippet: its runs, what they gave, and its editor.
 *
 * @module
 */

import { announce } from '../../scripts/announce.ts';
import type { PageSnippet } from '../../../src/doctest/page/data.ts';
import { drawResult, drawRunning } from './draw-result.ts';
import { readDraft } from './drafts.ts';
import { EditPanel } from './edit-panel.ts';
import { editorMarks } from './editor-marks.ts';
import { element } from './elements.ts';
import type { Runner, RunResult } from './runner.ts';
import { announcementOf } from './words.ts';

/** What a place of work is made of. */
export interface BenchParts {
  chapter: string;
  runner: Runner;
  figure: HTMLElement;
  snippet: PageSnippet;
  /** All places of work of the page. */
  others: () => SnippetBench[];
}

/** Milliseconds until a run is said to go on. */
const SOON = 150;

/** One snippet of the page at work. */
export class SnippetBench {
  readonly #parts: BenchParts;
  readonly #panel: HTMLElement;
  #editor: EditPanel | undefined;
  #stop: AbortController | undefined;

  constructor(parts: BenchParts) {
    this.#parts = parts;
    this.#panel = element('div', 'run');
    this.#panel.setAttribute('role', 'group');
    this.#panel.ariaLabel = `Run of ${parts.snippet.id}`;
    this.#panel.hidden = true;
    const code = parts.figure.querySelector(':scope > .scroll, :scope > .fold');
    code?.after(this.#panel);
  }

  /** Whether a reader has changed the text. */
  get isChanged(): boolean {
    return this.#editor !== undefined && this.#editor.text() !== this.#parts.snippet.code;
  }

  get name(): string {
    return this.#parts.snippet.id;
  }

  /**
   * Runs it, and shows what came out. A run that still goes on is ended first.
   *
   * @throws {SandboxRefusedError} where this browser does not let the sandbox start.
   */
  async run(): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const slow = setTimeout(() => {
      if (this.#stop === stop) this.#show(drawRunning(() => stop.abort()));
    }, SOON);
    const { runner, snippet } = this.#parts;
    const code = this.#editor?.text() ?? snippet.code;
    try {
      const result = await runner.run(snippet, stop.signal, code);
      if (this.#stop === stop) this.#report(result, code);
    } catch (error) {
      this.#clear();
      throw error;
    } finally {
      clearTimeout(slow);
    }
  }

  /** Waits for no run any more. */
  giveUp(): void {
    this.#stop?.abort();
    this.#stop = undefined;
    this.#clear();
  }

  /** Opens the editor, or closes it. */
  async toggleEditor(): Promise<void> {
    if (this.#editor) return this.#closeEditor();
    const { chapter, snippet } = this.#parts;
    await this.#openEditor(readDraft(chapter, snippet.id) ?? snippet.code);
  }

  /** Opens the editor with code that came with a link. */
  async take(code: string): Promise<void> {
    await this.#openEditor(this.#editor?.text() ?? this.#parts.snippet.code);
    this.#editor?.replace(code);
    this.#parts.figure.scrollIntoView();
    announce('The editor has the code of the link. Nothing was run.');
  }

  async #openEditor(text: string): Promise<void> {
    if (this.#editor) return;
    const { chapter, figure, runner, snippet } = this.#parts;
    this.#editor = await EditPanel.open({
      chapter,
      snippet,
      text,
      replays: runner.replays(snippet),
      run: () => this.run(),
      close: () => this.#closeEditor(),
    });
    this.#panel.before(this.#editor.element);
    figure.classList.add('editing');
    this.#clear();
    this.#editor.focus();
  }

  #closeEditor(): void {
    this.#editor?.close();
    this.#editor = undefined;
    this.#parts.figure.classList.remove('editing');
    this.#clear();
    this.#parts.figure.querySelector<HTMLElement>('.bar [data-act=Edit]')?.focus();
  }

  #report(result: RunResult, code: string): void {
    const { chapter, snippet, others } = this.#parts;
    const unused = others().filter((bench) => bench.isChanged && bench.isBefore(this));
    const told = {
      isChanged: code !== snippet.code,
      inEditor: this.#editor?.text() === code,
      unused: unused.map(({ name }) => name),
    };
    this.#show(drawResult(result, told));
    if (told.inEditor) this.#editor?.showMarks(editorMarks(result));
    announce(announcementOf(snippet.id, result));
    const ok = result.report.status === 'passed';
    const detail = { chapter, snippet: snippet.id, ok };
    document.dispatchEvent(new CustomEvent('workshop:ran', { detail }));
  }

  /** Whether it stands above another on the page. */
  isBefore(other: SnippetBench): boolean {
    return this.#parts.snippet.ordinal < other.#parts.snippet.ordinal;
  }

  #show(parts: HTMLElement[]): void {
    this.#panel.replaceChildren(...parts);
    this.#panel.hidden = false;
  }

  #clear(): void {
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
  }
}
