/**
 * What is shown of a step, as HTML: its function, what the parts hold, what happened beside it.
 *
 * @module
 */

import { DJANGO_LICENCE } from '../../../src/models/permalinks.ts';
import { releaseOf } from '../../source/words.ts';
import { markup, Markup } from './markup.ts';
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
  return markup`<h3 class="step-function">
      <code>${shortName(name)}</code> <span>of ${name.slice(0, name.indexOf(':'))}</span>
    </h3>
    ${text ? drawText('TypeScript', text, step.line, ink) : markup`<p class="no-source">Its source is not at hand.</p>`}${python && drawPython(python, ink)}`;
}

function drawText(
  language: 'TypeScript' | 'Python',
  text: SourceText,
  line: number | undefined,
  ink: Ink,
): Markup {
  const head = `${text.file}, line ${line ?? text.first}`;
  return markup`<div class="step-source">
    <p class="step-source-head"><span>${language}</span> ${head}</p>
    ${drawCode(language, text, line, ink)}
  </div>`;
}

function drawPython(python: NonNullable<FunctionSource['python']>, ink: Ink): Markup {
  const { file, first, code, address } = python;
  const place = `${file.replace(/^cpython\//, '')}, line ${first}`;
  const link =
    address === undefined
      ? markup`${place}`
      : markup`<a href="${address}" rel="noreferrer">${place}</a>`;
  return markup`<div class="step-source">
    <p class="step-source-head"><span>Python</span> ${link}${address !== undefined && drawRelease(file, code !== undefined)}</p>
    ${code !== undefined && drawCode('Python', { file, first, code }, undefined, ink)}
  </div>`;
}

function drawRelease(file: string, isShown: boolean): Markup {
  const licence = markup`, © Django Software Foundation and individual contributors, <a href="${DJANGO_LICENCE}" rel="noreferrer">BSD 3-Clause</a>`;
  return markup` in ${releaseOf(file)}${isShown && licence}`;
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
    const name = isMarked ? 'step-line now' : 'step-line';
    return markup`<span class="${name}"><span class="step-number">${first + index}</span>${text}</span>`;
  });
  const label = `${language} of this function`;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><pre><code>${drawn}</code></pre></div>`;
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
      markup`<div class="${isNew ? (text === null ? 'entry new gone' : 'entry new') : 'entry'}">
        <dt>${name}</dt>
        <dd>
          ${isNew && markup`<span class="sign">${text === null ? 'gone' : 'now'}</span> `}${text ?? ''}
        </dd>
      </div>`,
  );
  return markup`<h3 class="part-title">${TITLES[part]} <span class="part-count">${count}</span></h3>
    ${entries.length === 0 ? markup`<p class="nothing-yet">${NOT_YET[part]}</p>` : markup`<div class="scroll part-entries" tabindex="0" role="group" aria-label="${TITLES[part]}"><dl>${rows}</dl></div>`}`;
}

/** What happened beside the calls up to a step, the newest marked. */
export function drawEvents(all: readonly StepEvent[], newest: number): Markup {
  const told = all.map((event, index) => ({ event, isNew: index >= all.length - newest }));
  const rows = told.filter(({ event }) => event.kind !== 'bytes');
  if (rows.length === 0)
    return markup`<h3 class="part-title">Signals and log</h3>
      <p class="nothing-yet">Nothing yet.</p>`;
  return markup`<h3 class="part-title">Signals and log</h3>
    <ol class="step-events">
      ${rows.map(({ event, isNew }) => markup`<li class="${isNew ? `${event.kind} new` : event.kind}">${drawEvent(event)}</li>`)}
    </ol>`;
}

function drawEvent(event: StepEvent): Markup {
  if (event.kind === 'signal')
    return markup`<span class="event-kind">signal</span> <code>${event.name}</code>`;
  if (event.kind === 'log')
    return markup`<span class="event-kind">log</span> <code>${event.logger}</code> ${event.level}:
      ${event.message}`;
  return markup``;
}

/** The bytes on the wire, as far as they have been written at a step. */
export function drawWire(
  events: readonly StepEvent[],
  wire: Wire,
  newest: number,
  isLast: boolean,
): Markup {
  const title = markup`<h3 class="part-title">On the wire</h3>`;
  const bytes = events.flatMap((event, index) =>
    event.kind === 'bytes' ? [{ text: event.text, isNew: index >= events.length - newest }] : [],
  );
  if (bytes.length === 0)
    return markup`${title}
      <p class="nothing-yet">No byte yet.</p>`;
  let sent = 0;
  const pieces = bytes.map(({ text, isNew }) => {
    const inHead = sent < wire.head.length;
    sent += text.length;
    const name = `${inHead ? 'wire-head' : 'wire-body'}${isNew ? ' new' : ''}`;
    return markup`<span class="${name}">${visible(text)}</span>`;
  });
  const total = `${sent} ${sent === 1 ? 'byte' : 'bytes'}`;
  const chunks = wire.chunks.length === 1 ? '1 piece' : `${wire.chunks.length} pieces`;
  const end =
    isLast &&
    markup`<p class="wire-end">
      ${total}; the body came in ${chunks}. Then the response was closed.
    </p>`;
  return markup`${title}
    <div class="scroll" tabindex="0" role="group" aria-label="Bytes on the wire">
      <pre class="wire">${pieces}</pre>
    </div>
    ${end}`;
}

/** Each line's end can be seen. */
const LINE_END = new Markup('<span class="crlf" aria-hidden="true">\\r\\n</span>\n');

function visible(text: string): Markup[] {
  return text
    .split('\r\n')
    .map((line, index) => (index === 0 ? markup`${line}` : markup`${LINE_END}${line}`));
}
