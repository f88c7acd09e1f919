/** Surprise 26: under runserver, static files do not pass through MIDDLEWARE. @module */

import { type Scenes, tell } from '../scene.ts';
import { runserver } from './bakery-server.ts';

async function start(...words: string[]): Promise<void> {
  await runserver(['--noreload', ...words], async (bakery) => {
    for (const address of ['/', '/static/missing.css']) {
      const [status] = await bakery.get(address);
      tell(`${address} is answered with ${status}`);
    }
    const seen = bakery.notes().filter(({ text }) => text.startsWith('the layer sees'));
    for (const { text } of seen) tell(text);
  });
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  'with the staticfiles application, and DEBUG': () => start(),
  'runserver --nostatic': () => start('--nostatic'),
};
