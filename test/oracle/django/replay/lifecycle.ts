/**
 * Suite django-lifecycle on the runtime: programs of steps, each in a process of its own; those
 * with a `command` in real ones.
 *
 * @module
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connections } from '#runtime/django/db';
import { StringIO } from '#runtime/io';
import { startProcess } from '#runtime/process';
import { setStreams } from '#runtime/sys';
import { setClock } from '#runtime/time';
import type { Case, Out } from '../../model.ts';
import { type Bodies, registerBodies } from './lifecycle/modules.ts';
import { runProject } from './lifecycle/processes.ts';
import { Program, type Step } from './lifecycle/program.ts';
import { ALL_VERBS } from './lifecycle/verbs.ts';

const NOW = 1_556_668_800;

/** What the runtime does with a case of the suite. */
export async function replayLifecycle(input: Case): Promise<Out> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const placed = JSON.parse(JSON.stringify(input).replaceAll('{folder}', folder)) as Case;
  try {
    return await ('command' in placed ? runProject(placed, folder) : runHere(placed));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runHere(input: Case): Out {
  startProcess();
  setClock(() => NOW);
  setStreams({ stdout: new StringIO(), stderr: new StringIO() });
  const program = new Program(ALL_VERBS);
  const takeAway = registerBodies(program, (input['modules'] ?? {}) as unknown as Bodies);
  try {
    program.attempt(input['steps'] as unknown as Step[]);
    return { events: [...program.events] };
  } finally {
    takeAway();
    closeConnections();
    startProcess();
  }
}

function closeConnections(): void {
  try {
    for (const one of connections.all()) one.connection?.close();
  } catch {
    return;
  }
}
