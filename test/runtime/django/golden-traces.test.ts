import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { isException } from '#runtime/builtins';
import { freshSettings } from '#runtime/django/conf';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { gotRequestException, requestFinished, requestStarted } from '#runtime/django/core/signals';
import {
  Http404,
  HttpResponse,
  type HttpRequest,
  type HttpResponseBase,
} from '#runtime/django/http';
import { SimpleTemplateResponse } from '#runtime/django/template/response';
import { path } from '#runtime/django/urls';
import type { Kwargs, View } from '#runtime/django/urls/types';
import { MiddlewareMixin } from '#runtime/django/utils/deprecation';
import { makeEnviron } from './request.ts';

type Action = 'raise' | 'raise Http404' | 'template' | 'none' | number;

interface Case {
  name: string;
  path: string;
  view: Action;
  render: 'ok' | 'raise';
  looks: boolean;
  hooks: Record<string, Action>;
  trace: string[];
  signals: string[];
  escaped: { type: string; message: string } | null;
}

const file = new URL('../../golden/middleware-traces.json', import.meta.url);
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] };

let current: Case;
let trace: string[] = [];
let signals: string[] = [];

const template = {
  render() {
    trace.push('render');
    if (current.render === 'raise') throw new Error('from render');
    return 'rendered';
  },
};

function act(action: Action | undefined): HttpResponseBase | null {
  if (action === 'raise') throw new Error('from a hook');
  if (action === 'raise Http404') throw new Http404('no such thing');
  if (action === 'template') return new SimpleTemplateResponse(template);
  return typeof action === 'number' ? new HttpResponse('answer', { status: action }) : null;
}

class Layer extends MiddlewareMixin {
  enter(hook: string): Action | undefined {
    const name = `${this.constructor.name}.${hook}`;
    trace.push(name);
    return current.hooks[name];
  }

  processRequest(_request: HttpRequest) {
    return act(this.enter('rq'));
  }

  processView(_request: HttpRequest, _view: View, _args: readonly unknown[], _kwargs: Kwargs) {
    return act(this.enter('vw'));
  }

  processTemplateResponse(_request: HttpRequest, response: HttpResponseBase) {
    return this.enter('tr') === 'none' ? (null as never) : response;
  }

  processException(_request: HttpRequest, _exception: Error) {
    return act(this.enter('ex'));
  }

  processResponse(_request: HttpRequest, response: HttpResponseBase | null) {
    const action = this.enter('rs');
    if (current.looks) {
      const mark = `${trace.pop()}(${response === null ? 'None' : response.statusCode})`;
      trace.push(mark);
      if (response === null) throw new TypeError('the hook wanted a status');
    }
    if (action === 'none') return null as never;
    return act(action) ?? (response as HttpResponseBase);
  }
}

class A extends Layer {}
class B extends Layer {}
class C extends Layer {}

function view() {
  trace.push('VIEW');
  return act(current.view);
}

function run(): Case['escaped'] {
  try {
    const result = new WSGIHandler().__call__(makeEnviron(current.path), (status) => {
      trace.push(`start_response ${status}`);
      return () => {};
    });
    for (const chunk of result) trace.push(`chunk ${new TextDecoder().decode(chunk)}`);
    result.close?.();
    trace.push('close');
    return null;
  } catch (error) {
    if (!isException(error)) throw error;
    return { type: error.name, message: error.message };
  }
}

beforeEach(() => {
  trace = [];
  signals = [];
  freshSettings({
    ALLOWED_HOSTS: ['*'],
    MIDDLEWARE: [A, B, C],
    ROOT_URLCONF: { urlpatterns: [path('', view)] },
  });
  requestStarted.connect(() => signals.push('request_started'));
  gotRequestException.connect(() => signals.push('got_request_exception'));
  requestFinished.connect(() => signals.push('request_finished'));
});

test('eighteen traces of real Django were recorded', () => {
  expect(cases).toHaveLength(18);
});

test.each(cases)('the layers are entered as in Django: $name', (recorded) => {
  current = recorded;
  const escaped = run();
  expect(trace).toEqual(recorded.trace);
  expect(signals).toEqual(recorded.signals);
  expect(escaped).toEqual(recorded.escaped);
});
