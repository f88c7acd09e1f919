/**
 * What the hooks of one layer do: each notes that it was entered and what it saw, then does what
 * the case says.
 *
 * @module
 */

import { isException } from '#runtime/builtins';
import { HttpResponse, type HttpRequest } from '#runtime/django/http';
import { HttpResponseBase } from '#runtime/django/http/response-base';
import type { Kwargs, View } from '#runtime/django/urls/types';
import { isNone, missingAttribute } from '#runtime/objects';
import type { Hook, Layer } from '../cases/stacks.ts';
import { act, note } from './stack-actions.ts';

type Next = (request: HttpRequest) => unknown;

/** The hooks of one layer; what they return is whatever a case says, as in Python. */
export class StackHooks {
  readonly name: string;
  readonly layer: Layer;

  constructor(name: string, layer: Layer) {
    this.name = name;
    this.layer = layer;
  }

  has(hook: Hook): boolean {
    return this.layer.hooks[hook] !== undefined;
  }

  init(): unknown {
    note(`${this.name}.init`);
    return act(this.layer.init);
  }

  request(request: HttpRequest): unknown {
    note(`${this.name}.request`);
    const action = this.layer.hooks.request;
    if (action?.[0] !== 'elsewhere' && action?.[0] !== 'nowhere') return act(action);
    request.urlconf = action[0] === 'elsewhere' ? 'stack_elsewhere' : null;
    return null;
  }

  view(_request: HttpRequest, view: View, args: readonly unknown[], kwargs: Kwargs): unknown {
    const named = Object.entries(kwargs).map(([name, value]) => `${name}=${String(value)}`);
    note(`${this.name}.view ${view.name}(${[...args, ...named.toSorted()].join(', ')})`);
    return act(this.layer.hooks.view);
  }

  exception(_request: HttpRequest, { name, message }: Error): unknown {
    note(`${this.name}.exception ${name}: ${message}`);
    return act(this.layer.hooks.exception);
  }

  template(_request: HttpRequest, response: unknown): unknown {
    return this.#answer('template', response);
  }

  response(_request: HttpRequest, response: unknown): unknown {
    return this.#answer('response', response);
  }

  /** What a layer does that is called with a request. */
  around(request: HttpRequest, next: Next): unknown {
    const answer = this.has('request') ? this.request(request) : null;
    if (!isNone(answer)) return answer;
    const response = this.#inwards(request, next);
    return this.has('response') ? this.response(request, response) : response;
  }

  #inwards(request: HttpRequest, next: Next): unknown {
    if (this.layer.call === 'twice') next(request);
    if (this.layer.call !== 'catch') return next(request);
    try {
      return next(request);
    } catch (error) {
      if (!isException(error)) throw error;
      note(`${this.name} caught ${error.name}`);
      return new HttpResponse('caught', { status: 503 });
    }
  }

  #answer(hook: 'template' | 'response', response: unknown): unknown {
    note(`${this.name}.${hook}`);
    if (this.layer.looks !== false) {
      note(`${this.name} saw ${attributeOf(response, 'statusCode', 'status_code')}`);
    }
    const action = this.layer.hooks[hook];
    if (!action) return response;
    if (action[0] === 'read') {
      const content = attributeOf(response, 'content', 'content') as Uint8Array;
      note(`${this.name} read ${content.length}`);
      return response;
    }
    return action[0] === 'mark' ? this.#mark(hook, response as HttpResponse) : act(action);
  }

  #mark(hook: Hook, response: HttpResponse): unknown {
    if (!(response instanceof HttpResponseBase)) throw notAssignable(response);
    response.set(`X-Layer-${this.name}`, hook);
    response.statusCode = 203;
    return response;
  }
}

function attributeOf(response: unknown, name: 'statusCode' | 'content', pythonName: string) {
  if (!(response instanceof HttpResponseBase)) throw missingAttribute(response, pythonName);
  return (response as HttpResponse)[name];
}

function notAssignable(value: unknown): TypeError {
  const missing = missingAttribute(value, '').message.split(' ')[0];
  return new TypeError(`${missing} object does not support item assignment`);
}
