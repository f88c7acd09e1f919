/**
 * The side of the runtime: does what it is asked, line by line, on standard input and output, as
 * `work.py` does for real Django.
 *
 * @module
 */

import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { HttpResponse } from '#runtime/django/http';
import { path, resolve, reverse } from '#runtime/django/urls';
import { registerModule } from '#runtime/importlib';
import { type Address, MIX, type REQUESTS, type RouteTable } from './cases.ts';
import { heapAfter } from './heap.ts';
import { measure } from './measure.ts';
import { startSite } from './start-site.ts';
import { Visit } from './visit.ts';

/** Something that can be done again and again, and looked at. */
interface Step {
  run(): unknown;
  answer(): unknown;
}

function inTurn(steps: readonly Step[]): Step {
  let at = 0;
  return {
    run() {
      (steps[at] as Step).run();
      at = (at + 1) % steps.length;
    },
    answer: () => steps.map((step) => step.answer()),
  };
}

/** Paths are made anew each time, as they are from a request. */
function lookups(urlconf: string, addresses: readonly Address[]): Record<string, Step> {
  const resolving = addresses.map(({ path: rest }): Step => {
    const run = () => resolve(`/${rest}`, urlconf);
    return {
      run,
      answer() {
        const { urlName, kwargs, route } = run();
        return [urlName, kwargs, route];
      },
    };
  });
  const reversing = addresses.map(({ name, kwargs }): Step => {
    const run = () => reverse(name, { urlconf, kwargs });
    return { run, answer: run };
  });
  return { resolve: inTurn(resolving), reverse: inTurn(reversing) };
}

function makeUrlconf(size: string, { routes }: RouteTable): string {
  const name = `bench_urls_${size}`;
  const view = () => new HttpResponse();
  registerModule(name, { urlpatterns: routes.map((one) => path(one.route, view, one)) });
  return name;
}

type Question =
  | { do: 'prepare'; requests: typeof REQUESTS; tables: Record<string, RouteTable> }
  | { do: 'answer' | 'measure'; kind: string; of: string; seconds: number }
  | { do: 'heap'; requests: number; points: number }
  | { do: 'setup' };

const site = startSite();
const steps = new Map<string, Step>();

function prepare(requests: typeof REQUESTS, tables: Record<string, RouteTable>): null {
  const visits = Object.entries(requests).map(
    ([name, asked]) => [name, Visit.after(site.application, asked)] as const,
  );
  for (const [name, visit] of visits) steps.set(`request ${name}`, visit);
  steps.set(`mix ${MIX}`, inTurn(visits.map(([, visit]) => visit)));
  for (const [size, table] of Object.entries(tables)) {
    const found = lookups(makeUrlconf(size, table), table.addresses);
    for (const [kind, step] of Object.entries(found)) steps.set(`${kind} ${size}`, step);
  }
  return null;
}

function stepOf({ kind, of }: { kind: string; of: string }): Step {
  const step = steps.get(`${kind} ${of}`);
  if (step) return step;
  throw new Error(`Nobody prepared ${kind} ${of}.`);
}

function reply(question: Question): unknown {
  switch (question.do) {
    case 'prepare':
      return prepare(question.requests, question.tables);
    case 'answer':
      return stepOf(question).answer();
    case 'measure':
      return measure(stepOf(question), question.seconds);
    case 'heap':
      return heapAfter(stepOf({ kind: 'mix', of: MIX }), question.requests, question.points);
    case 'setup':
      return site.times;
  }
}

try {
  for await (const line of createInterface({ input: process.stdin })) {
    process.stdout.write(`${JSON.stringify(reply(JSON.parse(line) as Question))}\n`);
  }
} finally {
  rmSync(site.folder, { recursive: true, force: true });
}
