/**
 * Run on the Python of a chapter: loads Python, shows how that goes, and then what came of it.
 *
 * @module
 */

import { href } from '../../links.ts';
import { announce } from '../../scripts/announce.ts';
import { action, element } from '../run/elements.ts';
import { drawRun } from './draw-run.ts';
import type { PageFences } from './fences.ts';
import { offerSources } from './lens.ts';
import { Scenes } from './scenes.ts';
import { StartLine } from './start-line.ts';
import { standingOfPython, troubleInWords } from './words.ts';

let opened: Promise<Scenes> | undefined;

/** The Python of this page's chapter. @param address where its fences are, from the root */
export function openScenes(address: string): Promise<Scenes> {
  opened ??= fetch(href(address))
    .then((response) => {
      if (!response.ok) throw new Error(`${address} could not be loaded (${response.status}).`);
      return response.json() as Promise<PageFences>;
    })
    .then((fences) => new Scenes(fences));
  opened.catch(() => (opened = undefined));
  return opened;
}

/** Runs the snippet of a figure, and shows below its code what came of it. */
export async function runFence(figure: HTMLElement, address: string): Promise<void> {
  const button = figure.querySelector<HTMLButtonElement>('.run');
  const calledOff = new AbortController();
  const line = new StartLine(() => calledOff.abort());
  const panel = panelOf(figure);
  panel.replaceChildren(line.element);
  line.showRunning('Running');
  if (button) button.disabled = true;
  try {
    const scenes = await openScenes(address);
    const fence = scenes.find(figure.id);
    if (!fence) throw new Error(`${figure.id} is not among the snippets of ${address}.`);
    const run = await scenes.run(fence, {
      signal: calledOff.signal,
      hear: (state) => line.show(state),
    });
    panel.replaceChildren(...drawRun(fence, run));
    announce(standingOfPython(run).words);
    const ok = !run.broken && run.result.status === 'passed';
    const detail = { snippet: figure.id, ok };
    document.dispatchEvent(new CustomEvent('workshop:ran', { detail }));
    const { django } = scenes;
    if (django) offerSources((name) => django.source(name));
  } catch (error) {
    const words = calledOff.signal.aborted ? 'Called off.' : troubleInWords(error);
    const again = action('Try again', () => runFence(figure, address));
    panel.replaceChildren(element('p', 'run-state', words, ' ', again));
    announce(words);
  } finally {
    if (button) button.disabled = false;
  }
}

function panelOf(figure: HTMLElement): HTMLElement {
  const known = figure.querySelector<HTMLElement>('.run-panel');
  if (known) return known;
  const made = element('div', 'run-panel');
  const code = figure.querySelector(':scope > .fold, :scope > .scroll');
  (code ?? figure.lastElementChild)?.after(made);
  return made;
}
