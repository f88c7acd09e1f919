/**
 * Where the parts of the picture stand, in units of its view box.
 *
 * @module
 */

import type { Journey, Layer } from './journey.ts';
import { INWARD, OUTWARD, type Place, type Step, WAKING } from './steps.ts';

/** A spot on the way. */
export interface Dot {
  x: number;
  y: number;
}

/** A label at a place on the way, beside its dot. */
export interface Stop {
  place: Place;
  label: string;
  x: number;
  y: number;
  dot: Dot;
  anchor: 'start' | 'middle' | 'end';
}

/** A layer: the box around all that is inside it. */
export interface Box {
  layer: Layer;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Where the request enters it, and where the response leaves it. */
  enter: Dot;
  leave: Dot;
}

/** The whole picture. */
export interface Layout {
  width: number;
  height: number;
  waking: Stop[];
  inward: Stop[];
  outward: Stop[];
  boxes: Box[];
  /** The line through all that happens to a request and its response, in order. */
  way: Dot[];
}

const WIDTH = 360;
const ROW = 22;
const WAKING_Y = 44;
const TOP = 84;
const BAND = 20;
const INSET = 7;
const BEFORE_LAYERS = 3;

/** Lays a journey out: what happens once in a row at the top, the request down the left, the response up the right. */
export function layOut(journey: Journey): Layout {
  const { layers } = journey;
  const firstBox = TOP + BEFORE_LAYERS * ROW;
  const core = firstBox + layers.length * BAND + 6;
  const bottom = core + 2 * ROW;
  const edge = layers.length * INSET + 14;
  const boxes = layers.map((layer, index) => boxAt(layer, index, firstBox + index * BAND));
  for (const [index, box] of boxes.entries()) {
    box.height = bottom + (layers.length - index) * INSET - box.y;
  }
  const inward = stopsOf(INWARD, 'start', (index) =>
    index < BEFORE_LAYERS
      ? { x: 6, y: TOP + index * ROW }
      : { x: edge, y: core + (index - 3) * ROW },
  );
  const outward = stopsOf(OUTWARD, 'end', (index) =>
    index === 0
      ? { x: WIDTH - edge, y: core + ROW }
      : { x: WIDTH - 6, y: TOP + (3 - index) * ROW + (index === 4 ? 4 : 0) },
  );
  // The way from the view to the response would go through their labels.
  for (const stop of [inward.at(-1), outward[0]]) if (stop) stop.y += 13;
  return {
    width: WIDTH,
    height: bottom + layers.length * INSET + 4,
    waking: stopsOf(WAKING, 'middle', (index) => ({ x: 36 + index * 72, y: WAKING_Y })),
    inward,
    outward,
    boxes,
    way: [
      ...inward.slice(0, BEFORE_LAYERS).map(({ dot }) => dot),
      ...boxes.map(({ enter }) => enter),
      ...inward.slice(BEFORE_LAYERS).map(({ dot }) => dot),
      ...outward.slice(0, 1).map(({ dot }) => dot),
      ...boxes.toReversed().map(({ leave }) => leave),
      ...outward.slice(1).map(({ dot }) => dot),
    ],
  };
}

function boxAt(layer: Layer, index: number, y: number): Box {
  const x = index * INSET + 1;
  const enter = { x: x + 11, y: y + 4 };
  const leave = { x: WIDTH - x - 11, y: y + 4 };
  return { layer, x, y: y - 6, width: WIDTH - 2 * x, height: 0, enter, leave };
}

function stopsOf(
  steps: Readonly<Record<string, Step>>,
  anchor: Stop['anchor'],
  dotAt: (index: number) => Dot,
): Stop[] {
  return Object.entries(steps).map(([place, { label }], index) => {
    const dot = dotAt(index);
    const beside = { start: 8, middle: 0, end: -8 }[anchor];
    const y = anchor === 'middle' ? dot.y - 9 : dot.y + 4;
    return { place: place as Place, label, x: dot.x + beside, y, dot, anchor };
  });
}
