/**
 * The classic worker of a sandbox: loads one program and lets it answer. It takes what it needs of
 * the worker's scope before any other code runs there, and leaves that code no way to post.
 *
 * @module
 */

import type { Answer, Provided, TextModule } from './inside.ts';
import { MOST_EVENTS, type FromWorker, type ThrownInside, type ToWorker } from './protocol.ts';

const post = (self.postMessage as (message: FromWorker) => void).bind(self);
const later = setTimeout.bind(self);
const now = performance.now.bind(performance);
const createObjectURL = URL.createObjectURL.bind(URL);
const ownBlob = Blob;
for (const name of ['postMessage', 'Worker']) takeAway(name);

/** Takes a name away from all code that comes after: from the scope and from what it inherits. */
function takeAway(name: string): void {
  for (let place: object = self; place; place = Object.getPrototypeOf(place) as object)
    if (Object.hasOwn(place, name))
      Object.defineProperty(place, name, {
        value: undefined,
        writable: false,
        configurable: false,
      });
}

/** Namespaces for the little modules that hand them on. */
const SHELF = '__namespaces';
const shelf: object[] = [];
Object.defineProperty(self, SHELF, { value: (index: number) => shelf[index] });

let answer: Answer | undefined;

self.addEventListener('message', ({ data, isTrusted }: MessageEvent<ToWorker>) => {
  if (!isTrusted) return;
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
    events.finish();
    post({ type: 'answer', ask, value });
  } catch (error) {
    try {
      events.finish();
    } catch {
      // What was thrown first is what counts.
    }
    post({ type: 'failed', ask, error: flatten(error) });
  }
}

/** So many events of an answer go out one by one: what is printed before a loop is seen. */
const AT_ONCE = 200;

/** Milliseconds between two batches of those that come after. */
const PACE = 30;

/** Events on their way out; those of a loop as well, which lets no timer run. */
class Events {
  readonly #ask: number;
  #waiting: unknown[] = [];
  #told = 0;
  #sent = now();
  #isDue = false;
  #failure: { error: unknown } | undefined;

  constructor(ask: number) {
    this.#ask = ask;
  }

  add(event: unknown): void {
    if (this.#told >= MOST_EVENTS) throw new Error(`Stopped: more than ${MOST_EVENTS} events.`);
    this.#told += 1;
    this.#waiting.push(event);
    if (this.#told <= AT_ONCE || now() - this.#sent >= PACE) this.#send();
    else if (!this.#isDue) {
      this.#isDue = true;
      later(() => {
        this.#isDue = false;
        this.#send();
      }, PACE);
    }
  }

  /** Sends what is left. @throws what could not be sent before, and now. */
  finish(): void {
    this.#send();
    if (this.#failure) throw this.#failure.error;
  }

  #send(): void {
    this.#sent = now();
    if (this.#waiting.length === 0) return;
    const events = this.#waiting;
    this.#waiting = [];
    try {
      post({ type: 'events', ask: this.#ask, events });
    } catch (error) {
      this.#failure ??= { error };
    }
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
  try {
    if (!(error instanceof Error)) return { name: 'Thrown', message: String(error), stack: '' };
    return {
      name: String(error.name),
      message: String(error.message),
      stack: String(error.stack ?? ''),
    };
  } catch {
    return { name: 'Thrown', message: 'Something that cannot be shown as text.', stack: '' };
  }
}
