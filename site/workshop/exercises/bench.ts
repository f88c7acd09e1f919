/**
 * The place of work of one exercise: the editor, the checks, and what helps.
 *
 * @module
 */

import type { ExerciseView } from '../../../src/doctest/model.ts';
import { href } from '../../links.ts';
import { announce } from '../../scripts/announce.ts';
import type { Editor } from '../editor/open-editor.ts';
import { action, element } from '../run/elements.ts';
import { keepAnswer, readAnswer } from './answers.ts';
import { clearCheck, drawCheck, drawOutcome } from './draw.ts';
import { isSolved, type AnswerJudge, type Outcome } from './outcome.ts';
import { announcementOf, troubleInWords } from './words.ts';

/** Milliseconds until a check is said to go on. */
const SOON = 150;

const benches = new Map<HTMLElement, Promise<Bench>>();

/** Opens the editor of an exercise, or goes back to it. @throws {Error} where it cannot be loaded. */
export async function openExercise(section: HTMLElement): Promise<void> {
  await (await benchOf(section)).open();
}

/** Gets ready what an answer will be judged with. */
export async function warmExercise(section: HTMLElement): Promise<void> {
  await (await benchOf(section)).warm();
}

function benchOf(section: HTMLElement): Promise<Bench> {
  const known = benches.get(section);
  if (known) return known;
  const made = makeBench(section);
  benches.set(section, made);
  made.catch(() => benches.delete(section));
  return made;
}

async function makeBench(section: HTMLElement): Promise<Bench> {
  const path = `/workshop/exercises/${section.dataset['exercise']}.json`;
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  const exercise = (await response.json()) as ExerciseView;
  return new Bench(section, exercise, await judgeOf(exercise));
}

async function judgeOf(exercise: ExerciseView): Promise<AnswerJudge> {
  if (exercise.language === 'ts') {
    const { TypeScriptJudge } = await import('./judge-typescript.ts');
    return new TypeScriptJudge(exercise);
  }
  const { PythonAnswerJudge } = await import('./judge-python.ts');
  return new PythonAnswerJudge(exercise);
}

/** One exercise at work. */
class Bench {
  readonly #section: HTMLElement;
  readonly #exercise: ExerciseView;
  readonly #judge: AnswerJudge;
  readonly #figure: HTMLElement;
  readonly #panel = element('div', 'answer-outcome');
  #editor: Editor | undefined;
  #element: HTMLElement | undefined;
  #stop: AbortController | undefined;

  constructor(section: HTMLElement, exercise: ExerciseView, judge: AnswerJudge) {
    this.#section = section;
    this.#exercise = exercise;
    this.#judge = judge;
    const figure = section.querySelector<HTMLElement>('.starter');
    if (!figure) throw new Error(`The exercise ${exercise.id} has no starter on this page.`);
    this.#figure = figure;
    this.#panel.hidden = true;
  }

  async warm(): Promise<void> {
    await this.#judge.warm().catch(() => {});
  }

  /** Opens the editor with what the reader wrote last. */
  async open(): Promise<void> {
    if (this.#editor) return this.#editor.focus();
    const { openEditor } = await import('../editor/open-editor.ts');
    const { id, language, starter } = this.#exercise;
    const panel = element('div', 'edit');
    panel.setAttribute('role', 'group');
    panel.ariaLabel = `Your answer to ${this.#title}`;
    this.#editor = openEditor({
      parent: panel,
      text: starter,
      language: language === 'python' ? 'python' : 'ts',
      label: `Your answer to ${this.#title}`,
      onChange: (text) => keepAnswer(id, text === starter ? undefined : text),
      onRun: () => void this.#check(),
    });
    const kept = readAnswer(id);
    if (kept !== undefined) this.#editor.setText(kept);
    panel.append(this.#tools(), this.#panel);
    this.#element = panel;
    this.#figure.append(panel);
    this.#figure.classList.add('editing');
    this.#editor.focus();
    void this.warm();
  }

