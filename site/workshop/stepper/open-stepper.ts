/**
 * Opens the stepper in a page: its style, its program, its form. Loaded when a reader asks.
 *
 * @module
 */

import styles from '../../styles/stepper.css?url';
import { href } from '../../links.ts';
import { SandboxTimeoutError } from '../sandbox/errors.ts';
import { programNamed, sandboxFor } from '../sandbox/programs.ts';
import type { Session } from '../sandbox/session.ts';
import { inkLines } from './ink.ts';
import { DEFAULT_STATE, fromFragment, type LinkState, toFragment } from './link.ts';
import type { Trace } from './model.ts';
import { SetupError, type Setup } from './setup.ts';
import { SetupForm } from './setup-form.ts';
import { SourceShelf } from './source-shelf.ts';
import { Stepper } from './stepper.ts';
import { Walk } from './walk.ts';

/** The page of the stepper, whose links hold a state. */
export const PAGE = '/workshop/follow/';

/** Pixels of a window in which there is room for form and stepper. */
const WIDE = 960;

/** Milliseconds for a run; the first one also starts the worker's code. */
const LIMIT = 3000;

const shelf = new SourceShelf(async (path) => {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  return response.json();
});

let session: Session | undefined;

async function run(setup: Setup): Promise<Trace> {
  if (!session || session.closed)
    session = await sandboxFor('stepper').open(programNamed('traced'));
  return session.ask<Trace>(setup, { limit: LIMIT });
}

/** Makes ready what a reader is about to ask for. What goes wrong here is told when it is asked for. */
export async function prepare(): Promise<void> {
  await sandboxFor('stepper')
    .warm(programNamed('traced'))
    .catch(() => undefined);
}

/** An open stepper. */
export interface OpenStepper {
  /** Runs a setup and shows it. Whatever goes wrong is said in the stepper. */
  show(state: LinkState): Promise<void>;
}

/** Where and how a stepper opens. */
export interface OpenOptions {
  /** Told of each step, once a moment has passed. */
  moved?: (state: LinkState) => void;
  /** Whether the form is folded at first. */
  folded: boolean;
}

/** Puts a stepper into an element. */
export async function openStepper(
  place: HTMLElement,
  { moved, folded }: OpenOptions,
): Promise<OpenStepper> {
  await wearStyles(place);
  const message = document.createElement('p');
  message.className = 'step-message';
  message.setAttribute('role', 'status');
  const stepper = new Stepper({ shelf, ink: inkLines, moved: later(moved), linkTo });
  const form = new SetupForm(
    (setup) => void show({ ...DEFAULT_STATE, setup, detail: stepper.state?.detail ?? 'way' }, true),
  );
  let asked = 0;

  async function show(state: LinkState, isNew = false): Promise<void> {
    const own = (asked += 1);
    if (!stepper.state) say('The request is on its way.', 'busy');
    try {
      const trace = await run(state.setup);
      if (own !== asked) return;
      say(
        trace.more > 0
          ? `The first ${trace.steps.length} steps; ${trace.more} more follow them.`
          : '',
      );
      stepper.element.hidden = false;
      stepper.show(new Walk(trace, state.detail), state.setup, state.step);
      if (isNew && stepper.state) moved?.(stepper.state);
    } catch (error) {
      if (own === asked) say(inWords(error));
    }
  }

  function say(sentence: string, kind = 'fault'): void {
    message.textContent = sentence;
    message.dataset['kind'] = kind;
  }

  stepper.element.hidden = true;
  place.replaceChildren(fold(form.element, folded), message, stepper.element);
  return {
    show: async (state) => {
      form.fill(state.setup);
      await show(state);
    },
  };
}

/** A panel of a chapter: opens at the chapter's own step. */
export async function openChapter(panel: HTMLElement): Promise<void> {
  const place = panel.querySelector<HTMLElement>('.follow-place');
  if (!place) return;
  const stepper = await openStepper(place, { folded: true });
  await stepper.show(fromFragment(panel.dataset['state'] ?? ''));
}

/** The page: opens at what its address says, and follows the address. */
export async function openPage(place: HTMLElement): Promise<void> {
  const stepper = await openStepper(place, {
    folded: location.hash.includes('=') || innerWidth < WIDE,
    moved: (state) => history.replaceState(null, '', `#${toFragment(state)}`),
  });
  const title = document.createElement('h2');
  title.className = 'unseen';
  title.textContent = 'Step by step';
  place.prepend(title);
  const read = async (): Promise<void> => {
    const { state, complaint } = stateIn(isState(location.hash) ? location.hash : '');
    await stepper.show(state);
    if (complaint !== undefined) complain(place, `${complaint} Here is the usual request instead.`);
  };
  addEventListener('hashchange', () => {
    if (isState(location.hash)) void read();
  });
  await read();
}

/** Any other fragment is a place in the page, or nothing. */
function isState(fragment: string): boolean {
  return fragment === '' || fragment.includes('=');
}

function stateIn(fragment: string): { state: LinkState; complaint?: string } {
  try {
    return { state: fromFragment(fragment) };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { state: DEFAULT_STATE, complaint: error.message };
  }
}

function complain(place: HTMLElement, sentence: string): void {
  const message = place.querySelector('.step-message');
  if (message) message.textContent = sentence;
}

function linkTo(state: LinkState): string {
  return `${new URL(href(PAGE), location.href).href}#${toFragment(state)}`;
}

function inWords(error: unknown): string {
  if (error instanceof SandboxTimeoutError)
    return `The request was stopped after ${error.limit / 1000} s.`;
  if (error instanceof RangeError || error instanceof SetupError) return error.message;
  return `The request could not be followed: ${error instanceof Error ? error.message : String(error)}`;
}

function fold(form: HTMLElement, folded: boolean): HTMLElement {
  const details = document.createElement('details');
  details.open = !folded;
  details.className = 'follow-change';
  const summary = document.createElement('summary');
  summary.textContent = 'Change the request, the middleware or the view';
  details.append(summary, form);
  return details;
}

/** Browsers refuse an address that changes too often. */
function later(moved: OpenOptions['moved']): (state: LinkState) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (state) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => moved?.(state), 400);
  };
}

async function wearStyles(place: HTMLElement): Promise<void> {
  if (getComputedStyle(place).getPropertyValue('--stepper') !== '') return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styles;
  await new Promise((resolve) => {
    link.addEventListener('load', resolve, { once: true });
    link.addEventListener('error', resolve, { once: true });
    document.head.append(link);
  });
}
