/**
 * Hostile code, and what must come of it. Each runs in the sandbox as a reader's code would.
 *
 * @module
 */

/** One attack: the text of a module, and how it must end. */
export interface Attack {
  name: string;
  /** The body of a module; `tell` passes on what it got hold of. */
  code: string;
  /** `stopped` at the limit; `refused` with an error of its own; `harmless`, with what it may say. */
  ends: 'stopped' | 'refused' | { harmless: string };
}

const CANARY = '/canary';

/** Code that never ends, or tries to. */
const ENDLESS: Attack[] = [
  { name: 'an endless loop', code: 'while (true);', ends: 'stopped' },
  {
    name: 'an endless chain of promises',
    code: 'const go = () => Promise.resolve().then(go); await go();',
    ends: 'stopped',
  },
  { name: 'an endless wait', code: 'await new Promise(() => {});', ends: 'stopped' },
  {
    name: 'a loop in a worker of its own',
    code: `const inner = new Worker(URL.createObjectURL(new Blob(['while (true);']))); while (true);`,
    ends: 'stopped',
  },
  {
    name: 'a flood of messages by a channel of its own',
    code: 'const { port1 } = new MessageChannel(); while (true) port1.postMessage("x".repeat(1000));',
    ends: 'stopped',
  },
  { name: 'a flood of printing', code: 'while (true) tell("x".repeat(100));', ends: 'refused' },
  {
    name: 'closing its own worker',
    code: 'self.close(); await new Promise(() => {});',
    ends: 'stopped',
  },
  { name: 'recursion without end', code: 'const f = () => f() + 1; f();', ends: 'refused' },
  {
    name: 'allocation without end',
    code: 'const kept = []; while (true) kept.push(new Float64Array(1e5).fill(1));',
    ends: 'stopped',
  },
];

/** Code that wants out. */
const OUTWARD: Attack[] = [
  { name: 'fetch', code: `await fetch(canary);`, ends: 'refused' },
  {
    name: 'a synchronous request',
    code: `const r = new XMLHttpRequest(); r.open('GET', canary, false); r.send();`,
    ends: 'refused',
  },
  {
    name: 'a WebSocket',
    code: `const socket = new WebSocket(canary.replace('http', 'ws')); await new Promise((open, fail) => { socket.onopen = open; socket.onerror = () => fail(new Error('refused')); });`,
    ends: 'refused',
  },
  {
    name: 'an EventSource',
    code: `const s = new EventSource(canary); await new Promise((open, fail) => { s.onopen = open; s.onerror = () => fail(new Error('refused')); });`,
    ends: 'refused',
  },
  { name: 'a remote import', code: `await import(canary);`, ends: 'refused' },
  { name: 'importScripts', code: `importScripts(canary);`, ends: 'refused' },
  {
    name: 'a remote worker',
    code: `const w = new Worker(canary); await new Promise((open, fail) => { w.onmessage = open; w.onerror = () => fail(new Error('refused')); });`,
    ends: 'refused',
  },
  {
    name: 'sendBeacon',
    code: `if (!navigator.sendBeacon || !navigator.sendBeacon(canary, 'x')) throw new Error('refused');`,
    ends: 'refused',
  },
];

/** Code that looks for what is kept in the browser, or for a way to make code. */
const INWARD: Attack[] = [
  { name: 'cookies', code: `tell(typeof document);`, ends: { harmless: 'undefined' } },
  { name: 'localStorage', code: `tell(typeof localStorage);`, ends: { harmless: 'undefined' } },
  {
    name: 'the page around it',
    code: `tell(typeof parent + typeof window + typeof top);`,
    ends: { harmless: 'undefinedundefinedundefined' },
  },
  {
    name: 'IndexedDB',
    code: `await new Promise((open, fail) => { const r = indexedDB.open('x'); r.onsuccess = open; r.onerror = () => fail(r.error); });`,
    ends: 'refused',
  },
  { name: 'caches', code: `await caches.open('x');`, ends: 'refused' },
  {
    name: 'the private file system',
    code: `await navigator.storage.getDirectory();`,
    ends: 'refused',
  },
  { name: 'eval', code: `(0, eval)('1 + 1');`, ends: 'refused' },
  { name: 'new Function', code: `new Function('return 1')();`, ends: 'refused' },
  {
    name: 'WebAssembly',
    code: `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));`,
    ends: 'refused',
  },
  {
    name: 'posting by itself',
    code: `tell(typeof self.postMessage);`,
    ends: { harmless: 'undefined' },
  },
  {
    name: 'posting by the prototype',
    code: `tell(String(Object.getPrototypeOf(self).postMessage ?? DedicatedWorkerGlobalScope.prototype.postMessage));`,
    ends: { harmless: 'undefined' },
  },
  {
    name: 'an answer of the wrong shape',
    code: `Object.prototype.type = 'answer'; Object.prototype.worker = 1; Array.prototype.push = () => { throw new Error('mine'); }; tell('odd');`,
    ends: 'refused',
  },
];

/** All of them. @param origin where the server listens that none of them may reach */
export function attacks(origin: string): Attack[] {
  const canary = `const canary = ${JSON.stringify(origin + CANARY)};`;
  return [...ENDLESS, ...OUTWARD, ...INWARD].map((attack) => ({
    ...attack,
    code: `${canary}\n${attack.code}`,
  }));
}
