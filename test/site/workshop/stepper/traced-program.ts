/**
 * The program that follows requests, bundled as a reader's browser gets it and run here.
 *
 * @module
 */

import { bundle } from '../../../../site/workshop/build/bundle.ts';
import type { Trace } from '../../../../site/workshop/stepper/model.ts';
import { DEFAULT_SETUP, type Setup } from '../../../../site/workshop/stepper/setup.ts';

type Answer = (message: unknown) => Promise<Trace>;

let loaded: Promise<Answer> | undefined;

async function load(): Promise<Answer> {
  const text = await bundle({
    entry: 'site/workshop/programs/traced.ts',
    format: 'esm',
    traced: true,
  });
  const named = `${text}\n//# sourceURL=traced.js\n`;
  const address = `data:text/javascript;base64,${Buffer.from(named).toString('base64')}`;
  const { default: answer } = (await import(address)) as { default: Answer };
  return answer;
}

/** Sends the program a message. @throws what it throws. */
export async function ask(message: unknown): Promise<Trace> {
  loaded ??= load();
  return (await loaded)(message);
}

/** The trace of a setup; of the usual one but for what is given. */
export function follow(changes: Partial<Setup> = {}): Promise<Trace> {
  return ask({ ...DEFAULT_SETUP, ...changes });
}

/** The usual request to another path, or with other parts. */
export function requestWith(changes: Partial<Setup['request']>): Pick<Setup, 'request'> {
  return { request: { ...DEFAULT_SETUP.request, ...changes } };
}

/** Layers by the last parts of their paths, outermost first; all others are off. */
export function layers(...names: string[]): Pick<Setup, 'middleware'> {
  const all = DEFAULT_SETUP.middleware.map(({ path }) => path);
  const on = names.map((name) => all.find((path) => path.endsWith(`.${name}`)) ?? name);
  const off = all.filter((path) => !on.includes(path));
  return {
    middleware: [
      ...on.map((path) => ({ path, on: true })),
      ...off.map((path) => ({ path, on: false })),
    ],
  };
}
