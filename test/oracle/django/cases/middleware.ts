/**
 * Cases of stacks of middleware.
 *
 * @module
 */

import type { Case } from '../../model.ts';
import { goldenStacks } from './golden-stacks.ts';
import { randomStacks } from './random-stacks.ts';
import type { Layer } from './stacks.ts';

const MISSING: Layer = { style: 'missing', hooks: {} };
const NOT_MADE: Layer = { style: 'function', hooks: {}, init: ['value', null] };
const QUIET: Layer = { style: 'class', hooks: {}, init: ['raise', 'MiddlewareNotUsed', ''] };
const NOT_USED: Layer = { style: 'mixin', hooks: {}, init: ['raise', 'MiddlewareNotUsed'] };

const NOT_STARTING: Record<string, Layer[]> = {
  'no layer at all': [],
  'a name that leads nowhere': [NOT_USED, MISSING],
  'a factory that returns None': [NOT_MADE, NOT_USED],
  'no layer is used': [NOT_USED, QUIET, NOT_USED],
};

function startingStacks(): Case[] {
  return Object.entries(NOT_STARTING).flatMap(([name, layers]) =>
    [false, true].map((debug) => ({
      id: `start/${name}${debug ? '/DEBUG' : ''}`,
      debug,
      path: '/',
      layers,
      view: ['answer', 200],
    })),
  );
}

/** The cases of suite django-middleware. */
export function middlewareCases(): Case[] {
  return [...goldenStacks(), ...startingStacks(), ...randomStacks()];
}
