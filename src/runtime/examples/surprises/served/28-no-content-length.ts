/** Surprise 28: without CommonMiddleware there is no Content-Length, and HEAD gets a body either way. @module */

import { HttpResponse } from '../../../django/http.ts';
import '../../../django/middleware/common.ts';
import { path } from '../../../django/urls.ts';
import { type Scenes, tell } from '../scene.ts';
import { configure } from '../shop.ts';
import { serving, talk } from './connections.ts';

const COMMON = 'django.middleware.common.CommonMiddleware';

const view = () => new HttpResponse('hello', { contentType: 'text/plain' });

function request(method: string, ...headers: string[]): string {
  return [`${method} / HTTP/1.1`, 'Host: localhost', ...headers, '', ''].join('\r\n');
}

async function send(middleware: string[], requests: string[], until = ''): Promise<void> {
  configure({ urlpatterns: [path('', view)], MIDDLEWARE: middleware });
  await serving(async (port) => {
    const lines = (await talk(port, requests, until)).split('\r\n');
    for (const line of lines.filter((text) => !/^(?:Date|Server):/.test(text))) {
      tell(line || '(an empty line)');
    }
  });
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'GET without CommonMiddleware': () => send([], [request('GET')]),
  'HEAD without CommonMiddleware': () => send([], [request('HEAD')]),
  'HEAD and then GET over one connection, with CommonMiddleware': () => {
    return send([COMMON], [request('HEAD'), request('GET', 'Connection: close')], 'hello');
  },
};
