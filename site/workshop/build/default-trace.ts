/**
 * Runs requests while the site is built, in the very program that readers run.
 *
 * @module
 */

import type { Trace } from '../stepper/model.ts';
import { checkSetup, DEFAULT_SETUP, type Setup } from '../stepper/setup.ts';
import { builtPrograms } from './programs.ts';

type Program = (setup: Setup) => Promise<Trace>;

/** Looked for once in a build; in dev, whatever it is made of may change. */
let built: ReturnType<typeof tracedProgram> | undefined;

const loaded = new Map<string, Promise<Program>>();
const traces = new Map<string, Promise<Trace>>();

/** The trace of a setup; of the usual one unless told. @throws {SetupError} */
export async function traceOf(changes: Partial<Setup> = {}): Promise<Trace> {
  built = import.meta.env?.DEV ? undefined : built;
  const { file, text } = await (built ??= tracedProgram());
  const setup = checkSetup({ ...DEFAULT_SETUP, ...changes });
  const key = `${file} ${JSON.stringify(setup)}`;
  const known = traces.get(key) ?? load(file, text).then((run) => run(setup));
  traces.set(key, known);
  return known;
}

async function tracedProgram(): Promise<{ file: string; text: string }> {
  const found = (await builtPrograms()).find(({ name }) => name === 'traced');
  if (!found) throw new Error('The site has no program that traces.');
  return found;
}

/** It imports nothing, so its text is enough. Without a name, each stack of an error would hold all of it. */
function load(file: string, text: string): Promise<Program> {
  const named = `${text}\n//# sourceURL=traced.js\n`;
  const address = `data:text/javascript;base64,${Buffer.from(named).toString('base64')}`;
  const known =
    loaded.get(file) ??
    import(/* @vite-ignore */ address).then((module: { default: Program }) => module.default);
  loaded.set(file, known);
  return known;
}
