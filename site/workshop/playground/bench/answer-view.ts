/**
 * What came of a request: the response, the drawn page, what was printed and logged, errors.
 *
 * @module
 */

import type { Exchange } from '../client.ts';
import { written } from '../draft.ts';
import { drawPage, type PageListener } from '../rendered/drawn-page.ts';
import { headerOf, isPage, redirectOf, textOf } from '../response.ts';
import type { ProjectPlace } from '../served.ts';
import { findErrors, type ShownError } from './errors.ts';
import { make, makeButton } from './make.ts';
import { say } from './words.ts';

/** Whom to tell what the reader does with an answer. */
export interface AnswerListener extends PageListener {
  /** The reader wants to see a place in the project. */
  open(place: ProjectPlace, message: string): void;
  /** The reader follows the redirect. */
  redirect(status: number, location: string): void;
}

const MOST_SHOWN = 20_000;

/** Shows an exchange in the place of the last one. */
export function showAnswer(place: HTMLElement, exchange: Exchange, listener: AnswerListener): void {
  place.replaceChildren(
    make('h3', 'what', `${exchange.draft.method} ${exchange.draft.path}`),
    ...outcome(exchange, listener),
    ...findErrors(exchange).map((error) => drawError(error, listener)),
  );
  drawBody(place, exchange, listener);
  place.append(...noise(exchange), ...wire(exchange));
}

function outcome(exchange: Exchange, listener: AnswerListener): HTMLElement[] {
  const { response, milliseconds } = exchange;
  if (!response) return [make('p', 'outcome failed', say(exchange))];
  const grade = response.status >= 500 || response.status === 0 ? 'failed' : 'answered';
  const line = make('p', `outcome ${grade}`, make('strong', '', response.statusLine || 'No head'));
  if (milliseconds !== undefined) {
    line.append(' ', make('span', 'aside', `${say(exchange)}, in ${milliseconds.toFixed(1)} ms`));
  }
  const location = redirectOf(response);
  if (location === undefined) return [line];
  const follow = makeButton(`Follow to ${location}`, () =>
    listener.redirect(response.status, location),
  );
  return [line, make('p', 'redirect', follow)];
}

function drawError({ title, places }: ShownError, listener: AnswerListener): HTMLElement {
  const error = make('div', 'raised', make('p', '', title));
  if (places.length > 0) {
    const links = places.map((place) =>
      make(
        'li',
        '',
        makeButton(`${place.path}, line ${place.line}`, () => listener.open(place, title)),
      ),
    );
    error.append(make('ol', '', ...links));
  }
  return error;
}

function drawBody(place: HTMLElement, { response }: Exchange, listener: AnswerListener): void {
  if (!response) return;
  const text = textOf(response);
  if (text !== undefined && isPage(response)) drawPage(place, text, listener);
}

function noise({ started, served }: Exchange): HTMLElement[] {
  const parts: HTMLElement[] = [];
  if (started && started.terminal !== '')
    parts.push(folded('Printed when the server started', makeText(started.terminal), true));
  if (served && served.terminal !== '')
    parts.push(folded('Terminal', makeText(served.terminal), true));
  if (served && served.log.length > 0) {
    const records = served.log.map(({ logger, level, text }) =>
      make('li', '', make('span', 'level', level), ' ', make('code', '', logger), ' ', text),
    );
    parts.push(folded(`Log, ${count(records.length, 'record')}`, make('ul', 'log', ...records)));
  }
  return parts;
}

function wire({ sent, served, response, refusals }: Exchange): HTMLElement[] {
  if (!sent || !served || !response) return [];
  const head = [response.statusLine, ...response.headers.map((header) => header.join(': '))];
  const body = textOf(response);
  const size = response.body.length;
  const shown =
    body === undefined
      ? `${size} bytes of ${headerOf(response, 'content-type') ?? 'something'}`
      : clip(body);
  const parts = [folded('Response', makeText(`${head.join('\n')}\n\n${shown}`), !isPage(response))];
  if (served.pieces.length > 1) {
    const sizes = served.pieces.slice(0, 50).join(', ');
    const more = served.pieces.length > 50 ? ', …' : '';
    const words = `${served.pieces.length} writes, of ${sizes}${more} bytes.`;
    parts.push(folded('Written bit by bit', make('p', '', words)));
  }
  const asked = new TextDecoder().decode(sent.body);
  parts.push(folded('Request', makeText(`${written(sent)}\n\n${clip(asked)}`)));
  return [...parts, ...refusals.map((words) => make('p', 'refusal', words))];
}

function folded(title: string, content: HTMLElement, open = false): HTMLElement {
  const details = make('details', '', make('summary', '', title), content);
  details.open = open;
  return details;
}

function makeText(text: string): HTMLElement {
  const pre = make('pre', '', text.trimEnd());
  pre.tabIndex = 0;
  return pre;
}

function clip(text: string): string {
  if (text.length <= MOST_SHOWN) return text;
  return `${text.slice(0, MOST_SHOWN)}…\n(${text.length - MOST_SHOWN} characters more)`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
