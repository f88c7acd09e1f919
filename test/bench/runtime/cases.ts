/**
 * What both sides are asked to do: requests to the demo project, and tables of routes.
 *
 * @module
 */

import type { AskedRequest } from '../../oracle/django/replay/browser.ts';

const PAGE: AskedRequest['headers'] = [
  ['User-Agent', 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/66.0'],
  ['Accept', 'text/html,application/xhtml+xml,*/*;q=0.8'],
];
const FORM: AskedRequest['headers'] = [
  ...PAGE,
  ['Content-Type', 'application/x-www-form-urlencoded'],
];
const FIELDS = 'csrfmiddlewaretoken={form}&name=Ann&word=one+two';

/** Requests by name: the last one is measured, those before it make it possible. */
export const REQUESTS: Readonly<Record<string, readonly AskedRequest[]>> = {
  hello: [{ path: '/plain/hello/', headers: PAGE }],
  template: [{ path: '/pages/greeting/', query: 'name=Ann', headers: PAGE }],
  missing: [{ path: '/nowhere/', headers: PAGE }],
  form: [
    { path: '/forms/form/', headers: PAGE },
    { path: '/forms/form/', method: 'POST', body: FIELDS, headers: FORM },
  ],
  session: [
    { path: '/visits/count/', headers: PAGE },
    { path: '/visits/look/', headers: PAGE },
  ],
};

/** The requests above, one after the other. */
export const MIX = 'mix';

/** How many routes the tables have. */
export const SIZES: readonly number[] = [10, 100, 1000, 10_000];

/** One address of a table: how it is asked for, and how it is made. */
export interface Address {
  path: string;
  name: string;
  kwargs: Record<string, number | string>;
}

/** A URLconf of many routes, and some of its addresses. */
export interface RouteTable {
  routes: { route: string; name: string }[];
  addresses: Address[];
}

type Kwargs = Address['kwargs'];

const KINDS: readonly ((at: number) => { route: string; path: string; kwargs: Kwargs })[] = [
  (at) => ({ route: `res${at}/`, path: `res${at}/`, kwargs: {} }),
  (at) => ({ route: `res${at}/<int:pk>/`, path: `res${at}/27/`, kwargs: { pk: 27 } }),
  (at) => ({
    route: `res${at}/<slug:slug>/edit/`,
    path: `res${at}/a-word/edit/`,
    kwargs: { slug: 'a-word' },
  }),
  (at) => ({
    route: `res${at}/<int:pk>/<slug:slug>/`,
    path: `res${at}/27/a-word/`,
    kwargs: { pk: 27, slug: 'a-word' },
  }),
];

const ASKED = 50;
/** A prime, so that addresses of every kind are taken from all over a table. */
const STRIDE = 7919;

/** A table of routes of four kinds in turn. */
export function routeTable(size: number): RouteTable {
  const entries = Array.from({ length: size }, (_, at) => ({
    name: `name${at}`,
    ...(KINDS[at % KINDS.length] as (typeof KINDS)[number])(at),
  }));
  return {
    routes: entries.map(({ route, name }) => ({ route, name })),
    addresses: Array.from({ length: ASKED }, (_, turn) => {
      const { path, name, kwargs } = entries[(turn * STRIDE) % size] as (typeof entries)[number];
      return { path, name, kwargs };
    }),
  };
}

/** What is measured: a request or the mix, or looking addresses up in a table of a size. */
export interface Task {
  kind: 'request' | 'mix' | 'resolve' | 'reverse';
  /** The name of a request, or the size of a table. */
  of: string;
}

/** All that is measured, in order. */
export const TASKS: readonly Task[] = [
  ...Object.keys(REQUESTS).map((of): Task => ({ kind: 'request', of })),
  { kind: 'mix', of: MIX },
  ...SIZES.flatMap((size): Task[] => [
    { kind: 'resolve', of: String(size) },
    { kind: 'reverse', of: String(size) },
  ]),
];
