/**
 * The panel that sends a request to real Django and to the runtime, and shows what both did.
 *
 * @module
 */

import styles from '../../styles/beside.css?url';
import { announce } from '../../scripts/announce.ts';
import { troubleInWords } from '../python/words.ts';
import { drawSource, offerSources } from '../python/lens.ts';
import { StartLine } from '../python/start-line.ts';
import { addStyles } from '../run/add-styles.ts';
import { action, element } from '../run/elements.ts';
import { SetupError, type SentRequest } from '../stepper/setup.ts';
import { Both } from './both.ts';
import { drawAnswers } from './draw-answers.ts';
import { readForm, requestForm } from './request-form.ts';
import { verdictOf } from './words.ts';

let started: Promise<Both> | undefined;

/** Real Django where this page has started it, for whoever shows a source. */
export async function djangoHere(): Promise<Both | undefined> {
  const both = await started?.catch(() => undefined);
  return both?.closed ? undefined : both;
}

/** Puts the panel into an element. @param request what its form holds at first; it is sent at once where `send` says so */
export function openPanel(place: HTMLElement, request: SentRequest, { send = false } = {}): void {
  void addStyles(styles);
  const form = requestForm(request);
  const result = element('div', 'beside-result');
  place.replaceChildren(form, result);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sendTo(form, result);
  });
  if (send) void sendTo(form, result);
  else form.querySelector('button')?.focus();
}

async function sendTo(form: HTMLFormElement, result: HTMLElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const off = new AbortController();
  const line = new StartLine(() => off.abort());
  try {
    const request = readForm(form);
    if (button) button.disabled = true;
    result.replaceChildren(line.element);
    line.showRunning('Asking both');
    const both = await startBoth(off.signal, line);
    line.showRunning('Asking both');
    const answers = await both.send(request, off.signal);
    result.replaceChildren(...drawAnswers(answers, (name, row) => void showSource(name, row)));
    result.prepend(who(both));
    announce(verdictOf(answers));
  } catch (error) {
    const words = off.signal.aborted ? 'Called off.' : wordsOf(error);
    const again = action('Try again', () => sendTo(form, result));
    result.replaceChildren(element('p', 'run-state', words, ' ', again));
    announce(words);
  } finally {
    if (button) button.disabled = false;
  }
}

async function startBoth(signal: AbortSignal, line: StartLine): Promise<Both> {
  const known = await djangoHere();
  if (known) return known;
  const starting = Both.start(signal, (state) => line.show(state));
  started = starting;
  const both = await starting;
  offerSources((name) => both.source(name));
  return both;
}

function wordsOf(error: unknown): string {
  return error instanceof SetupError ? error.message : troubleInWords(error);
}

function who({ versions }: Both): HTMLElement {
  const words = `Django ${versions.django} on CPython ${versions.python}, and the runtime, both in this page.`;
  return element('p', 'beside-who', words);
}

/** Shows a function's source below its row, or puts it away. */
async function showSource(name: string, row: HTMLElement): Promise<void> {
  const shown = row.querySelector('.beside-source');
  if (shown) return shown.remove();
  const both = await djangoHere();
  if (!both) return;
  const place = element('div', 'beside-source', element('p', '', 'Loading the sources of Django'));
  row.append(place);
  try {
    place.replaceChildren(...drawSource(await both.source(name)));
    announce(`The source of ${name.slice(name.indexOf(':') + 1)} is shown`);
  } catch (error) {
    place.replaceChildren(element('p', '', troubleInWords(error)));
    announce(troubleInWords(error));
  }
}
