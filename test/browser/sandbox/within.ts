/**
 * What code could do that got into the sandbox's frame itself. None does: this is the second wall.
 *
 * @module
 */

/** One attempt: the body of a function, which gives what it got or throws. */
export interface Attempt {
  name: string;
  code: string;
  /** `refused: ` and the error's name, or `done: ` and what it gave. */
  ends: string;
}

/** @param canary an address at which no server may be asked for anything */
export function attempts(canary: string): Attempt[] {
  const to = JSON.stringify(canary);
  const load = (make: string): string =>
    `return await new Promise((end) => { ${make}; made.onload = () => end('loaded'); made.onerror = () => end('failed'); setTimeout(() => end('silence'), 5000); document.body.append(made); });`;
  return [
    {
      name: 'navigation of the top',
      code: `top.location.href = ${to};`,
      ends: 'refused: SecurityError',
    },
    {
      name: 'open',
      code: `if (open(${to}) === null) throw new DOMException('', 'InvalidAccessError');`,
      ends: 'refused: InvalidAccessError',
    },
    { name: 'the page around it', code: `return parent.document;`, ends: 'refused: SecurityError' },
    { name: 'what the page keeps', code: `return localStorage;`, ends: 'refused: SecurityError' },
    { name: 'cookies', code: `return document.cookie;`, ends: 'refused: SecurityError' },
    {
      name: 'a database',
      code: `return await new Promise((end, fail) => { const r = indexedDB.open('x'); r.onsuccess = () => end('open'); r.onerror = () => fail(r.error); });`,
      ends: 'refused: SecurityError',
    },
    { name: 'fetch', code: `await fetch(${to});`, ends: 'refused: TypeError' },
    {
      name: 'a picture',
      code: load(`const made = new Image(); made.src = ${to}`),
      ends: 'done: failed',
    },
    {
      name: 'a script',
      code: load(`const made = document.createElement('script'); made.src = ${to}`),
      ends: 'done: failed',
    },
    {
      name: 'a style sheet',
      code: load(
        `const made = document.createElement('link'); made.rel = 'stylesheet'; made.href = ${to}`,
      ),
      ends: 'done: failed',
    },
    {
      name: 'a form',
      code: `const made = document.createElement('form'); made.action = ${to}; document.body.append(made); made.submit(); await new Promise((go) => setTimeout(go, 300));`,
      ends: 'done: undefined',
    },
    {
      name: 'a frame in the frame',
      code: `const made = document.createElement('iframe'); made.src = ${to}; document.body.append(made); await new Promise((go) => setTimeout(go, 300));`,
      ends: 'done: undefined',
    },
    {
      name: 'a beacon',
      code: `navigator.sendBeacon(${to}, 'x'); await new Promise((go) => setTimeout(go, 300));`,
      ends: 'done: undefined',
    },
    { name: 'eval', code: `return (0, eval)('1');`, ends: 'refused: EvalError' },
    {
      name: 'a service worker',
      code: `await navigator.serviceWorker.register(${to});`,
      ends: 'refused: SecurityError',
    },
  ].map((attempt) => ({ ...attempt, code: `export default async () => { ${attempt.code} }` }));
}
