/**
 * The layers of a stack: classes with `MiddlewareMixin`, classes without, and functions;
 * `python/stack_layers.py` is the same for Python.
 *
 * @module
 */

import type { GetResponse } from '#runtime/django/core/handlers/types';
import type { HttpRequest } from '#runtime/django/http';
import { MiddlewareMixin } from '#runtime/django/utils/deprecation';
import { registerModule } from '#runtime/importlib';
import { type Hook, HOOKS, type Layer } from '../cases/stacks.ts';
import { StackHooks } from './stack-hooks.ts';

const METHODS: Readonly<Record<Hook, string>> = {
  request: 'processRequest',
  view: 'processView',
  template: 'processTemplateResponse',
  exception: 'processException',
  response: 'processResponse',
};
const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];

type Method = (...given: never[]) => unknown;

function methodsOf(hooks: StackHooks, names: readonly Hook[]): Record<string, Method> {
  return Object.fromEntries(
    names
      .filter((name) => hooks.has(name))
      .map((name) => [METHODS[name], (...given: never[]) => (hooks[name] as Method)(...given)]),
  );
}

const INNER_HOOKS = HOOKS.filter((hook) => hook !== 'request' && hook !== 'response');

function mixin(hooks: StackHooks): object {
  class Layer extends MiddlewareMixin {
    constructor(getResponse: GetResponse) {
      super(getResponse);
      hooks.init();
    }
  }
  Object.assign(Layer.prototype, methodsOf(hooks, HOOKS));
  return Object.defineProperty(Layer, 'name', { value: hooks.name });
}

function plain(hooks: StackHooks): object {
  class Layer {
    readonly getResponse: GetResponse;

    constructor(getResponse: GetResponse) {
      this.getResponse = getResponse;
      hooks.init();
    }

    __call__(request: HttpRequest): unknown {
      return hooks.around(request, this.getResponse);
    }
  }
  Object.assign(Layer.prototype, methodsOf(hooks, INNER_HOOKS));
  return Object.defineProperty(Layer, 'name', { value: hooks.name });
}

function functional(hooks: StackHooks): object {
  return (getResponse: GetResponse) => {
    const layer = (request: HttpRequest) => hooks.around(request, getResponse);
    Object.assign(layer, methodsOf(hooks, INNER_HOOKS));
    const answer = hooks.init();
    return hooks.layer.init ? answer : layer;
  };
}

const STYLES = { mixin, class: plain, function: functional };

/** Makes the layers of a case; gives their names as `MIDDLEWARE` has them, outermost first. */
export function fillLayers(layers: readonly Layer[]): string[] {
  const made: Record<string, object> = {};
  const names = NAMES.slice(0, layers.length);
  layers.forEach((layer, index) => {
    const name = names[index] ?? '';
    if (layer.style !== 'missing') made[name] = STYLES[layer.style](new StackHooks(name, layer));
  });
  registerModule('stack_layers', made);
  return names.map((name) => `stack_layers.${name}`);
}
