/**
 * Stacks of up to six layers that chance writes. Each thing that a hook can do is met in turn,
 * in a stack in which it can happen; the rest of a stack is drawn.
 *
 * @module
 */

import { Random } from '../../cases/random.ts';
import type { Case } from '../../model.ts';
import { type Action, type Hook, HOOKS, type Layer, type Stack } from './stacks.ts';

const COUNT = 300;
const MOST_LAYERS = 6;

const ANSWERS: readonly Action[] = [
  ['answer', 200],
  ['answer', 404],
  ['answer', 503],
  ['template'],
  ['template', 'ValueError'],
  ['stream'],
];

const RAISES: readonly Action[] = [
  'ValueError',
  'Http404',
  'PermissionDenied',
  'SuspiciousOperation',
  'DisallowedHost',
  'TooManyFieldsSent',
  'MultiPartParserError',
  'MiddlewareNotUsed',
  'ImproperlyConfigured',
  'SystemExit',
  'KeyboardInterrupt',
].map((name): Action => ['raise', name]);

const ODD: readonly Action[] = [
  ['value', ''],
  ['value', 0],
  ['value', false],
  ['value', 'text'],
];

const NOTHING: Action = ['value', null];

/** What each hook can do beside going on. */
const HOOK_ACTIONS: Readonly<Record<Hook, readonly Action[]>> = {
  request: [...ANSWERS, ...RAISES, ...ODD, ['elsewhere'], ['nowhere']],
  view: [...ANSWERS, ...RAISES, ...ODD],
  template: [NOTHING, ['read'], ['mark'], ...ANSWERS, ...RAISES, ...ODD],
  exception: [...ANSWERS, ...RAISES, ...ODD],
  response: [NOTHING, ['read'], ['mark'], ...ANSWERS, ...RAISES, ...ODD],
};

const MAKING: readonly Action[] = [
  ['raise', 'MiddlewareNotUsed'],
  ['raise', 'MiddlewareNotUsed'],
  ['raise', 'MiddlewareNotUsed'],
  ['raise', 'ValueError'],
  ['raise', 'ImproperlyConfigured'],
  NOTHING,
];

const VIEWS: readonly (Action | null)[] = [
  ['answer', 200],
  ['answer', 200],
  ['answer', 404],
  ['answer', 500],
  ['template'],
  ['template'],
  ['template', 'ValueError'],
  ['template', 'Http404'],
  ['stream'],
  ['stream', 'ValueError'],
  ['stream', 'SystemExit'],
  null,
  ['value', ''],
  ['value', 'text'],
  ...RAISES,
];

const PATHS = ['/', '/', '/', '/', '/numbers/7/', '/missing/'];

const ERROR_VIEWS: readonly (Action | null)[] = [
  ['answer', 418],
  ['template'],
  ['template', 'RuntimeError'],
  ['raise', 'RuntimeError'],
  ['raise', 'Http404'],
  ['value', 'text'],
  null,
];

/** Something for a hook to do. */
type Wish = [hook: Hook, action: Action];

const WISHES: readonly Wish[] = HOOKS.flatMap((hook) =>
  HOOK_ACTIONS[hook].map((action): Wish => [hook, action]),
);

function drawLayer(random: Random): Layer {
  const style = random.pick(['mixin', 'class', 'function'] as const);
  const hooks = HOOKS.filter(() => !random.once(4)).map((hook): [Hook, Action | null] => [
    hook,
    random.once(12) ? random.pick(HOOK_ACTIONS[hook]) : null,
  ]);
  return {
    style,
    hooks: Object.fromEntries(hooks),
    ...(random.once(25) && { init: random.pick(MAKING) }),
    ...(style !== 'mixin' && random.once(10) && { call: random.pick(['twice', 'catch'] as const) }),
    ...(random.once(3) && { looks: false as const }),
  };
}

function drawHandlers(random: Random): Record<string, Action | null> {
  const codes = ['400', '403', '404', '500'].filter(() => random.once(2));
  return Object.fromEntries(codes.map((code) => [code, random.pick(ERROR_VIEWS)]));
}

function drawStack(random: Random, layers: number): Stack {
  return {
    debug: random.once(3),
    ...(random.once(12) && { propagate: true as const }),
    path: random.pick(PATHS),
    layers: Array.from({ length: layers }, () => drawLayer(random)),
    view: random.pick(VIEWS),
    ...(random.once(4) && { handlers: drawHandlers(random) }),
  };
}

/** Where a view has to lead for a hook to be entered. */
const LEADING: Partial<Record<Hook, Action>> = {
  template: ['template'],
  exception: ['raise', 'ValueError'],
};

function calm(layer: Layer): Layer {
  const { init: _, hooks, ...rest } = layer;
  return { ...rest, hooks: Object.fromEntries(Object.keys(hooks).map((hook) => [hook, null])) };
}

function fulfil(random: Random, [hook, action]: Wish): Stack {
  const drawn = drawStack(random, 1 + random.below(MOST_LAYERS));
  const layers = drawn.layers.map(calm);
  const wished = random.pick(layers);
  wished.hooks = { ...wished.hooks, [hook]: action };
  return { ...drawn, path: '/', layers, view: LEADING[hook] ?? ['answer', 200] };
}

/** The 300 stacks. */
export function randomStacks(): Case[] {
  const random = new Random(22_28);
  return Array.from({ length: COUNT }, (_, index) => {
    const wish = WISHES[index];
    const stack = wish ? fulfil(random, wish) : drawStack(random, random.below(MOST_LAYERS + 1));
    return { id: `random/${index + 1}`, ...stack };
  });
}
