/**
 * A page with the sandbox and nothing else, for the tests of it.
 *
 * @module
 */

import { Sandbox, type Program } from '../../../site/workshop/sandbox/sandbox.ts';
import { attacks, type Attack } from './hostile.ts';
import { attempts } from './within.ts';

/** How an attack ended. */
export interface Outcome {
  /** `stopped`, `refused` or `harmless`. */
  ended: string;
  /** What was told, or the error. */
  said: string;
  /** How often a timer of the page's came round meanwhile. */
  beats: number;
  /** What the next run gave. */
  next: unknown;
}

/** Milliseconds for what is to be stopped, at once or when it has surely begun, and for the rest. */
const LIMITS = { stopped: 600, begun: 5000, other: 20_000 };

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

/** A program that gives back what it was asked. */
const ECHO: Program = {
  name: 'echo',
  text: async () => 'export default (message) => message;',
};

const sandboxes = {
  plain: new Sandbox(new URL('sandbox.html', location.href)),
  wasm: new Sandbox(new URL('sandbox-wasm.html', location.href)),
};

type Kind = keyof typeof sandboxes;

async function runCode(
  kind: Kind,
  code: string,
  limit: number,
  told: unknown[] = [],
): Promise<unknown> {
  const session = await sandboxes[kind].open(RUNNER);
  try {
    return await session.ask(code, { limit, hear: (event) => told.push(event) });
  } finally {
    session.close();
  }
}

async function attack({ code, ends }: Attack, kind: Kind): Promise<Outcome> {
  const told: unknown[] = [];
  const pulse = feelPulse();
  let ended: string;
  let said: string;
  try {
    await runCode(kind, code, ends === 'stopped' ? LIMITS.stopped : LIMITS.other, told);
    ended = 'harmless';
    said = told.map(String).join();
  } catch (error) {
    const { name, message } = error as Error;
    ended = name === 'SandboxTimeoutError' ? 'stopped' : 'refused';
    said = `${name}: ${message}`.slice(0, 200);
  }
  const beats = pulse();
  const next = await runCode(kind, 'tell("next")', LIMITS.other).catch(String);
  return { ended, said, beats, next };
}

/** Counts how often a timer comes round until the function returned is called. */
function feelPulse(): () => number {
  let beats = 0;
  const timer = setInterval(() => (beats += 1), 10);
  return () => {
    clearInterval(timer);
    return beats;
  };
}

/** Runs an attempt in a frame that has the sandbox's policy; one that leads the frame away never answers. */
async function attemptWithin(code: string, patience = 20_000): Promise<string> {
  const frame = await putFrame('within.html', 'allow-scripts');
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<string>((end) => {
    port1.addEventListener('message', ({ data }) => end(String(data)));
    port1.start();
  });
  frame.contentWindow?.postMessage(code, '*', [port2]);
  const gone = new Promise<string>((end) => void setTimeout(end, patience, 'gone'));
  const said = await Promise.race([answer, gone]);
  frame.remove();
  return said;
}

async function outcomeOf(attempt: () => Promise<unknown>): Promise<string> {
  return attempt().then(
    (value) => `gave ${JSON.stringify(value)}`,
    ({ name, message }: Error) => `${name}: ${message}`,
  );
}

async function openWith(text: string): Promise<string> {
  return outcomeOf(() => sandboxes.plain.open({ name: text, text: async () => text }));
}

/** Weight goes over and comes back: a text, a buffer, many events. */
async function carry(): Promise<unknown> {
  const session = await sandboxes.plain.open(ECHO);
  const text = 'x'.repeat(300_000);
  const buffer = new Uint8Array(1_000_000).fill(7);
  const echoed = await session.ask<string>(text);
  const same = await session.ask<Uint8Array>(buffer, { transfer: [buffer.buffer] });
  session.close();
  const told: unknown[] = [];
  const telling = 'for (let i = 0; i < 50; i += 1) tell("x".repeat(100_000) + i);';
  await runCode('plain', telling, LIMITS.other, told);
  const inOrder = told.map((event) => String(event).slice(100_000)).join();
  return { echoed: echoed === text, left: buffer.length, same: same.at(-1), inOrder };
}

