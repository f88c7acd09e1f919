/**
 * The form in which a reader writes a request.
 *
 * @module
 */

import { element } from '../run/elements.ts';
import type { SentRequest } from '../stepper/setup.ts';
import { headerLines, readRequest, REQUESTS } from './requests.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'];
let forms = 0;

/** A form that holds a request. */
export function requestForm(request: SentRequest): HTMLFormElement {
  const form = element('form', 'beside-form');
  const prefix = `beside-${(forms += 1)}`;
  const chosen = element('select', '');
  chosen.append(...REQUESTS.map(({ words }, index) => new Option(words, String(index))));
  const method = element('select', '');
  method.name = 'method';
  method.append(...METHODS.map((name) => new Option(name)));
  const path = element('input', '');
  path.name = 'path';
  path.spellcheck = false;
  path.autocapitalize = 'off';
  const headers = area('headers');
  const body = area('body');
  const send = element('button', 'go', 'Send to both');
  send.type = 'submit';
  form.noValidate = true;
  form.append(
    labelled(`${prefix}-chosen`, 'A request to begin with', chosen, 'wide'),
    labelled(`${prefix}-method`, 'Method', method),
    labelled(`${prefix}-path`, 'Path and query', path),
    labelled(`${prefix}-headers`, 'Headers, one a line', headers),
    labelled(`${prefix}-body`, 'Body', body),
    send,
  );
  chosen.addEventListener('change', () => {
    const found = REQUESTS[Number(chosen.value)];
    if (found) fill(form, found.request);
  });
  fill(form, request);
  return form;
}

/** The request that a form holds. @throws {SetupError} */
export function readForm(form: HTMLFormElement): SentRequest {
  const data = new FormData(form);
  const field = (name: string): string => String(data.get(name) ?? '').replaceAll('\r\n', '\n');
  return readRequest({
    method: field('method'),
    path: field('path'),
    headers: field('headers'),
    body: field('body'),
  });
}

function fill(form: HTMLFormElement, request: SentRequest): void {
  const set = (name: string, value: string): void => {
    const control = form.elements.namedItem(name);
    if (control && 'value' in control) control.value = value;
  };
  set('method', request.method);
  set('path', request.path);
  set('headers', headerLines(request));
  set('body', request.body);
}

function area(name: string): HTMLTextAreaElement {
  const made = element('textarea', '');
  made.name = name;
  made.rows = 3;
  made.spellcheck = false;
  return made;
}

function labelled(id: string, words: string, control: HTMLElement, more = ''): HTMLElement {
  control.id = id;
  const label = element('label', '', words);
  label.htmlFor = id;
  return element('p', `beside-field ${more}`.trim(), label, control);
}
