/**
 * The rings around the view as a picture, with the way of the request through them.
 *
 * @module
 */

import { html, type Markup } from './html.ts';
import type { Ring } from './model.ts';
import type { Place } from './way.ts';

const WIDTH = 360;
const BAND = 25;
const INSET = 9;
const TOP = 16;
const CORE = 78;
const EDGE = 13;

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
  const dots = way.flatMap((place) => dotOf(boxes, place) ?? []);
  const here = dots.at(-1);
  const visited = new Set(way.map(({ ring }) => ring));
  return html`<svg
    class="${failing ? 'onion failing' : 'onion'}"
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-label="${words}"
  >
    <text class="onion-side" x="2" y="9">request</text>
    <text class="onion-side" x="${WIDTH - 2}" y="9" text-anchor="end">response</text>
    ${boxes.map((box) => drawBox(box, now?.ring === box.number, visited.has(box.number)))}${wholeWay(boxes)}${dots.length > 1 && html`<path class="onion-way" d="${lineThrough(dots)}" />`}${here && html`<circle class="onion-halo" cx="${here.x}" cy="${here.y}" r="9" /><circle class="onion-here" cx="${here.x}" cy="${here.y}" r="5" />`}
  </svg>`;
}

function drawBox({ ring, x, y, width, height }: Box, isNow: boolean, isVisited: boolean): Markup {
  const state = isNow ? ' now' : isVisited ? ' visited' : '';
  const radius = Math.min(22, height / 2.5);
  const isCentre = ring.kind === 'view' || ring.kind === 'template';
  const baseline = isCentre ? y + height / 2 + 4 : y + 17;
  return html`<g class="ring ${ring.kind}${state}"
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
  const inner = 1 + around.length * INSET + 14;
  const width = (WIDTH - 2 * inner - 10) / 2;
  const y = TOP + around.length * BAND + 20;
  const centre = rings
    .map((ring, number) => ({ ring, number }))
    .filter(({ ring: { kind } }) => kind === 'view' || kind === 'template');
  return [
    ...boxes,
    ...centre.map(({ ring, number }, index): Box => {
      return { ring, number, x: inner + index * (width + 10), y, width, height: 40 };
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
  if (side === 'within') return { x: box.x + box.width / 2 + labelled, y };
  return { x: side === 'in' ? box.x + EDGE : box.x + box.width - EDGE, y };
}

/** The way that a request takes where nothing stops it. */
function wholeWay(boxes: readonly Box[]): Markup {
  const numbers = boxes.filter(({ ring }) => ring.kind !== 'template').map(({ number }) => number);
  const dots = [
    ...numbers.map((ring): Place => ({ ring, side: 'in' })),
    ...numbers.toReversed().map((ring): Place => ({ ring, side: 'out' })),
  ].flatMap((place) => dotOf(boxes, place) ?? []);
  return html`<path
      class="onion-path"
      d="${lineThrough(dots)}"
    />${dots.map(({ x, y }) => html`<circle class="onion-dot" cx="${x}" cy="${y}" r="2" />`)}`;
}

function lineThrough(dots: readonly Dot[]): string {
  return `M${dots.map(({ x, y }) => `${x} ${y}`).join('L')}`;
}
