/**
 * Surprise 16: a receiver that nothing else holds is gone before the first signal. Python frees
 * a function with its last name; here `release` says when that is.
 *
 * @module
 */

import { AppConfig } from '../../django/apps.ts';
import { requestStarted } from '../../django/core/signals.ts';
import type { ConnectOptions } from '../../django/dispatch.ts';
import { registerModule } from '../../importlib.ts';
import { release } from '../../weakref.ts';
import { makeEnviron } from './server.ts';
import { type Scenes, tell } from './scene.ts';
import { configure } from './shop.ts';

/** Starts a site whose application connects receivers in ready(), and sends the signal once. */
function send(connect: () => void): void {
  class ShelfConfig extends AppConfig {
    static override readonly appName = 'shelf';

    override ready(): void {
      connect();
      tell('ready() returns');
    }
  }

  registerModule('shelf', {});
  registerModule('shelf.apps', { ShelfConfig });
  configure({ INSTALLED_APPS: ['shelf.apps.ShelfConfig'] });
  requestStarted.send(null, { environ: makeEnviron() });
  tell('the signal was sent');
}

function atModuleLevel(): void {
  tell('the receiver is called');
}

/** Connects a function that is made here, and whose only name goes when this returns. */
function connectAnew(options: ConnectOptions = {}): void {
  const receiver = () => tell('the receiver is called');
  requestStarted.connect(receiver, options);
  release(receiver);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'a function that ready() defines': () => send(() => connectAnew()),
  'the same with weak=False': () => send(() => connectAnew({ weak: false })),
  'a function of a module, connected two times': () => {
    send(() => {
      requestStarted.connect(atModuleLevel);
      requestStarted.connect(atModuleLevel);
    });
  },
  'two functions made alike': () => {
    send(() => {
      connectAnew({ weak: false });
      connectAnew({ weak: false });
    });
  },
  'two functions made alike, with a dispatch_uid': () => {
    send(() => {
      connectAnew({ weak: false, dispatchUid: 'shelf' });
      connectAnew({ weak: false, dispatchUid: 'shelf' });
    });
  },
};
