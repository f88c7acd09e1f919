/**
 * What the bench has the page do with the sandbox itself, below all that readers see.
 *
 * @module
 */

import { programNamed, sandboxFor } from '../../../site/workshop/sandbox/programs.ts';

/** Milliseconds of one round. */
export interface SandboxRound {
  /** From nothing to a program that listens: the frame, a worker, the program's text. */
  boot: number;
  /** A worker with the program where none was ready. */
  open: number;
  /** The same where one was. */
  openSpare: number;
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

Object.assign(globalThis, {
  measureSandbox: async (): Promise<SandboxRound> => {
    const program = programNamed('chapter');
    const sandbox = sandboxFor('bench');
    const boot = await timed(() => sandbox.open(program));
    const open = await timed(() => sandbox.open(program));
    await sandbox.warm(program);
    const openSpare = await timed(() => sandbox.open(program));
    return { boot, open, openSpare };
  },
});
