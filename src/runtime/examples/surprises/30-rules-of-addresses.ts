/** Surprise 30: what a view is given by its address, and when an address is none. @module */

import { ValueError } from '../../builtins.ts';
import { Http404, HttpResponse } from '../../django/http.ts';
import { path, registerConverter, rePath, resolve } from '../../django/urls.ts';
import type { UrlconfModule } from '../../django/urls/types.ts';
import { repr } from '../../repr.ts';
import { type Scenes, tell } from './scene.ts';
import { configure } from './shop.ts';

const first = () => new HttpResponse('first');
const second = () => new HttpResponse('second');

function lead(address: string): string {
  try {
    const { func, args, kwargs } = resolve(address);
    return `leads to ${func.name}, args ${repr([...args])}, kwargs ${repr(kwargs)}`;
  } catch (error) {
    if (error instanceof Http404) return 'leads nowhere';
    throw error;
  }
}

function send(urlpatterns: UrlconfModule['urlpatterns'], ...addresses: string[]): void {
  configure({ urlpatterns });
  for (const address of addresses) tell(`${repr(address)} ${lead(address)}`);
}

class Even {
  readonly regex = '[0-9]+';

  toPython(value: string): number {
    if (Number(value) % 2 !== 0) throw new ValueError(value);
    return Number(value);
  }

  toUrl(value: unknown): string {
    return String(value);
  }
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'the first pattern that matches wins': () => {
    send([path('<word>/', first), path('hello/', second)], '/hello/');
  },
  'named groups drop the others': () => {
    const named = rePath(String.raw`^(\d+)/(?P<word>\w+)/$`, first);
    send([named, rePath(String.raw`^(\d+)-(\d+)/$`, second)], '/7/a/', '/1-2/');
  },
  'what the pattern adds beats what it captures': () => {
    send([path('<word>/', first, { kwargs: { word: 'added' } })], '/captured/');
  },
  'a converter that fails is no match': () => {
    registerConverter(Even, 'even');
    send([path('<even:number>/', first), path('<int:number>/', second)], '/4/', '/5/');
  },
  'a pattern that ends in $ has to match the whole address': () => {
    send([rePath('hello/?$', first)], '/hello/', '/say/hello/');
  },
  'a pattern without ^ and $ begins anywhere': () => {
    send([rePath('hello/?', first)], '/hello/', '/say/hello/you');
  },
};
