/**
 * Projects to begin with: folders of files, each with a word on what it shows.
 *
 * @module
 */

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft } from './draft.ts';
import { EMPTY } from './draft.ts';
import type { Project } from './project.ts';

/** A project to begin with. */
export interface Preset {
  id: string;
  /** What one can see in it. */
  says: string;
  /** The chapter that explains it. */
  chapter: string;
  project: Project;
  /** What to send. */
  requests: Draft[];
}

interface Description {
  title: string;
  says: string;
  chapter: string;
  requests: Partial<Draft>[];
}

const FOLDER = 'site/workshop/playground/presets';
const NAMES = ['hello', 'onion', 'urls', 'forms', 'sessions', 'streaming', 'errors'];

/** Every preset, from the simplest on. */
export function readPresets(): Preset[] {
  return NAMES.map((id) => {
    const folder = join(process.cwd(), FOLDER, id);
    const text = readFileSync(join(folder, 'preset.json'), 'utf8');
    const { title, says, chapter, requests } = JSON.parse(text) as Description;
    const paths = globSync('**/*.{ts,html}', { cwd: folder }).map((path) =>
      path.replaceAll('\\', '/'),
    );
    const files = paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);
    return {
      id,
      says,
      chapter,
      project: { name: title, files: Object.fromEntries(files) },
      requests: requests.map((request) => ({ ...EMPTY, ...request })),
    };
  });
}
