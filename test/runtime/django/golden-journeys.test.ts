import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { entropyTape, setEntropy } from '#runtime/random';
import { setClock } from '#runtime/time';
import type { Header, PartialEnviron } from '#runtime/wsgiref/types';
import { startSite } from './journey-site.ts';
import { makeEnviron } from './request.ts';
import { recordLog } from './shown.ts';

interface Step {
  environ: PartialEnviron;
  body: string;
  /** The characters that were drawn for it. */
  drawn: string;
  status: string;
  headers: Header[];
  /** The body; `null` for the page of a refused form, which is another one here. */
  text: string | null;
  log: string[];
}

interface Recorded {
  clock: number;
  middleware: string[];
  journeys: { engine: string; steps: Step[] }[];
}

const file = new URL('../../golden/journeys.json', import.meta.url);
const recorded = JSON.parse(readFileSync(file, 'utf8')) as Recorded;

type Answer = Pick<Step, 'status' | 'headers' | 'text' | 'log'>;

function answer(handler: WSGIHandler, step: Step, log: string[]): Answer {
  const got: Answer = { status: '', headers: [], text: '', log: [] };
  log.length = 0;
  setEntropy(entropyTape([step.drawn]));
  const environ = makeEnviron(String(step.environ.PATH_INFO), step.environ, step.body);
  const result = handler.__call__(environ, (status, headers) => {
    got.status = status;
    got.headers = headers;
    return () => {};
  });
  for (const chunk of result) got.text += new TextDecoder().decode(chunk);
  result.close?.();
  got.log = [...log];
  if (step.text !== null) return got;
  return { ...got, text: null, headers: got.headers.filter(([name]) => name !== 'Content-Length') };
}

describe.each(recorded.journeys)('a visitor of a site with sessions in $engine', (journey) => {
  test('is answered as by Django, step for step', () => {
    startSite(recorded.middleware, journey.engine);
    setClock(() => recorded.clock);
    const log = recordLog();
    const handler = new WSGIHandler();
    expect(journey.steps).toHaveLength(34);
    for (const [at, step] of journey.steps.entries()) {
      const { status, headers, text } = step;
      const name = `${at}. ${step.environ.REQUEST_METHOD} ${String(step.environ.PATH_INFO)}`;
      expect([name, answer(handler, step, log)]).toEqual([
        name,
        { status, headers, text, log: step.log },
      ]);
    }
  });
});
