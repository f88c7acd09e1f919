/**
 * The editor of a snippet, with what one can do with its text.
 *
 * @module
 */

import { announce } from '../../scripts/announce.ts';
import type { PageSnippet } from '../../../src/doctest/page/data.ts';
import type { Editor, EditorOptions, Mark } from '../editor/open-editor.ts';
import { keepDraft } from './drafts.ts';
import { action, element } from './elements.ts';
import { LinkError, linkTo } from './link.ts';
import { whatIsRun } from './words.ts';

/** What an editor is opened with. */
export interface EditOptions {
  chapter: string;
  snippet: PageSnippet;
  /** What it has to begin with: the book's text, or what the reader typed last. */
  text: string;
  /** How many snippets are run before this one. */
  replays: number;
  run: () => Promise<void>;
  close: () => void;
}

/** An open editor. */
export class EditPanel {
  readonly element: HTMLElement;
  readonly #options: EditOptions;
  readonly #editor: Editor;
  readonly #run: HTMLButtonElement;

  /** Loads the editor and opens it. */
  static async open(options: EditOptions): Promise<EditPanel> {
    const { openEditor } = await import('../editor/open-editor.ts');
    return new EditPanel(options, openEditor);
  }

  private constructor(options: EditOptions, openEditor: (options: EditorOptions) => Editor) {
    this.#options = options;
    const { snippet } = options;
    this.element = element('div', 'edit');
    this.element.setAttribute('role', 'group');
    this.element.ariaLabel = `Editor of ${snippet.id}`;
    this.#editor = openEditor({
      parent: this.element,
      text: snippet.code,
      language: 'ts',
      label: `Code of the snippet ${snippet.id}`,
      onChange: (text) => this.#keep(text),
      onRun: () => void options.run(),
    });
    if (options.text !== snippet.code) this.#editor.setText(options.text);
    this.#run = action('Run', options.run, 'Ctrl+Enter in the editor does the same');
    this.element.append(
      this.#tools(),
      element('p', 'edit-note', `${whatIsRun(options.replays)} Types are not checked here.`),
    );
    this.element.addEventListener('keydown', (event) => this.#leave(event));
  }

  text(): string {
    return this.#editor.text();
  }

  /** Replaces the text, as one step that the reader can undo. */
  replace(text: string): void {
    if (text !== this.text()) this.#editor.setText(text);
  }

  focus(): void {
    this.#editor.focus();
  }

  showMarks(marks: Mark[]): void {
    this.#editor.showMarks(marks);
  }

  /** Takes it away. */
  close(): void {
    this.#editor.destroy();
    this.element.remove();
  }

  #tools(): HTMLElement {
    const copy = action('Copy', () => this.#toClipboard(this.text(), 'Copied'));
    const share = action('Share', () => this.#share(), 'Copies a link that has this code in it');
    const reset = action('Reset', () => this.#reset(), "Gives the book's text back");
    const close = action('Close', this.#options.close, 'Keeps your text and shows the book again');
    const undo = action('Undo', () => this.#editor.undo());
    return element('div', 'tools', this.#run, undo, reset, copy, share, close);
  }

  #reset(): void {
    const { snippet } = this.#options;
    this.replace(snippet.code);
    this.#keep(snippet.code);
    announce("The book's text is back. Undo brings yours back.");
    this.focus();
  }

  async #share(): Promise<void> {
    try {
      const fragment = await linkTo(this.#options.snippet.id, this.text());
      const address = `${location.href.replace(/#.*$/, '')}${fragment}`;
      await this.#toClipboard(address, 'A link with your code was copied');
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      this.#say(error.message);
    }
  }

  async #toClipboard(text: string, done: string): Promise<void> {
    const isDone = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    this.#say(isDone ? done : 'The browser refused to copy');
  }

  /** Says something beside the buttons and to who hears the page. */
  #say(words: string): void {
    this.element.querySelector('.said')?.remove();
    this.element.querySelector('.tools')?.append(element('span', 'said', words));
    announce(words);
  }

  #keep(text: string): void {
    const { chapter, snippet } = this.#options;
    keepDraft(chapter, snippet.id, text === snippet.code ? undefined : text);
  }

  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Node && this.#run.parentElement?.contains(event.target)) return;
    this.#run.focus();
  }
}
