/**
 * A page with the sandbox and nothing else, for the tests of it.
 *
 * @module
 */

import { Sandbox, type Program } from '../../../site/workshop/sandbox/sandbox.ts';
import { attacks, type Attack } from './hostile.ts';

/** How an attack ended. */
export interface Outcome {
  name: string;
  /** `stopped`, `refused` or `harmless`. */
  ended: string;
  /** What was told, or the error. */
  said: string;
  /** Milliseconds for which the page could not answer, at most. */
  silence: number;
  /** What the next run gave. */
  next: unknown;
}

/** A program that loads the text it is asked to run, as the book's programs do. */
const RUNNER: Program = {
  name: 'runner',
  text: async () => `export default async (code, inside) => {
    const tools = { tell: (event) => inside.tell(event) };
    const text = 'import { tell } from "tools";\\n' + code + '\\nexport const done = true;';
    const start = text.indexOf('"tools"');
    const imports = [{ start, end: start + 7, specifier: 'tools' }];
    const { namespace } = await inside.load({ text, imports }, () => tools);
    return namespace.done;
  };`,
};

const sandbox = new Sandbox(new URL('sandbox.html', location.href));

async function runCode(code: string, told: unknown[] = []): Promise<unknown> {
  const session = await sandbox.open(RUNNER);
  try {
    return await session.ask(code, { limit: 1000, hear: (event) => told.push(event) });
  } finally {
    session.close();
  }
}

async function attack({ name, code, ends }: Attack): Promise<Outcome> {
  const told: unknown[] = [];
  const pulse = feelPulse();
  let ended: string;
  let said: string;
  try {
    await runCode(code, told);
    ended = 'harmless';
    said = told.map(String).join();
  } catch (error) {
    const { name: kind, message } = error as Error;
    ended = kind === 'SandboxTimeoutError' ? 'stopped' : 'refused';
    said = `${kind}: ${message}`;
  }
  const silence = pulse();
  const next = await runCode('tell("next")').catch(String);
  return { name, ended: typeof ends === 'string' ? ended : ended, said, silence, next };
}

/** Measures the longest silence of this page until the function returned is called. */
function feelPulse(): () => number {
  let longest = 0;
  let last = performance.now();
  const beat = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(beat, 10);
  return () => {
    beat();
    clearInterval(timer);
    return longest;
  };
}

Object.assign(globalThis, {
  runCode,
  names: () => attacks(location.origin).map(({ name }) => name),
  attack: (name: string) => {
    const found = attacks(location.origin).find((other) => other.name === name);
    return found ? attack(found) : undefined;
  },
});
