/**
 * The runtime beside real Django, each in a process of its own and without sockets.
 *
 * @module
 */

import { join } from 'node:path';
import { findPythons } from '../oracle/django/find-python.ts';
import { installDjango } from '../oracle/django/installation.ts';
import { JudgeMissingError } from '../oracle/judge-missing-error.ts';
import { assertSame } from './runtime/agreement.ts';
import { MIX, REQUESTS, routeTable, SIZES, TASKS, type Task } from './runtime/cases.ts';
import { type Figure, figureOf, growthOf, keptPerRequest, shortfalls } from './runtime/figures.ts';
import type { Heap } from './runtime/heap.ts';
import type { Measured } from './runtime/measure.ts';
import { type Side, startSide } from './runtime/side.ts';
import type { SetupTimes } from './runtime/start-site.ts';
import { rounded, type Spread, spreadOf } from './statistics.ts';

const HERE = join(import.meta.dirname, 'runtime');
const ORACLE = join(import.meta.dirname, '../oracle/django/python');
const IN_A_ROUND = 0.1;
const WARM = 0.6;
const POINTS = 10;

/** How much is measured. */
export interface RuntimeOptions {
  /** How often each side is asked for each task, in turn. */
  rounds: number;
  /** After how many requests the heap is looked at last; 0 for not at all. */
  requests: number;
}

/** What starting takes, in milliseconds of processor time. */
export interface SetupFigures {
  /** The start of the language, and imports. */
  imports: Spread;
  /** Settings, `setup()` and the handler. */
  setup: Spread;
}

/** What came out. */
export interface RuntimeFigures {
  /** Why there is no Django to compare with; `null` where there is. */
  missing: string | null;
  figures: Figure[];
  growth: number;
  setup: { runtime: SetupFigures; django: SetupFigures | null };
  heap: { after: Heap[]; keptPerRequest: number } | null;
  shortfalls: string[];
}

/** Measures both sides, or the runtime alone where there is no Django. */
export async function benchRuntime({ rounds, requests }: RuntimeOptions): Promise<RuntimeFigures> {
  const { start: startDjango, missing } = findDjango();
  const setup = {
    runtime: await timeSetups(startRuntime, rounds),
    django: startDjango && (await timeSetups(startDjango, rounds)),
  };
  const runtime = startRuntime();
  const django = startDjango?.() ?? null;
  try {
    const figures = await compare(runtime, django, rounds);
    const heap = requests > 0 ? await watchHeap(requests) : null;
    return {
      missing,
      figures,
      growth: growthOf(figures),
      setup,
      heap,
      shortfalls: shortfalls(figures, heap && heap.keptPerRequest, setup.runtime.setup),
    };
  } finally {
    await runtime.end();
    await django?.end();
  }
}

function startRuntime(): Side {
  return startSide(process.execPath, [join(HERE, 'work.ts')]);
}

/** Starts the side of real Django; where there is none, says why. */
export function findDjango(env: NodeJS.ProcessEnv = process.env): {
  start: (() => Side) | null;
  missing: string | null;
} {
  try {
    const [python = ''] = findPythons(env);
    const { packages } = installDjango(env);
    const args = ['-B', '-s', join(HERE, 'work.py'), packages, ORACLE];
    return { start: () => startSide(python, args), missing: null };
  } catch (error) {
    if (!(error instanceof JudgeMissingError)) throw error;
    return { start: null, missing: error.message };
  }
}

async function timeSetups(start: () => Side, times: number): Promise<SetupFigures> {
  const found: SetupTimes[] = [];
  for (let round = 0; round < times; round += 1) {
    const side = start();
    found.push(await side.ask<SetupTimes>({ do: 'setup' }));
    await side.end();
  }
  return {
    imports: milliseconds(found.map(({ imports }) => imports)),
    setup: milliseconds(found.map(({ setup }) => setup)),
  };
}

function milliseconds(seconds: readonly number[]): Spread {
  return spreadOf(seconds.map((value) => rounded(value * 1000)));
}

async function prepare(side: Side): Promise<void> {
  const tables = Object.fromEntries(SIZES.map((size) => [size, routeTable(size)]));
  await side.ask({ do: 'prepare', requests: REQUESTS, tables });
}

/** Both sides in turn, so that whatever else the machine does hits both alike. */
async function compare(runtime: Side, django: Side | null, rounds: number): Promise<Figure[]> {
  const sides = django ? [runtime, django] : [runtime];
  for (const side of sides) await prepare(side);
  for (const task of TASKS) await makeSure(task, runtime, django);
  const measured = TASKS.map((task) => ({ task, taken: sides.map((): Measured[] => []) }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { task, taken } of measured) {
      for (const [at, side] of sides.entries()) {
        taken[at]?.push(await side.ask({ do: 'measure', ...task, seconds: IN_A_ROUND }));
      }
    }
  }
  return measured.map(({ task, taken: [ours = [], theirs = []] }) => figureOf(task, ours, theirs));
}

/** What is asked is the same work on both sides; the runtime's code is compiled by then. */
async function makeSure(task: Task, runtime: Side, django: Side | null): Promise<void> {
  const ours = await runtime.ask({ do: 'answer', ...task });
  if (django)
    assertSame(`${task.kind} ${task.of}`, ours, await django.ask({ do: 'answer', ...task }));
  await runtime.ask({ do: 'measure', ...task, seconds: WARM });
}

async function watchHeap(requests: number): Promise<{ after: Heap[]; keptPerRequest: number }> {
  const side = startRuntime();
  try {
    await side.ask({ do: 'prepare', requests: REQUESTS, tables: {} });
    const after = await side.ask<Heap[]>({ do: 'heap', requests, points: POINTS });
    return { after, keptPerRequest: keptPerRequest(after) };
  } finally {
    await side.end();
  }
}

/** The figures for people, a line each. */
export function describe(found: RuntimeFigures): string[] {
  const { missing, figures, growth, setup, heap } = found;
  const unit = (spread: Spread) => `${spread.median} (${spread.least} to ${spread.most})`;
  return [
    ...(missing === null ? [] : [`no Django to compare with: ${missing}`]),
    ...figures.map(({ kind, of, runtime, django, ratio, least }) => {
      const theirs = django ? `, Django ${unit(django)}: ${ratio} times` : '';
      const wanted = django && least !== null ? `, at least ${least}` : '';
      return `${kind === MIX ? 'all of these in turn' : `${kind} ${of}`}: ${unit(runtime)} µs${theirs}${wanted}`;
    }),
    `resolving in the greatest table over the least: ${growth} times`,
    `setup and handler: ${unit(setup.runtime.setup)} ms${setup.django ? `, Django ${unit(setup.django.setup)}` : ''}`,
    ...(heap
      ? [
          `heap after ${heap.after.at(-1)?.steps} requests: ${heap.keptPerRequest} bytes kept of each`,
        ]
      : []),
  ];
}
