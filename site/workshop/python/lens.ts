/**
 * The lens on Django's own source, where Django runs in the page: Python's `inspect` shows the very
 * function.
 *
 * @module
 */

import { announce } from '../../scripts/announce.ts';
import { action, element } from '../run/elements.ts';
import type { PythonSource } from '../programs/python/messages.ts';
import { troubleInWords } from './words.ts';

/** Gives the source of `module:qualified.name`. */
export type SourceOf = (name: string) => Promise<PythonSource>;

let current: SourceOf | undefined;

/** Puts a button at each name of Django's that the page cites. The newest Django answers. */
export function offerSources(sourceOf: SourceOf): void {
  const isFirst = current === undefined;
  current = sourceOf;
  if (!isFirst) return;
  for (const lens of document.querySelectorAll<HTMLElement>('[data-of^="django."]')) {
    const place = element('div', 'inspected');
    const button = action('Show it by inspect.getsource', () => void show(lens, place));
    place.append(element('p', 'elsewhere', button));
    lens.append(place);
  }
}

/** A function as Python shows it. */
export function drawSource({ code, file, line }: PythonSource): HTMLElement[] {
  const body = element('pre', '', element('code', '', code));
  const scroll = element('div', 'scroll', body);
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'group');
  scroll.ariaLabel = `Python: ${file}`;
  const head = `${file}, line ${line}, by inspect.getsource of the Django 2.2.28 in this page`;
  return [element('p', 'pane-head', head), scroll];
}

async function show(lens: HTMLElement, place: HTMLElement): Promise<void> {
  const { of: name = '' } = lens.dataset;
  place.replaceChildren(element('p', 'elsewhere', 'Loading the sources of Django'));
  try {
    if (!current) throw new Error('No Django runs in this page.');
    place.replaceChildren(...drawSource(await current(name)));
    announce(`The source of ${name.slice(name.indexOf(':') + 1)} is shown`);
  } catch (error) {
    const again = action('Try again', () => void show(lens, place));
    place.replaceChildren(element('p', 'elsewhere', troubleInWords(error), ' ', again));
    announce(troubleInWords(error));
  }
}
