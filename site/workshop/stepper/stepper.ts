/**
 * The stepper in a page: a trace, a place in it, and the ways to go on.
 *
 * @module
 */

import type { Detail } from './detail.ts';
import { breakable, type Markup, markup } from './markup.ts';
import type { LinkState } from './link.ts';
import { PARTS } from './model.ts';
import { drawOnion } from './onion.ts';
import { drawEvents, drawPart, drawSources, drawWire, type Ink } from './panels.ts';
import type { Setup } from './setup.ts';
import type { SourceShelf } from './source-shelf.ts';
import { Walk } from './walk.ts';
import { type Place, placesOf, wayUpTo } from './way.ts';
import { sentenceOf } from './words.ts';

/** What the stepper needs of its surroundings. */
export interface StepperOptions {
  shelf: SourceShelf;
  ink: Ink;
  /** Told of each step at which a reader arrives. */
  moved: (state: LinkState) => void;
  /** The address of the state as a link, for copying. */
  linkTo: (state: LinkState) => string;
}

type Move = (walk: Walk, number: number) => number | undefined;

/** Each way to go: its button, its keys, and where it leads. */
const MOVES: readonly { name: string; label: string; keys: string[]; move: Move }[] = [
  { name: 'first', label: 'First', keys: ['Home'], move: (walk) => walk.first },
  {
    name: 'previous',
    label: 'Back',
    keys: ['ArrowLeft', 'ArrowUp'],
    move: (walk, at) => walk.previous(at),
  },
  {
    name: 'next',
    label: 'Next',
    keys: ['ArrowRight', 'ArrowDown'],
    move: (walk, at) => walk.next(at),
  },
  { name: 'last', label: 'Last', keys: ['End'], move: (walk) => walk.last },
  {
    name: 'previous-ring',
    label: 'Layer before',
    keys: ['p'],
    move: (walk, at) => walk.previousRing(at),
  },
  { name: 'next-ring', label: 'Next layer', keys: ['n'], move: (walk, at) => walk.nextRing(at) },
  {
    name: 'exception',
    label: 'Next exception',
    keys: ['e'],
    move: (walk, at) => walk.nextException(at),
  },
];

/** Keys as they are engraved. */
const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

/** Those that go further than a step. */
const JUMPS = new Set(['previous-ring', 'next-ring', 'exception']);

/** The stepper. */
export class Stepper {
  readonly element: HTMLElement;
  readonly #options: StepperOptions;
  /** The HTML of each part of the frame. */
  readonly #drawn = new Map<string, string>();
  #walk: Walk | undefined;
  #places: Place[] = [];
  #setup: Setup | undefined;
  #at = 0;

  constructor(options: StepperOptions) {
    this.#options = options;
    this.element = document.createElement('div');
    this.element.className = 'stepper';
    this.element.innerHTML = drawFrame().text;
    this.#listen();
  }

  /** What is shown, as a link holds it; undefined before the first trace. */
  get state(): LinkState | undefined {
    return (
      this.#walk && this.#setup && { setup: this.#setup, step: this.#at, detail: this.#walk.detail }
    );
  }

  /** Shows a trace, at a step or at the request's first. @throws {RangeError} for a step that it does not have; it is then at its first. */
  show(walk: Walk, setup: Setup, step?: number | string): void {
    this.#walk = walk;
    this.#setup = setup;
    this.#places = placesOf(walk.trace);
    const wanted = step ?? walk.start;
    const number = typeof wanted === 'number' ? wanted : walk.entering(wanted);
    const isThere = number !== undefined && number < walk.trace.steps.length;
    this.#arrive(isThere ? walk.nearest(number) : walk.start);
    this.#pick<HTMLInputElement>('.step-slider').max = String(walk.shown.length - 1);
    this.#draw();
    void this.#options.shelf.load(walk.shown.map((shown) => walk.nameOf(walk.step(shown))));
    if (!isThere)
      throw new RangeError(
        `This request has no step ${wanted}; it has ${walk.trace.steps.length}. You are at its first.`,
      );
  }

  /** Goes to a step. */
  go(number: number | undefined): void {
    if (number === undefined || !this.#walk || !this.#setup) return;
    this.#arrive(number);
    this.#draw();
    this.#options.moved({ setup: this.#setup, step: number, detail: this.#walk.detail });
  }

  #arrive(number: number): void {
    this.#at = number;
  }

