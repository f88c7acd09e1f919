/** Surprise 25: runserver starts the site in two processes, and imports wsgi.py last. @module */

import { type Scenes, tell } from '../scene.ts';
import { runserver } from './bakery-server.ts';

async function start(...words: string[]): Promise<void> {
  const notes = await runserver(words, async (bakery) => {
    await bakery.get('/');
    return bakery.notes();
  });
  tell(`processes: ${new Set(notes.map(({ process }) => process)).size}`);
  const byRole = notes.toSorted((one, other) => other.role.localeCompare(one.role));
  for (const { role, text } of byRole) tell(`${role}: ${text}`);
}

/** What happens, scene by scene. */
export const scenes: Scenes = {
  runserver: () => start(),
  'runserver --noreload': () => start('--noreload'),
};
