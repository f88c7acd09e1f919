/**
 * The rings around the view as a picture, with the way of the request through them.
 *
 * @module
 */

import { markup, type Markup } from './markup.ts';
import type { Ring } from './model.ts';
import type { Place } from './way.ts';

const WIDTH = 360;
const BAND = 25;
const INSET = 8;
const TOP = 16;
const CORE = 74;
const EDGE = 13;
/** Between the view and the template, in which both are passed. */
const GAP = 14;

/** What the picture shows. */
export interface OnionView {
  rings: readonly Ring[];
  /** The places of the request so far; the last is where it is. */
  way: readonly Place[];
  /** Told to who cannot see it. */
  words: string;
  /** Whether an exception is on its way. */
  failing?: boolean;
}

interface Box {
  ring: Ring;
  number: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The picture as SVG. */
export function drawOnion({ rings, way, words, failing = false }: OnionView): Markup {
  const boxes = boxesOf(rings);
  const height = (boxes[0]?.height ?? 0) + TOP + 8;
  const now = way.at(-1);
  const here = now && dotOf(boxes, now);
  const passed = way.filter(({ side }) => !isVisit(side));
  const visited = new Set(way.map(({ ring }) => ring));
  const drawn = boxes.map((box) => drawBox(box, now?.ring === box.number, visited.has(box.number)));
  return markup`<svg class="${failing ? 'onion failing' : 'onion'}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${words}">
    ${drawSides(rings, now)}${drawn}${drawWholeWay(boxes)}
    <path class="onion-way" d="${lineThrough(boxes, passed)}" />
    ${now && isVisit(now.side) && drawVisit(boxes, passed.at(-1), now)}
    ${here && markup`<circle class="onion-halo" cx="${here.x}" cy="${here.y}" r="9" /><circle class="onion-here" cx="${here.x}" cy="${here.y}" r="5" />`}
  </svg>`;
}

function drawSides(rings: readonly Ring[], now: Place | undefined): Markup {
  const waking = rings[0]?.kind === 'process';
  const isWaking = now !== undefined && rings[now.ring]?.kind === 'process';
  const process = isWaking ? 'onion-process now' : 'onion-process';
  return markup`<text class="onion-side" x="2" y="9">request</text>
    <text class="onion-side" x="${WIDTH - 2}" y="9" text-anchor="end">response</text>
    ${waking && markup`<text class="${process}" x="${WIDTH / 2}" y="9" text-anchor="middle">the process wakes up</text>`}`;
}

function isVisit(side: Place['side']): boolean {
  return side === 'within' || side === 'again';
}

/** The way to a ring that is asked from elsewhere, which the request itself does not go. */
function drawVisit(boxes: readonly Box[], from: Place | undefined, to: Place): Markup {
  const ends = [from, to].flatMap((place) => (place && dotOf(boxes, place)) ?? []);
  const [start, end] = ends;
  if (!start || !end) return markup``;
  const right = end.x > start.x ? 26 : -26;
  return markup`<path class="onion-visit" d="M${start.x} ${start.y}Q${end.x + right} ${start.y} ${end.x} ${end.y}" />`;
}

function drawBox({ ring, x, y, width, height }: Box, isNow: boolean, isVisited: boolean): Markup {
  const state = isNow ? ' now' : isVisited ? ' visited' : '';
  const radius = Math.min(20, height / 2.5);
  const isCentre = ring.kind === 'view' || ring.kind === 'template';
  const baseline = isCentre ? y + height / 2 + 4 : y + 17;
  return markup`<g class="ring ${ring.kind}${state}"
    ><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" /><text
      x="${x + width / 2}"
      y="${baseline}"
      text-anchor="middle"
      >${ring.label}</text
    ></g
  >`;
}

function boxesOf(rings: readonly Ring[]): Box[] {
  const around = rings
    .map((ring, number) => ({ ring, number }))
    .filter(({ ring: { kind } }) => !['process', 'view', 'template'].includes(kind));
  const bottom = TOP + around.length * BAND + CORE;
  const boxes = around.map(({ ring, number }, index): Box => {
    const x = 1 + index * INSET;
    const y = TOP + index * BAND;
    const height = bottom - y + (around.length - index) * 4;
    return { ring, number, x, y, width: WIDTH - 2 * x, height };
  });
  const inner = 1 + around.length * INSET + 10;
  const width = (WIDTH - 2 * inner - GAP) / 2;
  const y = TOP + around.length * BAND + 20;
  const centre = rings
    .map((ring, number) => ({ ring, number }))
    .filter(({ ring: { kind } }) => kind === 'view' || kind === 'template');
  return [
    ...boxes,
    ...centre.map(({ ring, number }, index): Box => {
      return { ring, number, x: inner + index * (width + GAP), y, width, height: 40 };
    }),
  ];
}

interface Dot {
  x: number;
  y: number;
}

function dotOf(boxes: readonly Box[], { ring, side }: Place): Dot | undefined {
  const box = boxes.find(({ number }) => number === ring);
  if (!box) return undefined;
  const isCentre = box.ring.kind === 'view' || box.ring.kind === 'template';
  const y = isCentre ? box.y + box.height / 2 : box.y + EDGE;
  const labelled = Math.min(box.width / 2 - EDGE, 12 + box.ring.label.length * 3.4);
  if (side === 'again') return { x: box.x + box.width - (isCentre ? 0 : EDGE), y };
  if (side === 'within') return { x: box.x + box.width / 2 + labelled, y };
  const edge = isCentre ? 0 : EDGE;
  return { x: side === 'in' ? box.x + edge : box.x + box.width - edge, y };
}

/** The way that a request takes where nothing stops it. */
function drawWholeWay(boxes: readonly Box[]): Markup {
  const numbers = boxes.filter(({ ring }) => ring.kind !== 'template').map(({ number }) => number);
  const places = [
    ...numbers.map((ring): Place => ({ ring, side: 'in' })),
    ...numbers.toReversed().map((ring): Place => ({ ring, side: 'out' })),
  ];
  const dots = places.flatMap((place) => dotOf(boxes, place) ?? []);
  return markup`<path class="onion-path" d="${lineThrough(boxes, places)}" />${dots.map(({ x, y }) => markup`<circle class="onion-dot" cx="${x}" cy="${y}" r="2" />`)}`;
}

/** Within the view it goes below the label. */
function lineThrough(boxes: readonly Box[], places: readonly Place[]): string {
  let last: Place | undefined;
  let path = '';
  for (const place of places) {
    const dot = dotOf(boxes, place);
    if (!dot) continue;
    const before = last && dotOf(boxes, last);
    const isThrough = before && last?.ring === place.ring && isCentre(boxes, place);
    const bend = isThrough ? `Q${(before.x + dot.x) / 2} ${dot.y + 24} ` : before ? 'L' : 'M';
    path += `${bend}${dot.x} ${dot.y}`;
    last = place;
  }
  return path;
}

function isCentre(boxes: readonly Box[], { ring }: Place): boolean {
  const kind = boxes.find(({ number }) => number === ring)?.ring.kind;
  return kind === 'view' || kind === 'template';
}
