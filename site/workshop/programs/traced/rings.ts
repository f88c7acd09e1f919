/**
 * In which ring around the view a call happens.
 *
 * @module
 */

import type { Call } from '#trace/calls';
import type { Ring } from '../../stepper/model.ts';

/** The number of the ring for what happens while the process wakes up. */
export const PROCESS = 0;
const SERVER = 1;
const HANDLER = 2;
const FIRST_LAYER = 3;

const INNER = 'django.core.handlers.exception:convert_exception_to_response.<locals>.inner';
const OF_SERVER = /^(?:wsgiref\.|http\.server:|socketserver:|django\.core\.servers\.)/;
const OF_HANDLER =
  /^django\.core\.handlers\.(?:wsgi:WSGI(?:Handler\.__call__|Request\.__init__)|base:BaseHandler\.get_response)$/;
const OF_CORE = /^django\.core\.handlers\.base:BaseHandler\./;
const OF_VIEW = /^mysite\.views:/;
const OF_TEMPLATE =
  /^django\.template\.(?:response:SimpleTemplateResponse\.(?:render|rendered_content)|loader|backends|engine)/;

/** Rings by their layers of middleware, given as dotted paths, outermost first. */
export function ringsAround(layers: readonly string[]): Ring[] {
  return [
    { kind: 'process', label: 'the process' },
    { kind: 'server', label: 'the server' },
    { kind: 'handler', label: 'WSGIHandler' },
    ...layers.map((path): Ring => {
      const name = path.replace(/\.(\w+)$/, ':$1');
      return { kind: 'middleware', label: path.slice(path.lastIndexOf('.') + 1), name };
    }),
    { kind: 'core', label: 'URLs and hooks' },
    { kind: 'view', label: 'the view' },
    { kind: 'template', label: 'the template' },
  ];
}

/** Follows which calls are open, and so in which ring each is. */
export class RingFinder {
  readonly #rings: readonly Ring[];
  readonly #layers: number;
  /** The ring of the open call at each depth. */
  readonly #open: number[] = [];
  #inner = 0;
  readonly #innerAt: boolean[] = [];

  /** @param rings as {@link ringsAround} gives them. */
  constructor(rings: readonly Ring[]) {
    this.#rings = rings;
    this.#layers = rings.filter(({ kind }) => kind === 'middleware').length;
  }

  /** The ring of a call that begins or goes on. @param awake whether the process is */
  enter(call: Call, awake: boolean): number {
    this.#closeFrom(call.depth);
    const ring = awake ? this.#ringOf(call) : PROCESS;
    this.#open[call.depth] = ring;
    this.#innerAt[call.depth] = call.name === INNER;
    if (call.name === INNER) this.#inner += 1;
    return ring;
  }

  /** The ring of a call that is open. */
  at(depth: number): number {
    return this.#open[depth] ?? SERVER;
  }

  #closeFrom(depth: number): void {
    for (let at = depth; at < this.#open.length; at += 1) if (this.#innerAt[at]) this.#inner -= 1;
    this.#open.length = Math.min(this.#open.length, depth);
    this.#innerAt.length = Math.min(this.#innerAt.length, depth);
  }

  #ringOf({ depth, name, self }: Call): number {
    const core = FIRST_LAYER + this.#layers;
    if (name === INNER) return FIRST_LAYER + Math.min(this.#inner, this.#layers);
    if (OF_SERVER.test(name)) return SERVER;
    if (OF_HANDLER.test(name)) return HANDLER;
    if (OF_CORE.test(name)) return core;
    if (OF_VIEW.test(name)) return core + 1;
    const around = this.#open[depth - 1] ?? SERVER;
    if (OF_TEMPLATE.test(name) && around >= core) return core + 2;
    const layer = this.#rings.findIndex(
      (ring) => ring.name !== undefined && (ring.name === self || isWithin(name, ring.name)),
    );
    return layer === -1 ? around : layer;
  }
}

function isWithin(name: string, owner: string): boolean {
  return name === owner || name.startsWith(`${owner}.`);
}