/** What a loop told that was stopped, and one that told more than goes out one by one. */
async function toldBeforeStop(): Promise<string[]> {
  const told: string[][] = [[], []];
  const loops = [
    'tell("a"); tell("b"); while (true);',
    'for (let i = 0; i < 1000; i += 1) tell(i); while (true) tell(performance.now());',
  ];
  for (const [place, code] of loops.entries())
    await outcomeOf(() => runCode('plain', code, LIMITS.begun, told[place]));
  return told.map((events) => events.slice(0, 1000).join());
}

/** What becomes of spare workers and of others in the frame when one is stopped. */
async function spareAfterKill(): Promise<string[]> {
  const said: string[] = [];
  const sandbox = new Sandbox(new URL('sandbox.html', location.href));
  await sandbox.warm(RUNNER);
  const session = await sandbox.open(RUNNER);
  await sandbox.warm(RUNNER);
  said.push(await outcomeOf(() => session.ask('while (true);', { limit: 100 })));
  await sandbox.warm(RUNNER);
  const fresh = await sandbox.open(RUNNER);
  said.push(await outcomeOf(() => fresh.ask('tell(1)')));
  const [first, second] = await Promise.all([sandbox.open(RUNNER), sandbox.open(ECHO)]);
  said.push(await outcomeOf(() => second.ask('at the same time')));
  const stopped = new AbortController();
  const waiting = outcomeOf(() => first.ask('while (true);', { signal: stopped.signal }));
  stopped.abort();
  said.push(await waiting, await outcomeOf(() => second.ask('gone with it')));
  return said;
}

/** How often a program was asked by the time it is opened: with something beforehand, and without. */
async function askedBeforehand(): Promise<number[]> {
  const counter: Program = {
    name: 'counter',
    text: async () => 'let asked = 0; export default () => (asked += 1);',
  };
  const sandbox = new Sandbox(new URL('sandbox.html', location.href));
  const message = {};
  await sandbox.warm(counter);
  await sandbox.warm(counter, message);
  void sandbox.warm(counter, message);
  const told = await sandbox.open(counter);
  await sandbox.warm(counter);
  const untold = await sandbox.open(counter);
  return [await told.ask<number>(''), await untold.ask<number>('')];
}

/** What a frame of the sandbox answers to whom: to another frame of this page, and to the page. */
async function greetInTurn(sibling: string): Promise<unknown> {
  const sandbox = await putFrame('sandbox.html', 'allow-scripts');
  const other = await putFrame(
    `${sibling}?sibling=${Array.from(frames).indexOf(sandbox.contentWindow as Window)}`,
  );
  const heard: unknown[] = [];
  const { port1, port2 } = new MessageChannel();
  const hello = new Promise((end) => {
    port1.addEventListener('message', ({ data }) => end(heard.push(data)));
    port1.start();
  });
  sandbox.contentWindow?.postMessage({ type: 'port' }, '*', [port2]);
  await hello;
  const inside = other.contentWindow as (Window & { heard?: unknown[] }) | null;
  const outcome = { page: heard, sibling: inside?.heard };
  sandbox.remove();
  other.remove();
  return outcome;
}

async function putFrame(address: string, sandbox?: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  frame.src = address;
  document.body.append(frame);
  await new Promise((end) => frame.addEventListener('load', end, { once: true }));
  return frame;
}

/** An answer, while forged ones are posted to the page. */
async function askAmongForgeries(): Promise<string> {
  const session = await sandboxes.plain.open(ECHO);
  const said = { type: 'answer', ask: 1, value: 'forged' };
  for (const target of [window, ...Array.from(frames)])
    for (let worker = 0; worker < 50; worker += 1)
      target.postMessage({ type: 'said', worker, said }, '*');
  return outcomeOf(() => session.ask('true'));
}

Object.assign(globalThis, {
  attack: (name: string, kind: Kind = 'plain') => {
    const found = attacks(location.origin).find((other) => other.name === name);
    return found ? attack(found, kind) : undefined;
  },
  attempt: (name: string, canary: string) => {
    const found = attempts(canary).find((other) => other.name === name);
    return found ? attemptWithin(found.code) : undefined;
  },
  attemptWithin,
  openWith,
  carry,
  toldBeforeStop,
  spareAfterKill,
  askedBeforehand,
  greetInTurn,
  askAmongForgeries,
});