  get #title(): string {
    return this.#section.querySelector('h3')?.textContent ?? this.#exercise.id;
  }

  #tools(): HTMLElement {
    const check = action('Check', () => this.#check(), 'Ctrl+Enter in the editor does the same');
    const undo = action('Undo', () => this.#editor?.undo());
    const reset = action('Reset', () => this.#reset(), 'Gives the starter back');
    const close = action('Close', () => this.#close(), 'Keeps your answer');
    const types = 'Types are not checked here.';
    const note = this.#exercise.language === 'ts' ? [element('span', 'said-of-types', types)] : [];
    return element('div', 'tools', check, undo, reset, close, ...note);
  }

  #reset(): void {
    this.#editor?.setText(this.#exercise.starter);
    keepAnswer(this.#exercise.id, undefined);
    announce('The starter is back. Undo brings your answer back.');
    this.#editor?.focus();
  }

  #close(): void {
    this.#stop?.abort();
    this.#judge.rest();
    this.#editor?.destroy();
    this.#editor = undefined;
    this.#element?.remove();
    this.#clear();
    this.#figure.classList.remove('editing');
    this.#figure.querySelector<HTMLElement>('.bar .act')?.focus();
  }

  /** Judges what stands in the editor. A check that still goes on is ended first. */
  async #check(): Promise<void> {
    const code = this.#editor?.text();
    if (code === undefined) return;
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    const line = new CheckLine(() => stop.abort());
    const slow = setTimeout(() => this.#show(line.element), SOON);
    try {
      const hear = line.hear.bind(line);
      const outcome = await this.#judge.judge(code, { signal: stop.signal, hear });
      if (this.#stop === stop) this.#report(outcome);
    } catch (error) {
      if (this.#stop !== stop) return;
      const words = stop.signal.aborted ? 'Called off.' : troubleInWords(error);
      this.#show(element('p', 'run-state', words));
      announce(words);
    } finally {
      clearTimeout(slow);
      if (!stop.signal.aborted) void this.warm();
    }
  }

  #report(outcome: Outcome): void {
    const { id, checks } = this.#exercise;
    this.#clear();
    for (const one of outcome.checks) {
      const figure = document.getElementById(`${id}-${one.check.id}`);
      if (figure) drawCheck(figure, one);
    }
    const solved = isSolved(outcome, checks);
    this.#show(...drawOutcome(outcome, checks.length), ...this.#help(solved));
    this.#editor?.showMarks(outcome.marks);
    announce(announcementOf(outcome, checks.length));
    const detail = { exercise: id };
    document.dispatchEvent(
      new CustomEvent(solved ? 'workshop:solved' : 'workshop:attempted', { detail }),
    );
    const mark = this.#section.querySelector<HTMLElement>('.solved-mark');
    if (solved && mark) mark.hidden = false;
  }

  /** After an attempt: the next hint and the solution; after a success: another answer to compare. */
  #help(solved: boolean): HTMLElement[] {
    const hint = this.#section.querySelector<HTMLDetailsElement>('.hint:not([open])');
    const solution = this.#section.querySelector<HTMLDetailsElement>('.solution');
    const words = solved ? "Compare with the book's answer" : 'Show the solution';
    const offers = [
      ...(hint && !solved ? [action('Next hint', () => unfold(hint))] : []),
      ...(solution ? [action(words, () => unfold(solution))] : []),
    ];
    return offers.length > 0 ? [element('p', 'tools', ...offers)] : [];
  }

  #show(...parts: HTMLElement[]): void {
    this.#panel.replaceChildren(...parts);
    this.#panel.hidden = false;
  }

  #clear(): void {
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    for (const check of this.#section.querySelectorAll<HTMLElement>('.check')) clearCheck(check);
  }
}

/** Says that a check goes on, and how, with a way to end it. */
class CheckLine {
  readonly element: HTMLElement;
  readonly #words = element('span', 'start-words', 'Checking…');
  readonly #bar = element('progress', 'start-bar');

  constructor(stop: () => void) {
    this.#bar.setAttribute('aria-label', 'Loaded so far');
    this.#bar.hidden = true;
    this.element = element(
      'p',
      'start-line',
      this.#words,
      ' ',
      this.#bar,
      ' ',
      action('Stop', stop),
    );
  }

  hear(words: string, done?: { loaded: number; total: number }): void {
    this.#words.textContent = words;
    this.#bar.hidden = done === undefined;
    if (!done) return;
    this.#bar.max = Math.max(1, done.total);
    this.#bar.value = done.loaded;
  }
}

function unfold(details: HTMLDetailsElement): void {
  details.open = true;
  details.querySelector<HTMLElement>('summary')?.focus();
  details.scrollIntoView({ block: 'nearest' });
}
