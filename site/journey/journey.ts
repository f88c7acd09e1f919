/**
 * The way of the request that the book follows, read out of what real Django did with it.
 *
 * @module
 */

import recording from '../../test/oracle/recordings/django-journey.json' with { type: 'json' };
import { INWARD, OUTWARD, type Step, WAKING } from './steps.ts';

/** A call of a recording: its depth, its name, and the class of `self` where that is another. */
export type RecordedCall = [depth: number, name: string, self?: string];

/** What is read of the recording. */
export interface JourneyRecording {
  wake: RecordedCall[];
  calls: RecordedCall[];
  /** Such as `200 OK`. */
  status: string;
}

/** A layer of middleware, outermost first, and which of its hooks the request met. */
export interface Layer {
  /** Such as `SecurityMiddleware`. */
  name: string;
  hooks: { request: boolean; view: boolean; response: boolean };
}

/** The way, as the picture shows it. */
export interface Journey {
  status: string;
  waking: string[];
  layers: Layer[];
}

const FILE = 'recordings/django-journey.json';
const LAYER = 'django.utils.deprecation:MiddlewareMixin.__call__';

/** The way of the recorded request. @throws an `Error` where the recording has not what the picture shows. */
export function readJourney(): Journey {
  return journeyOf(recordedJourney());
}

/** What was recorded of the request that the book follows. */
export function recordedJourney(): JourneyRecording {
  return unpack(recording as unknown as Packed);
}

/** The way that a recording shows. @throws an `Error` where a step is not in it, or not in its place. */
export function journeyOf({ wake, calls, status }: JourneyRecording): Journey {
  assertOrder(wake, Object.values(WAKING));
  assertOrder(calls, [...Object.values(INWARD), ...Object.values(OUTWARD)]);
  const layers = calls.filter(([, name]) => name === LAYER).map(([, , self = '']) => self);
  return {
    status,
    waking: Object.values(WAKING).map(({ label }) => label),
    layers: layers.map((layer) => ({
      name: layer.slice(layer.indexOf(':') + 1),
      hooks: {
        request: calls.some(([, name]) => name === `${layer}.process_request`),
        view: calls.some(([, name]) => name === `${layer}.process_view`),
        response: calls.some(([, name]) => name === `${layer}.process_response`),
      },
    })),
  };
}

function assertOrder(calls: readonly RecordedCall[], steps: readonly Step[]): void {
  let from = 0;
  for (const { label, calls: wanted } of steps) {
    const at = calls.findIndex(([, name], index) => index >= from && name === wanted);
    if (at < 0) {
      throw new Error(
        `${FILE} has no call of ${wanted} where the picture of the journey shows "${label}".`,
      );
    }
    from = at;
  }
}

interface Packed {
  names: string[];
  cases: {
    out: { wake: RecordedCall[]; requests: { status: string; calls: number[][] }[] };
  }[];
}

function unpack({ names, cases }: Packed): JourneyRecording {
  const out = cases[0]?.out;
  const request = out?.requests[0];
  if (!out || !request) throw new Error(`${FILE} has no request in it.`);
  const nameOf = (number: number): string => names[number] ?? '';
  return {
    wake: out.wake,
    status: request.status,
    calls: request.calls.map(([depth = 0, name = 0, self]) =>
      self === undefined ? [depth, nameOf(name)] : [depth, nameOf(name), nameOf(self)],
    ),
  };
}
