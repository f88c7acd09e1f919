/**
 * The stacks whose order of hooks the book shows: three layers with all five hooks each.
 *
 * @module
 */

import type { Case } from '../../model.ts';
import { type Action, type Hook, HOOKS, type Layer, type Stack } from './stacks.ts';

/** What makes a stack differ from one in which nothing happens. */
interface Deviation {
  /** What hooks do, by layer and hook: `B.request`. */
  does?: Record<string, Action>;
  view?: Action | null;
  path?: string;
  looks?: false;
}

const GOLDEN: Record<string, Deviation> = {
  normal: {},
  'the view returns a TemplateResponse': { view: ['template'] },
  'B.request returns a response': { does: { 'B.request': ['answer', 200] } },
  'B.view returns a response': { does: { 'B.view': ['answer', 200] } },
  'B.view returns a TemplateResponse': { does: { 'B.view': ['template'] } },
  'the view raises and nobody answers': { view: ['raise', 'ValueError'] },
  'the view raises and B.exception answers with 299': {
    does: { 'B.exception': ['answer', 299] },
    view: ['raise', 'ValueError'],
  },
  'the view raises and B.exception raises': {
    does: { 'B.exception': ['raise', 'RuntimeError'] },
    view: ['raise', 'ValueError'],
  },
  'render raises': { view: ['template', 'ValueError'] },
  'the view returns None': { view: null },
  'no pattern matches the URL': { path: '/missing/' },
  'the view raises Http404': { view: ['raise', 'Http404'] },
  'B.request raises': { does: { 'B.request': ['raise', 'ValueError'] } },
  'B.view raises': { does: { 'B.view': ['raise', 'ValueError'] } },
  'B.response raises': { does: { 'B.response': ['raise', 'ValueError'] } },
  'C.response returns None and the hooks look at the status': {
    does: { 'C.response': ['value', null] },
  },
  'C.response returns None and no hook looks at it': {
    does: { 'C.response': ['value', null] },
    looks: false,
  },
  'B.template returns None': { does: { 'B.template': ['value', null] }, view: ['template'] },
};

function layer(name: string, style: Layer['style'], { does = {}, looks }: Deviation): Layer {
  const hooks = HOOKS.map((hook): [Hook, Action | null] => [hook, does[`${name}.${hook}`] ?? null]);
  return { style, hooks: Object.fromEntries(hooks), ...(looks === false && { looks }) };
}

function stack(style: Layer['style'], debug: boolean, deviation: Deviation): Stack {
  const { view = ['answer', 200], path = '/' } = deviation;
  return {
    debug,
    path,
    layers: ['A', 'B', 'C'].map((name) => layer(name, style, deviation)),
    view,
  };
}

/** Each of the 18, with layers of each style, with and without DEBUG. */
export function goldenStacks(): Case[] {
  return Object.entries(GOLDEN).flatMap(([name, deviation]) =>
    (['mixin', 'class', 'function'] as const).flatMap((style) =>
      [false, true].map((debug) => ({
        id: `golden/${name}/${style}${debug ? '/DEBUG' : ''}`,
        ...stack(style, debug, deviation),
      })),
    ),
  );
}
