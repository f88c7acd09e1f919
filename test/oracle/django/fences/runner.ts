/**
 * The runner of `env=django-2.2`: a scene whose fences are all recorded is judged by its
 * recording; a changed one by real Django where that is at hand, else not at all.
 *
 * @module
 */

import {
  EnvironmentMissingError,
  type EnvironmentResult,
  type EnvironmentRunner,
  type EnvironmentScene,
} from '../../../../src/doctest/book.ts';
import type { Fence } from '../../../../src/doctest/model.ts';
import { JudgeMissingError } from '../../judge-missing-error.ts';
import { findDjango, type Installation, installDjango } from '../installation.ts';
import { judgeLive } from './judge-live.ts';
import { FenceRecordings, keysOf, type RecordedFence } from './recordings.ts';

/** The variable that says `live` or `recorded` where the other must not judge. */
export const MODE_VARIABLE = 'DJANGO_FENCES';

/** What the runner may be told; its defaults are the book's own. */
export interface DjangoFencesOptions {
  env?: NodeJS.ProcessEnv;
  recordings?: FenceRecordings;
  /** Finds real Django without fetching it. */
  find?: () => Installation | undefined;
  /** Finds it or fetches it, for a scene that is to be judged afresh. @throws {JudgeMissingError} */
  fetch?: () => Installation;
}

/** Makes the runner. */
export function djangoFences({
  env = process.env,
  recordings = new FenceRecordings(),
  find = () => findDjango(env),
  fetch = () => installDjango(env),
}: DjangoFencesOptions = {}): EnvironmentRunner {
  const mode = modeOf(env);
  let found: { installation: Installation | undefined } | undefined;
  const judge = async (scene: EnvironmentScene): Promise<EnvironmentResult[]> => {
    if (scene.afresh) return judgeScene(fetchOrSay(fetch), scene, []);
    const { python = '', fences = [] } = recordings.read(scene.file) ?? {};
    const keys = keysOf(scene.fences);
    const recorded = keys.map((key) => fences.find((fence) => fence.key === key));
    if (mode !== 'live' && recorded.every((fence) => fence !== undefined)) {
      return scene.fences.map((fence, index) => replay(fence, recorded[index], python));
    }
    found ??= { installation: mode === 'recorded' ? undefined : find() };
    if (found.installation) return judgeScene(found.installation, scene, recorded);
    const missing = mode === 'live' ? NOT_AT_HAND : missingIn(scene);
    return scene.fences.map((fence, index) =>
      mode !== 'live' && recorded[index]
        ? replay(fence, recorded[index], python)
        : failed(fence, missing),
    );
  };
  return async (scene) => {
    const dependencies = [recordings.pathOf(scene.file)];
    return (await judge(scene)).map((result) => ({ ...result, dependencies }));
  };
}

const NOT_AT_HAND = `${MODE_VARIABLE}=live, but Django 2.2.28 is not at hand: npm run oracle fetches it`;

function fetchOrSay(fetch: () => Installation): Installation {
  try {
    return fetch();
  } catch (error) {
    if (error instanceof JudgeMissingError) throw new EnvironmentMissingError(error.message);
    throw error;
  }
}

function modeOf(env: NodeJS.ProcessEnv): 'live' | 'recorded' | 'any' {
  const said = env[MODE_VARIABLE];
  if (said === 'live' || said === 'recorded') return said;
  if (said !== undefined && said !== '')
    throw new Error(`${MODE_VARIABLE} is ${said}; it can be live or recorded.`);
  return env['CI'] ? 'recorded' : 'any';
}

async function judgeScene(
  installation: Installation,
  scene: EnvironmentScene,
  recorded: readonly (RecordedFence | undefined)[],
): Promise<EnvironmentResult[]> {
  const { python, results } = await judgeLive(installation, scene);
  return results.map((result, index) => ({
    ...result,
    judge: judgeName(python, recorded[index] ? 'live' : 'live, not recorded yet'),
  }));
}

function replay(
  fence: Fence,
  recorded: RecordedFence | undefined,
  python: string,
): EnvironmentResult {
  if (!recorded) return failed(fence, 'no recording fits');
  const { key: _, missed, ...seen } = recorded;
  const { line, column } = fence.place;
  return {
    ...seen,
    id: fence.id,
    status: missed ?? 'passed',
    failures: missed === 'failed' ? [{ line, column, message: 'fails on real Django' }] : [],
    judge: judgeName(python, 'recorded'),
  };
}

/** `Django 2.2.28 on CPython 3.11, recorded`. */
function judgeName(python: string, how: string): string {
  return `Django 2.2.28 on CPython ${python.split('.').slice(0, 2).join('.')}, ${how}`;
}

function missingIn({ file }: EnvironmentScene): string {
  return `no recording of Django 2.2.28 fits this fence: it, or one above it in its scene, has changed. Run ${commandFor(file)} to record it`;
}

/** The command that records a chapter's fences. */
export function commandFor(file: string): string {
  return `npm run oracle -- --fences ${file} --write`;
}

function failed({ id, place }: Fence, message: string): EnvironmentResult {
  const { line, column } = place;
  return {
    id,
    status: 'failed',
    examples: 0,
    checks: 0,
    printed: '',
    failures: [{ line, column, message }],
    judge: 'Django 2.2.28, not asked',
  };
}
