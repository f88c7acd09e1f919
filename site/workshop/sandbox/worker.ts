/**
 * The classic worker of a sandbox: loads one program and lets it answer. It takes what it needs of
 * the worker's scope before any other code runs there, and leaves that code no way to post.
 *
 * @module
 */

import type { Answer, Provided, TextModule } from './inside.ts';
import { MOST_EVENTS, type FromWorker, type ThrownInside, type ToWorker } from './protocol.ts';

const scope = self as unknown as {
  postMessage: ((message: FromWorker) => void) | undefined;
  addEventListener: (type: 'message', hear: (event: MessageEvent<ToWorker>) => void) => void;
};
const post = (self.postMessage as (message: FromWorker) => void).bind(self);
const later = setTimeout.bind(self);
const createObjectURL = URL.createObjectURL.bind(URL);
const ownBlob = Blob;
scope.postMessage = undefined;

/** Namespaces for the little modules that hand them on. */
const SHELF = '__namespaces';
const shelf: object[] = [];
Object.defineProperty(self, SHELF, { value: (index: number) => shelf[index] });

let answer: Answer | undefined;

scope.addEventListener('message', ({ data }) => {
  if (data.type === 'load') void loadProgram(data.address);
  else void reply(data.ask, data.message);
});

async function loadProgram(address: string): Promise<void> {
  try {
    ({ default: answer } = (await import(address)) as { default: Answer });
    post({ type: 'ready' });
  } catch (error) {
    post({ type: 'broken', error: flatten(error) });
  }
}

async function reply(ask: number, message: unknown): Promise<void> {
  const events = new Events(ask);
  try {
    if (!answer) throw new Error('The program has not been loaded.');
    const value = await answer(message, { tell: (event) => events.add(event), load });
    events.send();
    post({ type: 'answer', ask, value });
  } catch (error) {
    events.send();
    post({ type: 'failed', ask, error: flatten(error) });
  }
}

/** Events on their way out, some at a time. */
class Events {
  readonly #ask: number;
  #waiting: unknown[] = [];
  #sent = 0;
  #due = false;

  constructor(ask: number) {
    this.#ask = ask;
  }

  add(event: unknown): void {
    if (this.#sent + this.#waiting.length >= MOST_EVENTS)
      throw new Error(`Stopped: more than ${MOST_EVENTS} events.`);
    this.#waiting.push(event);
    if (this.#due) return;
    this.#due = true;
    later(() => this.send(), 30);
  }

  send(): void {
    this.#due = false;
    if (this.#waiting.length === 0) return;
    const events = this.#waiting;
    this.#waiting = [];
    this.#sent += events.length;
    post({ type: 'events', ask: this.#ask, events });
  }
}

/** The little module of each namespace, made once. */
const addresses = new WeakMap<object, string>();

async function load(
  { text, imports }: TextModule,
  provide: (specifier: string) => Provided,
): Promise<{ address: string; namespace: object }> {
  let made = '';
  let at = 0;
  for (const { start, end, specifier } of imports) {
    const provided = provide(specifier);
    if (provided === undefined) throw new Error(`Cannot find the module "${specifier}".`);
    const from = typeof provided === 'string' ? provided : addressOf(provided);
    made += `${text.slice(at, start)}${JSON.stringify(from)}`;
    at = end;
  }
  const address = moduleOf(made + text.slice(at));
  return { address, namespace: (await import(address)) as object };
}

function addressOf(namespace: object): string {
  const known = addresses.get(namespace);
  if (known !== undefined) return known;
  const index = shelf.push(namespace) - 1;
  const names = Object.keys(namespace);
  const values = names.map((name, place) => `const _${place} = all[${JSON.stringify(name)}];`);
  const exported = names.map((name, place) => `_${place} as ${JSON.stringify(name)}`);
  const address = moduleOf(
    `const all = self.${SHELF}(${index});${values.join('')}export { ${exported.join(', ')} };`,
  );
  addresses.set(namespace, address);
  return address;
}

function moduleOf(text: string): string {
  return createObjectURL(new ownBlob([text], { type: 'text/javascript' }));
}

function flatten(error: unknown): ThrownInside {
  if (!(error instanceof Error)) return { name: 'Thrown', message: String(error), stack: '' };
  return {
    name: String(error.name),
    message: String(error.message),
    stack: String(error.stack ?? ''),
  };
}