  #listen(): void {
    this.element.addEventListener('click', ({ target }) => {
      const button = (target as HTMLElement).closest('button');
      if (button?.classList.contains('copy-link')) void this.#copyLink(button);
      const found = MOVES.find(({ name }) => name === button?.dataset['go']);
      if (found && this.#walk) this.go(found.move(this.#walk, this.#at));
    });
    this.element.addEventListener('keydown', (event) => {
      const { target, key, ctrlKey, metaKey, altKey } = event;
      const isOwn = (target as HTMLElement).closest(
        'input, textarea, select, form, .scroll, summary',
      );
      if (isOwn || ctrlKey || metaKey || altKey) return;
      const found = MOVES.find(({ keys }) => keys.includes(key));
      if (!found || !this.#walk) return;
      event.preventDefault();
      this.go(found.move(this.#walk, this.#at));
    });
    const slider = this.#pick<HTMLInputElement>('.step-slider');
    slider.addEventListener('input', () => this.go(this.#walk?.shown[Number(slider.value)]));
    this.#pick('.step-detail').addEventListener('change', ({ target }) => {
      if (!this.#walk || !this.#setup) return;
      const detail: Detail = (target as HTMLInputElement).checked ? 'every call' : 'way';
      this.show(new Walk(this.#walk.trace, detail), this.#setup, this.#at);
      this.go(this.#at);
    });
  }

  #draw(): void {
    const walk = this.#walk;
    if (!walk) return;
    const at = this.#at;
    const { trace } = walk;
    const step = walk.step(at);
    const place = this.#places[at] ?? { ring: step.ring, side: 'in' };
    const sentence = sentenceOf(trace, at, place);
    const isFailing = step.kind === 'raise';
    const way = wayUpTo(this.#places, trace.begins, at);
    this.#fill('.step-now', breakable(`${sentence}.`));
    this.#pick('.step-now').classList.toggle('raises', isFailing);
    this.#fill(
      '.step-onion',
      drawOnion({
        rings: trace.rings,
        way: at < trace.begins ? [place] : way,
        words: `The rings around the view. ${sentence}.`,
        failing: isFailing,
      }),
    );
    this.#drawSource(walk, at);
    for (const part of PARTS) this.#fill(`.step-${part}`, drawPart(part, walk.entries(part, at)));
    const events = walk.eventsSoFar(at);
    const newest = walk.events(at).length;
    this.#fill('.step-signals', drawEvents(events, newest));
    this.#fill('.step-wire', drawWire(events, trace.wire, newest, at === walk.last));
    this.#showNew();
    this.#drawBar(walk, sentence);
  }

  #drawSource(walk: Walk, at: number): void {
    const { shelf, ink } = this.#options;
    const name = walk.nameOf(walk.step(at));
    this.#fill('.step-sources', drawSources(walk, at, shelf.get(name), ink));
    if (shelf.has(name)) return;
    void shelf.load([name]).then(() => {
      if (this.#walk === walk && this.#at === at) this.#drawSource(walk, at);
    });
  }

  #drawBar(walk: Walk, sentence: string): void {
    const place = walk.placeOf(this.#at);
    const slider = this.#pick<HTMLInputElement>('.step-slider');
    slider.value = String(place);
    slider.setAttribute('aria-valuetext', `Step ${place + 1} of ${walk.shown.length}: ${sentence}`);
    this.#pick('.step-count').textContent = `${place + 1} of ${walk.shown.length}`;
    this.#pick<HTMLInputElement>('.step-detail').checked = walk.detail === 'every call';
    for (const { name, move } of MOVES) {
      const to = move(walk, this.#at);
      const isIdle = to === undefined || to === this.#at;
      this.#pick(`[data-go="${name}"]`).setAttribute('aria-disabled', String(isIdle));
    }
  }

  /** Scrolls each list, and nothing else, to what is new in it. */
  #showNew(): void {
    for (const pane of this.element.querySelectorAll<HTMLElement>('.scroll')) {
      const found = pane.querySelector<HTMLElement>('.new, .step-line.now');
      if (!found) continue;
      const top = found.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += top - pane.clientHeight / 3;
    }
  }

  async #copyLink(button: HTMLElement): Promise<void> {
    const { state } = this;
    if (!state) return;
    const words = button.textContent;
    try {
      await navigator.clipboard.writeText(this.#options.linkTo(state));
      button.textContent = 'Link copied';
    } catch {
      button.textContent = 'This browser keeps its clipboard to itself';
    }
    setTimeout(() => {
      button.textContent = words;
    }, 2000);
  }

  /** What looks as before is left alone. */
  #fill(selector: string, { text }: Markup): void {
    if (this.#drawn.get(selector) === text) return;
    this.#drawn.set(selector, text);
    this.#pick(selector).innerHTML = text;
  }

  #pick<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    return this.element.querySelector(selector) as Found;
  }
}

function drawFrame(): Markup {
  const buttons = MOVES.map(({ name, label, keys }) => ({
    isJump: JUMPS.has(name),
    drawn: markup`<button type="button" data-go="${name}" aria-keyshortcuts="${keys.join(' ')}" title="${`Key: ${SIGNS[keys[0] ?? ''] ?? keys[0]}`}">${label}</button> `,
  }));
  const drawn = (wanted: boolean): Markup[] =>
    buttons.filter(({ isJump }) => isJump === wanted).map((button) => button.drawn);
  return markup`<div class="step-bar" role="group" aria-label="Steps">
      <div class="step-buttons">${drawn(false)}</div>
      <label class="step-slide">
        <span class="step-count"></span>
        <input class="step-slider" type="range" min="0" value="0" aria-label="Step" />
      </label>
    </div>
    <div class="step-jumps" role="group" aria-label="Further on">
      <div class="step-buttons">${drawn(true)}</div>
      <label><input class="step-detail" type="checkbox" /> every call</label>
      <button class="copy-link" type="button">Copy link to this step</button>
    </div>
    <p class="step-now" aria-live="polite"></p>
    <div class="step-body">
      <div class="step-onion"></div>
      <div class="step-sources"></div>
      <div class="step-parts">
        <div class="step-environ"></div>
        <div class="step-request"></div>
        <div class="step-response"></div>
      </div>
      <div class="step-beside">
        <div class="step-signals"></div>
        <div class="step-wire"></div>
      </div>
    </div>`;
}
