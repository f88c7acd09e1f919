import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import type { Answer } from '#runtime/django/core/handlers/types';
import { type HttpRequest, HttpResponse, type HttpResponseBase } from '#runtime/django/http';
import { SimpleTemplateResponse } from '#runtime/django/template/response';
import { path } from '#runtime/django/urls';
import type { View } from '#runtime/django/urls/types';
import { MiddlewareMixin } from '#runtime/django/utils/deprecation';
import { makeEnviron } from '../../request.ts';

fc.configureGlobal({ seed: 2228 });

type Deed = 'pass' | 'answer' | 'raise';

/** What each hook of a layer does; undefined where it has none. */
interface Layer {
  request?: Deed;
  view?: Deed;
  exception?: Deed;
  response?: Exclude<Deed, 'answer'>;
  template?: 'pass';
}

interface Site {
  layers: Layer[];
  view: 'answer' | 'raise' | 'template';
}

const USUAL = 200;
const ANSWERED = 299;
const FAILED = 500;

/** What Django's rules say of a site: who is called, in order, and the status that comes out. */
class Rules {
  readonly calls: string[] = [];
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** From the layer of this number on inwards, and back out. */
  enter(number: number): number {
    const layer = this.#site.layers[number];
    if (layer === undefined) return this.#innermost();
    const deed = this.#call(number, 'request', layer.request);
    if (deed === 'raise') return FAILED;
    const status = deed === 'answer' ? ANSWERED : this.enter(number + 1);
    return this.#call(number, 'response', layer.response) === 'raise' ? FAILED : status;
  }

  #innermost(): number {
    const { layers, view } = this.#site;
    for (const [number, layer] of layers.entries()) {
      const deed = this.#call(number, 'view', layer.view);
      if (deed !== 'pass') return deed === 'raise' ? FAILED : ANSWERED;
    }
    this.calls.push('view');
    const outwards = [...layers.entries()].toReversed();
    if (view === 'template') {
      for (const [number, layer] of outwards) this.#call(number, 'template', layer.template);
      this.calls.push('render');
    }
    if (view !== 'raise') return USUAL;
    for (const [number, layer] of outwards) {
      const deed = this.#call(number, 'exception', layer.exception);
      if (deed !== 'pass') return deed === 'raise' ? FAILED : ANSWERED;
    }
    return FAILED;
  }

  #call(number: number, hook: string, deed: Deed | undefined): Deed {
    if (deed !== undefined) this.calls.push(`${hook} ${number}`);
    return deed ?? 'pass';
  }
}

/** The runtime with the same site. */
function ask({ layers, view }: Site): { calls: string[]; status: number } {
  const calls: string[] = [];
  const act = (name: string, deed: Deed): Answer => {
    calls.push(name);
    if (deed === 'raise') throw new Error(name);
    return deed === 'answer' ? new HttpResponse('', { status: ANSWERED }) : null;
  };
  const made = layers.map((layer, number) => {
    const { request, response, template, exception } = layer;
    const hooks = {
      ...(request && { processRequest: () => act(`request ${number}`, request) }),
      ...(layer.view && { processView: () => act(`view ${number}`, layer.view ?? 'pass') }),
      ...(exception && { processException: () => act(`exception ${number}`, exception) }),
      ...(response && {
        processResponse: (_: HttpRequest, passed: HttpResponseBase) =>
          act(`response ${number}`, response) ?? passed,
      }),
      ...(template && {
        processTemplateResponse: (_: HttpRequest, passed: HttpResponseBase) =>
          act(`template ${number}`, template) ?? passed,
      }),
    };
    return (next: (request: HttpRequest) => HttpResponseBase) =>
      Object.assign(new MiddlewareMixin(next), hooks);
  });
  const template = { render: () => (calls.push('render'), '') };
  const called: View = () => {
    calls.push('view');
    if (view === 'raise') throw new Error('view');
    return view === 'template' ? new SimpleTemplateResponse(template) : new HttpResponse('');
  };
  freshSettings({ ROOT_URLCONF: [path('', called)], MIDDLEWARE: made });
  let status = 0;
  new WSGIHandler().__call__(makeEnviron('/'), (line) => {
    status = Number(line.slice(0, 3));
    return () => undefined;
  });
  return { calls, status };
}

const deed = fc.constantFrom<Deed>('pass', 'pass', 'pass', 'answer', 'raise');
const layer: fc.Arbitrary<Layer> = fc.record(
  {
    request: deed,
    view: deed,
    exception: deed,
    response: fc.constantFrom('pass', 'pass', 'raise'),
    template: fc.constant('pass'),
  },
  { requiredKeys: [] },
);
const site: fc.Arbitrary<Site> = fc.record({
  layers: fc.array(layer, { maxLength: 6 }),
  view: fc.constantFrom('answer', 'raise', 'template'),
});

it('the hooks of any stack are called in the order of the onion', () => {
  fc.assert(
    fc.property(site, (given) => {
      const rules = new Rules(given);
      const status = rules.enter(0);
      expect(ask(given)).toEqual({ calls: rules.calls, status });
    }),
    { numRuns: 1000 },
  );
});
