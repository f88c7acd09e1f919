/**
 * What is shown of a step, as HTML: its function, what the parts hold, what happened beside it.
 *
 * @module
 */

import { html, type Markup } from './html.ts';
import type { Part, StepEvent, Wire } from './model.ts';
import { type FunctionSource, type SourceText, textAt } from './sources.ts';
import type { Entry, Walk } from './walk.ts';
import { shortName } from './words.ts';

/** Colours some code, line by line. */
export type Ink = (code: string, language: 'typescript' | 'python') => Markup[];

/** The function of a step in both languages, with its line marked. */
export function drawSources(
  walk: Walk,
  number: number,
  source: FunctionSource | undefined,
  ink: Ink,
): Markup {
  const step = walk.step(number);
  const name = walk.nameOf(step);
  const text = source && textAt(source.typescript, step.line);
  const python = source?.python;
  return html`<h3 class="step-function">
      <code>${shortName(name)}</code> <span>of ${name.slice(0, name.indexOf(':'))}</span>
    </h3>
    ${text ? drawText('TypeScript', text, step.line, ink) : html`<p class="no-source">Its source is not at hand.</p>`}${python && drawPython(python, ink)}`;
}

function drawText(
  language: 'TypeScript' | 'Python',
  text: SourceText,
  line: number | undefined,
  ink: Ink,
): Markup {
  const head = `${text.file}, line ${line ?? text.first}`;
  return html`<div class="step-source">
    <p class="step-source-head"><span>${language}</span> ${head}</p>
    ${drawCode(language, text, line, ink)}
  </div>`;
}

function drawPython(python: NonNullable<FunctionSource['python']>, ink: Ink): Markup {
  const { file, first, code, address } = python;
  const place = `${file.replace(/^cpython\//, '')}, line ${first}`;
  const link =
    address === undefined
      ? html`${place}`
      : html`<a href="${address}" rel="noreferrer">${place}</a>`;
  const release = file.startsWith('cpython/') ? 'CPython 3.13.0' : address && 'Django 2.2.28';
  return html`<div class="step-source">
    <p class="step-source-head"><span>Python</span> ${link}${release && html` in ${release}`}</p>
    ${code !== undefined && drawCode('Python', { file, first, code }, undefined, ink)}
  </div>`;
}

function drawCode(
  language: 'TypeScript' | 'Python',
  { first, code }: SourceText,
  line: number | undefined,
  ink: Ink,
): Markup {
  const lines = ink(code, language === 'Python' ? 'python' : 'typescript');
  const drawn = lines.map((text, index) => {
    const isMarked = first + index === line;
    return html`<span class="${isMarked ? 'step-line now' : 'step-line'}"
      ><span class="step-number">${first + index}</span>${text}
    </span>`;
  });
  return html`<div
    class="scroll"
    tabindex="0"
    role="group"
    aria-label="${language} of this function"
  >
    <pre><code>${drawn}</code></pre>
  </div>`;
}

const TITLES: Record<Part, string> = {
  environ: 'environ',
  request: 'request',
  response: 'response',
};

const NOT_YET: Record<Part, string> = {
  environ: 'The server has not made it yet.',
  request: 'WSGIHandler has not made it yet.',
  response: 'Nothing has made one yet.',
};

/** One of the parts with all that it holds; what just changed is marked. */
export function drawPart(part: Part, entries: readonly Entry[]): Markup {
  const changed = entries.filter(({ isNew }) => isNew).length;
  const count = changed === 0 ? '' : changed === 1 ? '1 change' : `${changed} changes`;
  const rows = entries.map(
    ({ name, text, isNew }) =>
      html`<div class="${isNew ? (text === null ? 'entry new gone' : 'entry new') : 'entry'}">
        <dt>${name}</dt>
        <dd>
          ${isNew && html`<span class="sign">${text === null ? 'gone' : 'now'}</span> `}${text ?? ''}
        </dd>
      </div>`,
  );
  return html`<h3 class="part-title">${TITLES[part]} <span class="part-count">${count}</span></h3>
    ${entries.length === 0 ? html`<p class="nothing-yet">${NOT_YET[part]}</p>` : html`<div class="scroll part-entries" tabindex="0" role="group" aria-label="${TITLES[part]}"><dl>${rows}</dl></div>`}`;
}

/** What happened beside the calls up to a step, the newest marked. */
export function drawEvents(all: readonly StepEvent[], newest: number): Markup {
  const told = all.map((event, index) => ({ event, isNew: index >= all.length - newest }));
  const rows = told.filter(({ event }) => event.kind !== 'bytes');
  if (rows.length === 0)
    return html`<h3 class="part-title">Signals and log</h3>
      <p class="nothing-yet">Nothing yet.</p>`;
  return html`<h3 class="part-title">Signals and log</h3>
    <ol class="step-events">
      ${rows.map(({ event, isNew }) => html`<li class="${isNew ? `${event.kind} new` : event.kind}">${drawEvent(event)}</li>`)}
    </ol>`;
}

function drawEvent(event: StepEvent): Markup {
  if (event.kind === 'signal')
    return html`<span class="event-kind">signal</span> <code>${event.name}</code>`;
  if (event.kind === 'log')
    return html`<span class="event-kind">log</span> <code>${event.logger}</code> ${event.level}:
      ${event.message}`;
  return html``;
}

/** The bytes on the wire, as far as they have been written at a step. */
export function drawWire(
  events: readonly StepEvent[],
  wire: Wire,
  newest: number,
  isLast: boolean,
): Markup {
  const title = html`<h3 class="part-title">On the wire</h3>`;
  const bytes = events.flatMap((event, index) =>
    event.kind === 'bytes' ? [{ text: event.text, isNew: index >= events.length - newest }] : [],
  );
  if (bytes.length === 0)
    return html`${title}
      <p class="nothing-yet">No byte yet.</p>`;
  let sent = 0;
  const pieces = bytes.map(({ text, isNew }) => {
    const inHead = sent < wire.head.length;
    sent += text.length;
    return html`<span class="${`${inHead ? 'head' : 'body'}${isNew ? ' new' : ''}`}"
      >${visible(text)}</span
    >`;
  });
  const total = `${sent} ${sent === 1 ? 'byte' : 'bytes'}`;
  const chunks = wire.chunks.length === 1 ? '1 piece' : `${wire.chunks.length} pieces`;
  const end =
    isLast &&
    html`<p class="wire-end">
      ${total}; the body came in ${chunks}. Then the response was closed.
    </p>`;
  return html`${title}
    <div class="scroll" tabindex="0" role="group" aria-label="Bytes on the wire">
      <pre class="wire">${pieces}</pre>
    </div>
    ${end}`;
}

function visible(text: string): Markup[] {
  return text
    .split('\r\n')
    .map((line, index, lines) =>
      index === lines.length - 1
        ? html`${line}`
        : html`${line}<span class="crlf" aria-hidden="true">␍␊</span> `,
    );
}
