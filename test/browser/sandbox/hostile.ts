/**
 * Hostile code, and what must come of it. Each runs in the sandbox as a reader's code would.
 *
 * @module
 */

/** One attack: the text of a module, and how it must end. */
export interface Attack {
  name: string;
  /** The body of a module; `tell` passes on what it got hold of, `canary` is an address to reach. */
  code: string;
  /** `stopped` at the limit; `refused` with an error; `harmless`, with what it may say. */
  ends: 'stopped' | 'refused' | { harmless: string };
}

/** What no server may be asked for. */
export const CANARY = '/canary';

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
    name: 'a loop that goes on after the answer',
    code: 'setTimeout(() => { while (true); });',
    ends: { harmless: '' },
  },
  {
    name: 'a flood of messages by a channel of its own',
    code: 'const { port1 } = new MessageChannel(); while (true) port1.postMessage("x".repeat(1000));',
    ends: 'stopped',
  },
  {
    name: 'a flood of messages to others of its origin',
    code: 'const others = new BroadcastChannel("all"); while (true) others.postMessage("x".repeat(1000));',
    ends: 'stopped',
  },
  {
    name: 'a flood for the console',
    code: 'while (true) console.log("x".repeat(100_000));',
    ends: 'stopped',
  },
  {
    name: 'a flood of errors',
    code: 'const throwing = () => { setTimeout(throwing); setTimeout(throwing); throw new Error("x"); }; throwing(); await new Promise(() => {});',
    ends: 'refused',
  },
  {
    name: 'a flood of reported errors',
    code: 'const error = new Error("x".repeat(10_000)); while (true) reportError(error);',
    ends: 'refused',
  },
  {
    name: 'a flood of rejections',
    code: 'for (;;) { for (let i = 0; i < 100; i += 1) Promise.reject(new Error("x")); await new Promise((go) => setTimeout(go)); }',
    ends: 'stopped',
  },
  {
    name: 'a flood of refused requests',
    code: 'while (true) fetch(canary).catch(() => {});',
    ends: 'stopped',
  },
  { name: 'a flood of printing', code: 'while (true) tell("x".repeat(100));', ends: 'refused' },
  {
    name: 'a flood of printing by a push of its own',
    code: `const { push } = Array.prototype; Array.prototype.push = function (...all) { for (let i = 0; i < 3000; i += 1) push.apply(this, all); return 0; }; tell('x'); Array.prototype.push = push;`,
    ends: 'refused',
  },
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
  { name: 'an event of 40 MB', code: 'tell("x".repeat(2e7));', ends: 'refused' },
  { name: 'an event of 3,000,000 parts', code: 'tell(Array(3e6).fill(0));', ends: 'refused' },
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
  {
    name: 'a WebTransport',
    code: `await new WebTransport(canary.replace('http:', 'https:')).ready;`,
    ends: 'refused',
  },
  {
    name: 'a font',
    code: `await new FontFace('x', 'url(' + canary + ')').load();`,
    ends: 'refused',
  },
  { name: 'a remote import', code: `await import(canary);`, ends: 'refused' },
  {
    name: 'an import of data',
    code: `await import('data:text/javascript,export default 1');`,
    ends: 'refused',
  },
  { name: 'importScripts', code: `importScripts(canary);`, ends: 'refused' },
  {
    name: 'a worker of its own',
    code: `new Worker(URL.createObjectURL(new Blob(['while (true);'])));`,
    ends: 'refused',
  },
  {
    name: 'a shared worker',
    code: `new SharedWorker(URL.createObjectURL(new Blob([''])));`,
    ends: 'refused',
  },
  {
    name: 'a service worker',
    code: `await navigator.serviceWorker.register(canary);`,
    ends: 'refused',
  },
  {
    name: 'sendBeacon',
    code: `if (!navigator.sendBeacon || !navigator.sendBeacon(canary, 'x')) throw new Error('refused');`,
    ends: 'refused',
  },
  { name: 'going elsewhere', code: `location.href = canary;`, ends: 'refused' },
  { name: 'open', code: `open(canary);`, ends: 'refused' },
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
  { name: 'its origin', code: `tell(self.origin);`, ends: { harmless: 'null' } },
  {
    name: 'memory shared with others',
    code: `tell(typeof SharedArrayBuffer);`,
    ends: { harmless: 'undefined' },
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
  { name: 'a timer of text', code: `setTimeout('tell(1)');`, ends: { harmless: '' } },
];

const ENTER_WASM: Attack = {
  name: 'WebAssembly',
  code: `await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));`,
  ends: 'refused',
};

/** Code that lies to the page. */
const FORGING: Attack[] = [
  {
    name: 'posting by itself',
    code: `tell(typeof self.postMessage);`,
    ends: { harmless: 'undefined' },
  },
  {
    name: 'posting by what the scope inherits',
    code: `for (let place = self; place; place = Object.getPrototypeOf(place)) { const own = Object.getOwnPropertyDescriptor(place, 'postMessage'); if (own && (own.value || own.get || own.configurable || own.writable)) tell('found'); }`,
    ends: { harmless: '' },
  },
  {
    name: 'posting by a port of its own',
    code: `MessagePort.prototype.postMessage.call(self, { type: 'answer', ask: 1, value: 'forged' });`,
    ends: 'refused',
  },
  {
    name: 'an answer of the wrong shape',
    code: `Object.prototype.type = 'answer'; Object.prototype.worker = 1; Array.prototype.push = () => { throw new Error('mine'); }; tell('odd');`,
    ends: 'refused',
  },
  {
    name: 'an order of its own making',
    code: `dispatchEvent(new MessageEvent('message', { data: { type: 'ask', ask: 7, message: '' } })); dispatchEvent(new MessageEvent('message', { data: null }));`,
    ends: { harmless: '' },
  },
  { name: 'an event that cannot be sent', code: `tell(() => 1);`, ends: 'refused' },
  { name: 'a thrown thing without text', code: `throw Object.create(null);`, ends: 'refused' },
  {
    name: 'a thrown error that throws',
    code: `throw Object.defineProperty(new Error('x'), 'message', { get() { throw this; } });`,
    ends: 'refused',
  },
  {
    name: 'an error whose name is no text',
    code: `const e = new Error(''); e.name = { toString: null }; throw e;`,
    ends: 'refused',
  },
];

/** All of them. @param origin where the server listens that none of them may reach */
export function attacks(origin: string): Attack[] {
  const canary = `const canary = ${JSON.stringify(origin + CANARY)};`;
  return [...ENDLESS, ...OUTWARD, ...INWARD, ENTER_WASM, ...FORGING].map((attack) => ({
    ...attack,
    code: `${canary}\n${attack.code}`,
  }));
}
