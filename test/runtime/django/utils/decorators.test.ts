import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { type HttpRequest, HttpResponse, type HttpResponseBase } from '#runtime/django/http';
import { SimpleTemplateResponse } from '#runtime/django/template/response';
import { dottedName } from '#runtime/django/urls/resolver-match';
import type { Kwargs, View } from '#runtime/django/urls/types';
import {
  decoratorFromMiddleware,
  decoratorFromMiddlewareWithArgs,
  methodDecorator,
  wraps,
} from '#runtime/django/utils/decorators';
import { defineModule } from '#runtime/django/utils/module-loading';
import { makeRequest } from '../request.ts';

let trace: unknown[] = [];

class Layer {
  constructor(...given: number[]) {
    trace.push(['init', ...given]);
  }

  processRequest(): HttpResponse | null {
    trace.push('rq');
    return null;
  }

  processView(_request: HttpRequest, view: View, args: readonly unknown[], kwargs: Kwargs) {
    trace.push(['vw', view.name, args, kwargs]);
    return null;
  }

  processTemplateResponse(_request: HttpRequest, response: HttpResponseBase) {
    trace.push('tr');
    return response;
  }

  processResponse(_request: HttpRequest, response: HttpResponseBase) {
    trace.push('rs');
    return response;
  }

  processException(_request: HttpRequest, exception: Error) {
    trace.push(['ex', exception.message]);
    return exception.message === 'catch' ? new HttpResponse('caught') : null;
  }
}

function view(_request: HttpRequest, ..._given: never[]) {
  trace.push('VIEW');
  return new HttpResponse('v');
}

const call = (decorated: View, ...given: unknown[]) =>
  (decorated as (...given: unknown[]) => HttpResponse)(makeRequest('/'), ...given);
const text = (response: HttpResponse) => new TextDecoder().decode(response.content);

beforeEach(() => {
  freshSettings();
  trace = [];
});

describe('a layer around one view', () => {
  test('is made once, when the view is decorated', () => {
    const decorate = decoratorFromMiddleware(Layer);
    expect(trace).toEqual([['init']]);
    call(decorate(view), 1, { x: 2 });
    expect(trace.slice(1)).toEqual(['rq', ['vw', 'view', [1], { x: 2 }], 'VIEW', 'rs']);
  });

  test('can be made with arguments', () => {
    decoratorFromMiddlewareWithArgs(Layer)(3, 4);
    expect(trace).toEqual([['init', 3, 4]]);
  });

  test('waits with its response hook for what is rendered late', () => {
    const late = () => new SimpleTemplateResponse({ render: () => 'hi' });
    const response = call(decoratorFromMiddleware(Layer)(late)) as SimpleTemplateResponse;
    expect(trace.slice(2)).toEqual([['vw', 'late', [], {}], 'tr']);
    response.render();
    expect(trace.at(-1)).toBe('rs');
  });

  test('can answer an exception, and then its response hook is not called', () => {
    const bad = () => {
      throw new Error('catch');
    };
    expect(text(call(decoratorFromMiddleware(Layer)(bad)))).toBe('caught');
    expect(trace.slice(2)).toEqual([
      ['vw', 'bad', [], {}],
      ['ex', 'catch'],
    ]);
  });

  test('lets other exceptions go on', () => {
    const bad = () => {
      throw new Error('go on');
    };
    expect(() => call(decoratorFromMiddleware(Layer)(bad))).toThrow('go on');
  });

  test('can answer before the view, and nothing else is called', () => {
    class Early extends Layer {
      override processRequest(): HttpResponse | null {
        return super.processRequest() ?? new HttpResponse('early');
      }
    }
    expect(text(call(decoratorFromMiddleware(Early)(view)))).toBe('early');
    expect(trace).toEqual([['init'], 'rq']);
  });
});

describe('a wrapper', () => {
  test('takes name, module and attributes of what it wraps', () => {
    const plain = () => new HttpResponse();
    const original = Object.assign(plain, { csrfExempt: true });
    defineModule('site.wrapped', { original });
    const wrapper = wraps(original, () => new HttpResponse());
    expect(dottedName(wrapper)).toBe('site.wrapped.plain');
    expect(wrapper.csrfExempt).toBe(true);
  });
});

describe('decorators of methods', () => {
  type Method = (text: string) => string;
  const around =
    (word: string) =>
    (method: Method): Method =>
      Object.assign((text: string) => `${word}(${method(text)})`, { mark: word });

  class Greeter {
    name = 'n';

    greet(text: string): string {
      return this.name + text;
    }
  }

  test('are those of functions, the first one outermost', () => {
    class Decorated extends Greeter {}
    methodDecorator([around('outer'), around('inner')], 'greet')(Decorated);
    const decorated = new Decorated();
    expect(decorated.greet('z')).toBe('outer(inner(nz))');
    expect(decorated.greet.name).toBe('greet');
    expect(decorated.greet).toHaveProperty('mark', 'outer');
    expect(new Greeter().greet('z')).toBe('nz');
  });

  test('need a method to decorate', () => {
    expect(() => methodDecorator(around('x'), 'nope')(Greeter)).toThrow(
      "The keyword argument `name` must be the name of a method of the decorated class: <class 'Greeter'>. Got 'nope' instead.",
    );
    Object.assign(Greeter.prototype, { number: 1 });
    expect(() => methodDecorator(around('x'), 'number')(Greeter)).toThrow(
      "Cannot decorate 'number' as it isn't a callable attribute of <class 'Greeter'> (1).",
    );
  });
});
