/**
 * Run and Edit on the page: a place of work for each snippet that a reader touches.
 *
 * @module
 */

import { href } from '../../links.ts';
import type { ModuleFile } from '../../../src/doctest/page/data.ts';
import { SandboxRefusedError } from '../sandbox/errors.ts';
import { action, element } from './elements.ts';
import { LinkError, readLink } from './link.ts';
import { Runner, warmUp } from './runner.ts';
import { SnippetBench } from './snippet-bench.ts';

/** The snippets of the page, with what runs them. */
export class Bench {
  readonly #chapter: string;
  readonly #runner: Runner;
  readonly #opened = new Map<string, SnippetBench>();

  constructor(chapter: string, runner: Runner) {
    this.#chapter = chapter;
    this.#runner = runner;
  }

  /** Has a worker ready for the next run. Trouble other than a refusal is told by that run. */
  async warm(): Promise<void> {
    await this.#runner.warm().catch((error: unknown) => this.#hear(error));
  }

  /** Runs a snippet: the reader's text of it where an editor is open. */
  async run(figure: HTMLElement): Promise<void> {
    try {
      await this.#open(figure)?.run();
    } catch (error) {
      this.#hear(error);
      if (!(error instanceof SandboxRefusedError)) throw error;
    }
    await this.warm();
  }

  /** Opens the editor of a snippet, or closes it. */
  async edit(figure: HTMLElement): Promise<void> {
    await this.#open(figure)?.toggleEditor();
  }

  /** Opens the editor with the code that a link brings. Nothing of it is run. */
  async follow(hash: string): Promise<void> {
    try {
      const { snippet, code } = await readLink(hash);
      const figure = document.getElementById(snippet);
      const opened = figure?.matches('[data-runs]') ? this.#open(figure) : undefined;
      if (!opened) throw new LinkError(`This page has no snippet "${snippet}" that it can run.`);
      await opened.take(code);
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      complain(`${error.message} The page is the book's, unchanged.`);
    }
  }

  /** A browser that does not let the sandbox start gets no Run, and a word why. */
  #hear(error: unknown): void {
    if (!(error instanceof SandboxRefusedError)) return;
    for (const bench of this.#opened.values()) bench.giveUp();
    takeRunsAway();
  }

  #open(figure: HTMLElement): SnippetBench | undefined {
    const known = this.#opened.get(figure.id);
    const snippet = this.#runner.find(figure.id);
    if (known || !snippet) return known;
    const others = () => [...this.#opened.values()];
    const opened = new SnippetBench({
      chapter: this.#chapter,
      runner: this.#runner,
      figure,
      snippet,
      others,
    });
    this.#opened.set(figure.id, opened);
    return opened;
  }
}

/** Fetches what this page's snippets are run with. @throws {Error} */
export async function openBench(): Promise<Bench> {
  const chapter = document.body.dataset['chapter'] ?? '';
  warmUp().catch(() => {});
  const response = await fetch(href(`/modules/${chapter}.json`));
  if (!response.ok) throw new Error(`The modules of ${chapter} could not be loaded.`);
  const bench = new Bench(chapter, new Runner((await response.json()) as ModuleFile));
  void bench.warm();
  return bench;
}

function takeRunsAway(): void {
  for (const acts of document.querySelectorAll('.snippet[data-runs] .acts')) {
    const buttons = acts.querySelectorAll('.act');
    buttons.forEach((button) => button.remove());
    const why = 'no Run: this browser does not let the sandbox start';
    if (buttons.length > 0) acts.prepend(element('span', 'standing idle', why));
  }
}

function complain(words: string): void {
  document.querySelector('.link-trouble')?.remove();
  const close = action('Close', () => said.remove());
  const said = element('p', 'link-trouble', `${words} `, close);
  said.setAttribute('role', 'alert');
  document.getElementById('main')?.prepend(said);
  scrollTo({ top: 0 });
}
