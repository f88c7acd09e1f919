/** Surprise 27: runserver says wsgi.multithread, whether it has threads or not. @module */

import { type Scenes, tell } from '../scene.ts';
import { runserver } from './bakery-server.ts';

async function start(...words: string[]): Promise<void> {
  const [, body] = await runserver(['--noreload', ...words], (bakery) => bakery.get('/'));
  tell(body);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  runserver: () => start(),
  'runserver --nothreading': () => start('--nothreading'),
};
