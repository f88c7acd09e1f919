/**
 * Runs the Python of a chapter as the build does: a scene's fences in order, in one namespace.
 *
 * @module
 */

import type { PythonResult } from '../../../src/doctest/python/fence.ts';
import { SandboxTimeoutError } from '../sandbox/errors.ts';
import type { PageFence, PageFences } from './fences.ts';
import { PythonSession, type PythonState } from './session.ts';

/** What came of a fence that a reader ran. */
export interface FenceRun {
  result: PythonResult;
  /** The fences above it that were run before it, just now. */
  replayed: PageFence[];
  /** Those above it in its scene that had been run already, and are not run again. */
  kept: number;
  /** The fence above it that did not hold, if one did not: then it was not reached. */
  broken?: { fence: PageFence; result: PythonResult };
  /** Such as `3.14.2`. */
  version: string;
  /** Of running alone, without any start. */
  milliseconds: number;
}

/** How a fence is run. */
export interface RunOptions {
  signal: AbortSignal;
  hear: (state: PythonState) => void;
}

/** A page's Python is slower than that of the build, and a snippet may be the first to import much. */
const PATIENCE = 4;
const LEAST_LIMIT = 10_000;

/** Runs the fences of one chapter. */
export class Scenes {
  readonly #chapter: PageFences;
  readonly #starting = new Map<boolean, Promise<PythonSession>>();
  /** In which snippets have run that left Python whole, or seemed to. */
  readonly #used = new WeakSet<PythonSession>();
  /** The scene of Django that goes on, and how many of its fences have been run. */
  #going: { session: PythonSession; scene: number; ran: number } | undefined;

  constructor(chapter: PageFences) {
    this.#chapter = chapter;
  }

  /** A fence by its id. */
  find(id: string): PageFence | undefined {
    return this.#chapter.fences.find((fence) => fence.id === id);
  }

  /** The Python that real Django runs in, where a scene of it goes on. */
  get django(): PythonSession | undefined {
    return this.#going?.session.closed ? undefined : this.#going?.session;
  }

  /** Runs a fence, and before it those above it in its scene. @throws as {@link PythonSession.start} does. */
  async run(fence: PageFence, options: RunOptions): Promise<FenceRun> {
    const scene = this.#chapter.fences.filter((other) => other.scene === fence.scene);
    const upTo = scene.slice(0, scene.indexOf(fence) + 1);
    return fence.django ? this.#runDjango(upTo, options) : this.#runPlain(upTo, options);
  }

  async #runPlain(fences: PageFence[], options: RunOptions): Promise<FenceRun> {
    const session = await this.#python(false, options);
    const begun = performance.now();
    await session.ask('begin', { file: this.#chapter.file, django: false });
    const run = await runAll(session, fences, options.signal);
    // What broke Python may be the doing of a snippet before it, for which nobody pressed Run now.
    const isBroken = await isBrokenAfter(session);
    if (isBroken && this.#used.has(session)) return this.#runPlain(fences, options);
    this.#used.add(session);
    return { ...run, kept: 0, version: session.version, milliseconds: performance.now() - begun };
  }

  /** A scene of Django is a process of its own; it goes on where it has come to. */
  async #runDjango(fences: PageFence[], options: RunOptions): Promise<FenceRun> {
    const { scene } = fences[0] ?? { scene: -1 };
    const going = this.#going;
    const goesOn =
      going && !going.session.closed && going.scene === scene && going.ran === fences.length - 1;
    const kept = goesOn ? fences.length - 1 : 0;
    if (!goesOn) {
      going?.session.close();
      this.#starting.delete(true);
    }
    const session = await this.#python(true, options);
    const begun = performance.now();
    if (!goesOn) await session.ask('begin', { file: this.#chapter.file, django: true });
    const run = await runAll(session, fences.slice(kept), options.signal);
    const reached = run.broken === undefined && run.result.status === 'passed';
    this.#going = { session, scene, ran: reached ? fences.length : Infinity };
    return { ...run, kept, version: session.version, milliseconds: performance.now() - begun };
  }

  async #python(django: boolean, { signal, hear }: RunOptions): Promise<PythonSession> {
    const known = await this.#starting.get(django)?.catch(() => undefined);
    if (known && !known.closed) return known;
    const owner = django ? 'scene' : 'chapter';
    const started = PythonSession.start({ owner, django, signal, hear });
    this.#starting.set(django, started);
    return started;
  }
}

/** Ends what runs in a Python. Whether that broke Python, which is given up then; one that was stopped is gone, not broken. */
async function isBrokenAfter(session: PythonSession): Promise<boolean> {
  if (session.closed) return false;
  try {
    await session.ask('end', {});
    return false;
  } catch {
    session.close();
    return true;
  }
}

async function runAll(
  session: PythonSession,
  fences: readonly PageFence[],
  signal: AbortSignal,
): Promise<Pick<FenceRun, 'result' | 'replayed' | 'broken'>> {
  const replayed = fences.slice(0, -1);
  for (const fence of fences) {
    const result = await runOne(session, fence, signal);
    const isLast = fence === fences.at(-1);
    if (isLast) return { result, replayed };
    if (result.status !== 'passed') return { result, replayed, broken: { fence, result } };
  }
  throw new Error('There is no snippet to run.');
}

/** One that does not end is ended with the Python that it runs in. */
async function runOne(
  session: PythonSession,
  fence: PageFence,
  signal: AbortSignal,
): Promise<PythonResult> {
  const limit = Math.max(LEAST_LIMIT, fence.timeout * PATIENCE);
  try {
    return await session.ask('run', { fence }, { limit, signal });
  } catch (error) {
    if (!(error instanceof SandboxTimeoutError)) throw error;
    const { id, line, column } = fence;
    const message = `Stopped after ${limit / 1000} s: the snippet does not end`;
    const failures = [{ line, column, message }];
    return { id, status: 'failed', examples: 0, checks: 0, printed: '', failures };
  }
}
