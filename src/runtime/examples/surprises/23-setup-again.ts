/** Surprise 23: setup() may run again, but not everything in it; inside ready() it hides the cause. @module */

import { ValueError } from '../../builtins.ts';
import { setup } from '../../django.ts';
import { AppConfig } from '../../django/apps.ts';
import { registerModule } from '../../importlib.ts';
import { attempt, fail, type Scenes, tell } from './scene.ts';
import { configure } from './shop.ts';

function start(ready: () => void): void {
  class ShelfConfig extends AppConfig {
    static override readonly appName = 'shelf';

    override ready(): void {
      tell('ready()');
      ready();
    }
  }

  registerModule('shelf', {});
  registerModule('shelf.apps', { ShelfConfig });
  registerModule('shelf.log', { configure: () => tell('logging is configured') });
  configure({
    INSTALLED_APPS: ['shelf.apps.ShelfConfig'],
    LOGGING_CONFIG: 'shelf.log.configure',
    LOGGING: { version: 1 },
  });
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'setup() two times': () => {
    start(() => {});
    tell('setup() again');
    setup();
  },
  'setup() inside ready()': () => {
    tell(`the first time: ${attempt(() => start(setup))}`);
    tell(`the second time: ${attempt(setup)}`);
  },
  'ready() fails, then setup() again': () => {
    tell(`the first time: ${attempt(() => start(() => fail(new ValueError('the real cause'))))}`);
    tell(`the second time: ${attempt(setup)}`);
    tell(`the third time: ${attempt(setup)}`);
  },
};
