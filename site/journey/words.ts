/**
 * The journey in words, for who cannot see the picture.
 *
 * @module
 */

import type { Journey } from './journey.ts';
import { INWARD, OUTWARD, type Place, WAKING } from './steps.ts';

/** What a chapter at each place is about. */
export const HERE: Readonly<Record<Place, string>> = {
  wake: 'a process starts, and somebody asks Django for an application.',
  settings: 'the first setting is asked for, and the settings wake up.',
  apps: 'the registry takes in the installed applications.',
  ready: 'each application is told that all is ready.',
  handler: 'the handler is built, layer by layer.',
  environ: 'a request has arrived, and the server makes an environ of it.',
  request: 'the handler makes a request of the environ.',
  chain: 'the request enters the chain of middleware.',
  layers: 'the seven layers that startproject writes, on the way in and on the way out.',
  resolve: 'inside all layers, the path is resolved to a view.',
  view: 'the view is called, in a transaction where one is asked for.',
  response: 'the view has made a response; this is where one that renders late is rendered.',
  errors: 'around each layer: what an exception becomes.',
  out: 'the response passes the layers again, the innermost first.',
  start: 'the response is handed to the server.',
  body: 'the server sends the body.',
  close: 'the server closes the response.',
  connections: 'database connections are closed, or kept.',
};

/** The whole way in one text. */
export function describeJourney({ layers, status }: Journey, here: Place): string {
  const labels = (steps: Readonly<Record<string, { label: string }>>): string =>
    Object.values(steps)
      .map(({ label }) => label)
      .join(', ');
  return [
    `The way of one request. Once, as the process wakes up: ${labels(WAKING)}.`,
    `On the way in: ${labels(INWARD)};`,
    `between get_response and the URL lie the layers ${layers.map(({ name }) => name).join(', ')}.`,
    `On the way back, through the same layers in reverse: ${labels(OUTWARD)}.`,
    `The answer is ${status}. You are here: ${HERE[here]}`,
  ].join(' ');
}
