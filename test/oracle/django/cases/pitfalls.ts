/**
 * Cases of the surprises: one a scene.
 *
 * @module
 */

import { SURPRISES } from '#runtime/examples/surprises/all';
import type { Case } from '../../model.ts';

/** The cases of suite django-pitfalls. */
export function pitfallCases(): Case[] {
  return [...SURPRISES].flatMap(([surprise, scenes]) =>
    Object.keys(scenes).map((scene) => ({ id: `${surprise}/${scene}`, surprise, scene })),
  );
}
