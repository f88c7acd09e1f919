/** Surprise 7: a URLconf that cannot be imported is found by the first request, and may have no page. @module */

import { RuntimeError } from '../../builtins.ts';
import { WSGIHandler } from '../../django/core/handlers/wsgi.ts';
import { registerModule } from '../../importlib.ts';
import { repr } from '../../repr.ts';
import { type Scenes, tell } from './scene.ts';
import { ask } from './server.ts';
import { configure } from './shop.ts';

function send(debug: boolean): void {
  registerModule('shop_urls', () => {
    tell('the body of shop_urls runs');
    throw new RuntimeError('a typo in urls.py');
  });
  configure({ DEBUG: debug, ROOT_URLCONF: 'shop_urls' });
  const handler = new WSGIHandler();
  tell('the handler is made without complaint');
  const answer = ask(handler);
  if (answer.status === null) tell(String(answer));
  else {
    const names = answer.body.includes('RuntimeError');
    tell(`${answer.status}, a page that names the error: ${repr(names)}`);
  }
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'DEBUG is off': () => send(false),
  'DEBUG is on': () => send(true),
};
