/**
 * The whole state of the stepper in a link: what is not as usual stands in its fragment.
 *
 * @module
 */

import type { Detail } from './detail.ts';
import { checkSetup, DEFAULT_SETUP, SetupError, type Setup } from './setup.ts';

/** What a link holds. */
export interface LinkState {
  setup: Setup;
  /** The number of a step, or Python's name of the function that it enters; undefined for the first. */
  step: number | string | undefined;
  detail: Detail;
}

/** What is shown without a link. */
export const DEFAULT_STATE: LinkState = { setup: DEFAULT_SETUP, step: undefined, detail: 'way' };

/** The longest fragment that is read, in characters. */
export const LONGEST = 16_000;

const KNOWN = new Set([
  'method',
  'path',
  'header',
  'headers',
  'body',
  'layers',
  'view',
  'step',
  'detail',
]);
const NAME = /^[\w.]+:[\w.<>]+$/;

/** The fragment for a state, without `#`; empty for the usual one. */
export function toFragment({ setup, step, detail }: LinkState): string {
  const fields = new URLSearchParams();
  const { request, view } = setup;
  const usual = DEFAULT_SETUP.request;
  if (request.method !== usual.method) fields.set('method', request.method);
  if (request.path !== usual.path) fields.set('path', request.path);
  if (!isSame(request.headers, usual.headers)) {
    if (request.headers.length === 0) fields.set('headers', 'none');
    for (const [name, value] of request.headers) fields.append('header', `${name}: ${value}`);
  }
  if (request.body !== usual.body) fields.set('body', request.body);
  const layers = layersOf(setup);
  if (layers !== layersOf(DEFAULT_SETUP)) fields.set('layers', layers || 'none');
  if (view !== DEFAULT_SETUP.view) fields.set('view', view);
  if (detail !== 'way') fields.set('detail', 'all');
  if (step !== undefined) fields.set('step', String(step));
  return fields.toString();
}

/** What a fragment says, with or without `#`. @throws {SetupError} with what is wrong with it, in a sentence. */
export function fromFragment(fragment: string): LinkState {
  const text = fragment.replace(/^#/, '');
  if (text.length > LONGEST)
    throw new SetupError(`This link has ${text.length} characters; ${LONGEST} are the most.`);
  const fields = new URLSearchParams(text);
  const unknown = [...fields.keys()].find((key) => !KNOWN.has(key));
  if (unknown !== undefined)
    throw new SetupError(
      `This link says something of "${unknown.slice(0, 40)}", which is not known here.`,
    );
  const { request } = DEFAULT_SETUP;
  const setup = checkSetup({
    request: {
      method: fields.get('method') ?? request.method,
      path: fields.get('path') ?? request.path,
      headers: headersIn(fields),
      body: fields.get('body') ?? request.body,
    },
    middleware: layersIn(fields.get('layers')),
    view: fields.get('view') ?? DEFAULT_SETUP.view,
  });
  return { setup, step: stepIn(fields.get('step')), detail: detailIn(fields.get('detail')) };
}

function headersIn(fields: URLSearchParams): Setup['request']['headers'] {
  const lines = fields.getAll('header');
  if (lines.length === 0) return fields.has('headers') ? [] : DEFAULT_SETUP.request.headers;
  return lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    if (colon === -1) throw new SetupError(`The header "${line.slice(0, 60)}" has no colon.`);
    return [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
  });
}

/** The layers that are on, by the last part of their paths. */
function layersOf({ middleware }: Setup): string {
  return middleware
    .filter(({ on }) => on)
    .map(({ path }) => lastPart(path))
    .join(',');
}

function layersIn(text: string | null): Setup['middleware'] {
  if (text === null) return DEFAULT_SETUP.middleware;
  const names = text === 'none' ? [] : text.split(',');
  const on = names.map((name) => {
    const known = DEFAULT_SETUP.middleware.find(({ path }) => lastPart(path) === name);
    if (!known) throw new SetupError(`There is no middleware "${name.slice(0, 60)}" here.`);
    return { path: known.path, on: true };
  });
  const off = DEFAULT_SETUP.middleware.filter(
    ({ path }) => !on.some((layer) => layer.path === path),
  );
  return [...on, ...off.map(({ path }) => ({ path, on: false }))];
}

function stepIn(text: string | null): LinkState['step'] {
  if (text === null) return undefined;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  if (text.length < 200 && NAME.test(text)) return text;
  throw new SetupError(
    `"${text.slice(0, 60)}" is no step: it is a number, or the name of a function.`,
  );
}

function detailIn(text: string | null): Detail {
  if (text === null || text === 'way') return 'way';
  if (text === 'all') return 'every call';
  throw new SetupError(`"${text.slice(0, 60)}" is no detail: it is "way" or "all".`);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
