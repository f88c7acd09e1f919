import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assertSame } from './runtime/agreement.ts';
import { REQUESTS, routeTable, type Task, TASKS } from './runtime/cases.ts';
import { type Figure, figureOf, growthOf, keptPerRequest, shortfalls } from './runtime/figures.ts';
import { heapAfter } from './runtime/heap.ts';
import { measure } from './runtime/measure.ts';
import { type Side, startSide } from './runtime/side.ts';
import { findDjango } from './runtime.ts';
import { median, spreadOf } from './statistics.ts';

describe('figures', () => {
  const task: Task = { kind: 'resolve', of: '10' };
  const taken = (...seconds: number[]) =>
    seconds.map((second) => ({ count: 1000, seconds: second }));

  function figure(kind: Task['kind'], of: string, ours: number, theirs: number): Figure {
    return figureOf({ kind, of }, taken(ours), taken(theirs));
  }

  it('tell the middle of the rounds, and how far they lie apart', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(spreadOf([4, 1, 9])).toEqual({ median: 4, least: 1, most: 9 });
  });

  it('tell the time of one step in microseconds, and how many times as long Django takes', () => {
    expect(figureOf(task, taken(0.001, 0.002, 0.004), taken(0.03, 0.02, 0.01))).toEqual({
      kind: 'resolve',
      of: '10',
      runtime: { median: 2, least: 1, most: 4 },
      django: { median: 20, least: 10, most: 30 },
      ratio: 10,
      least: 10,
    });
  });

  it('are the runtime’s own where there is no Django', () => {
    expect(figureOf(task, taken(0.001), [])).toMatchObject({ django: null, ratio: null });
  });

  it('say what falls short, and nothing where all is well', () => {
    const well = [
      figure('request', 'hello', 0.001, 0.012),
      figure('mix', 'mix', 0.001, 0.015),
      figure('resolve', '10', 0.001, 0.01),
      figure('resolve', '10000', 0.0015, 4.5),
    ];
    expect(growthOf(well)).toBe(1.5);
    expect(shortfalls(well, 1, spreadOf([20]))).toEqual([]);
    const badly = [
      figure('request', 'hello', 0.001, 0.0119),
      figure('resolve', '10', 0.001, 0.01),
      figure('resolve', '10000', 0.0016, 4.8),
    ];
    expect(shortfalls(badly, 1.01, spreadOf([21]))).toEqual([
      'request hello is 11.9 times as fast, not at least 12',
      'resolving costs 1.6 times as much in the greatest table, not at most 1.5',
      'each request leaves 1.01 bytes behind, not at most 1',
      'setting up takes 21 ms, not at most 20',
    ]);
  });

  it('count what each request leaves behind from the first look at the heap to the last', () => {
    const heaps = [
      { steps: 100, used: 5000 },
      { steps: 200, used: 9000 },
      { steps: 1100, used: 7000 },
    ];
    expect(keptPerRequest(heaps)).toBe(2);
  });
});

describe('measuring', () => {
  it('takes steps until the time is over, and looks at the clock less and less', () => {
    let [now, looks] = [0, 0];
    const clock = () => {
      looks += 1;
      return now;
    };
    const taken = measure({ run: () => (now += 1) }, 100, clock);
    expect(taken).toEqual({ count: 100, seconds: 100 });
    expect(looks).toBeLessThan(12);
  });

  it('looks at the heap at points that are evenly spread, the last at the end', () => {
    let steps = 0;
    const heaps = heapAfter({ run: () => (steps += 1) }, 100, 4);
    expect(heaps.map((heap) => heap.steps)).toEqual([25, 50, 75, 100]);
    expect([steps, heaps.every(({ used }) => used > 0)]).toEqual([100, true]);
  });
});

describe('tables of routes', () => {
  it('have as many routes as asked, and ask for addresses of every kind', () => {
    const { routes, addresses } = routeTable(1000);
    expect([routes.length, new Set(routes.map(({ name }) => name)).size]).toEqual([1000, 1000]);
    const slashes = new Set(addresses.map(({ path }) => path.split('/').length));
    expect([...slashes].toSorted()).toEqual([2, 3, 4]);
  });
});

/** Both sides start, and Django makes its tables, in seconds; on a busy machine in more. */
const STARTING = 180_000;

describe('both sides', () => {
  const sides: Side[] = [];
  afterAll(async () => {
    for (const side of sides) await side.end();
  });

  function start(side: Side): Side {
    sides.push(side);
    return side;
  }

  const work = join(import.meta.dirname, 'runtime/work.ts');
  const tables = { 10: routeTable(10), 100: routeTable(100) };
  const tasks = TASKS.filter(({ kind, of }) => of in tables || of in REQUESTS || kind === 'mix');

  it(
    'do the same, and may differ in what was drawn alone',
    async () => {
      const { start: startDjango } = findDjango({ ...process.env, PIP_NO_INDEX: '1' });
      const runtime = start(startSide(process.execPath, [work]));
      const django = start(startDjango?.() ?? startSide(process.execPath, [work]));
      for (const side of [runtime, django]) {
        await side.ask({ do: 'prepare', requests: REQUESTS, tables });
      }
      for (const task of tasks) {
        const ours = await runtime.ask({ do: 'answer', ...task });
        assertSame(`${task.kind} ${task.of}`, ours, await django.ask({ do: 'answer', ...task }));
      }
      const form = { do: 'answer', kind: 'request', of: 'form' };
      expect(await runtime.ask(form)).toMatchObject({
        status: '200 OK',
        body: 'name=Ann\nword=one two',
      });
    },
    STARTING,
  );

  it('are told apart where they differ in anything else', () => {
    const token = 'a'.repeat(64);
    assertSame('a page', { body: `x ${token}` }, { body: `x ${'B'.repeat(64)}` });
    expect(() => assertSame('a page', { body: 'x' }, { body: 'y' })).toThrow(
      'The two sides do not do the same for a page.\n  Django:  {"body":"y"}\n  runtime: {"body":"x"}',
    );
  });

  it('say what they said last, when one of them has ended', async () => {
    const side = start(startSide(process.execPath, ['-e', 'throw new Error("no site")']));
    await expect(side.ask({ do: 'setup' })).rejects.toThrow('no site');
  });
});
