/**
 * What this book's citations are held against.
 *
 * @module
 */

import { join } from 'node:path';
import { InstalledSource } from '../../../src/models/installed-source.ts';
import { Places } from '../../../src/models/places.ts';
import { TagIndex } from '../../../src/models/tag-index.ts';
import type { Originals } from './check-citations.ts';

/** The folder of the recordings, from the project's root. */
export const RECORDINGS = 'test/oracle/recordings';

const tags = new Map<string, TagIndex>();

/** The recorded places, the runtime's tags and, where it is at hand, the source of Django. */
export function originalsOf(root: string, env: NodeJS.ProcessEnv = process.env): Originals {
  const index = tags.get(root) ?? new TagIndex(root, 'src/runtime');
  tags.set(root, index);
  return {
    places: Places.read(join(root, RECORDINGS)),
    tags: index,
    source: InstalledSource.find(root, env),
  };
}
