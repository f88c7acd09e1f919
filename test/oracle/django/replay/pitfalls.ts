/**
 * Suite django-pitfalls on the runtime: the scenes of the surprises.
 *
 * @module
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '#runtime/adapters/sqlite';
import { SURPRISES } from '#runtime/examples/surprises/all';
import { play } from '#runtime/examples/surprises/scene';
import type { Case, Out } from '../../model.ts';
import { UnknownWordError } from '../../unknown-word-error.ts';

/** What a scene tells on the runtime. @throws {UnknownWordError} for one that there is not. */
export async function playScene(surprise: number, title: string): Promise<string[]> {
  const scene = SURPRISES.get(surprise)?.[title];
  if (scene === undefined) throw new UnknownWordError('scene', `${surprise}/${title}`);
  const folder = mkdtempSync(join(tmpdir(), 'surprise-'));
  try {
    return await play(scene, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the runtime does with a case of the suite. */
export async function replayPitfalls(input: Case): Promise<Out> {
  return { told: await playScene(Number(input['surprise']), String(input['scene'])) };
}
