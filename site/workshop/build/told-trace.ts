/**
 * A trace as a list in words, for the page without scripts, and one step of it for a chapter.
 *
 * @module
 */

import type { Detail } from '../stepper/detail.ts';
import type { Setup } from '../stepper/setup.ts';
import type { Trace } from '../stepper/model.ts';
import { Walk } from '../stepper/walk.ts';
import { placesOf } from '../stepper/way.ts';
import { eventInWords, sentenceOf } from '../stepper/words.ts';
import { traceOf } from './default-trace.ts';

/** A line of the list. */
export interface ToldStep {
  /** The number of the step in its trace. */
  number: number;
  depth: number;
  sentence: string;
  events: string[];
  /** Names of what changed, after the part that they are of. */
  changed: string[];
}

/** A chapter asks for a step that the request does not have. */
export class NoSuchStepError extends Error {
  override name = 'NoSuchStepError';

  constructor(step: string, view: string) {
    super(
      `<Follow step="${step}">: with a view that ${view}, the request enters no such function.`,
    );
  }
}

/** The steps of a request on its way, in words. */
export function tell(trace: Trace): ToldStep[] {
  const walk = new Walk(trace);
  const places = placesOf(trace);
  return walk.shown
    .filter((number) => number >= trace.begins)
    .map((number) => {
      const { ring, depth } = walk.step(number);
      return {
        number,
        depth,
        sentence: sentenceOf(trace, number, places[number] ?? { ring, side: 'in' }),
        events: walk.events(number).map(eventInWords),
        changed: walk.changedParts(number).map((part) => {
          const names = walk.entries(part, number).filter(({ isNew }) => isNew);
          return `${part}: ${names.map(({ name }) => name).join(', ')}`;
        }),
      };
    });
}

/** A step that a chapter shows: how many there are, which it is, and what it says. */
export interface ChapterStep {
  place: number;
  count: number;
  sentence: string;
}

/** The step that enters a function. @throws {NoSuchStepError} */
export async function chapterStep(
  step: string,
  view: Setup['view'],
  detail: Detail,
): Promise<ChapterStep> {
  const trace = await traceOf({ view });
  const walk = new Walk(trace, detail);
  const number = walk.entering(step);
  if (number === undefined) throw new NoSuchStepError(step, view);
  const { ring } = walk.step(number);
  const place = placesOf(trace)[number] ?? { ring, side: 'in' };
  return {
    place: walk.placeOf(number) + 1,
    count: walk.shown.length,
    sentence: sentenceOf(trace, number, place),
  };
}
