/**
 * What a compiled chapter calls: it opens and closes snippets, judges expectations, and keeps what
 * is printed. Mismatches are noted, not thrown, so that one run finds them all.
 *
 * @module
 */

import { canonical } from '../python/canonical.ts';
import { equal } from '../values/equal.ts';
import { matches, oneLine } from '../values/pattern.ts';
import { render } from '../values/render.ts';
import type { HarnessJob, Mismatch, SnippetEnd, SnippetMessage, ThrownError } from './protocol.ts';

/** What the harness needs of the place it runs in. */
export interface Surroundings {
  post: (message: SnippetMessage) => void;
  /** Numbers of the functions entered since the last call. */
  takeEntered: () => number[];
  /** Marks all work begun from now on as this snippet's. */
  enter: (ordinal: number) => void;
  /** The snippet whose work is running now. */
  current: () => number;
  /** Resolves when microtasks and pending rejections have had their turn. */
  settle: () => Promise<void>;
  now: () => number;
}

/** A snippet printed more than it may. */
export class OutputLimit extends Error {
  override name = 'OutputLimit' as const;
}

/** The snippet that was asked for has ended; none after it is run. */
export class Enough extends Error {
  override name = 'Enough' as const;
}

const NOTHING = Symbol('nothing');

/** The harness of one run of one chapter. */
export class Harness {
  readonly #job: HarnessJob;
  readonly #around: Surroundings;
  /** The snippet that is open, or -1. */
  #open = -1;
  #printed = '';
  #bytes = 0;
  #value: unknown = NOTHING;
  #shown = false;
  #held: number[] = [];
  #mismatches: Mismatch[] = [];
  #complaints: string[] = [];
  #begun = 0;

  constructor(job: HarnessJob, around: Surroundings) {
    this.#job = job;
    this.#around = around;
  }

  /** Opens a snippet. */
  begin(ordinal: number): void {
    this.#open = ordinal;
    this.#printed = '';
    this.#bytes = 0;
    this.#value = NOTHING;
    this.#shown = false;
    this.#held = [];
    this.#mismatches = [];
    this.#complaints = [];
    this.#begun = this.#around.now();
    this.#around.enter(ordinal);
    this.#around.post({ type: 'begin', ordinal });
  }

  /** Closes the open snippet once what it began has settled. @throws {Enough} behind the last one. */
  async end(ordinal: number): Promise<void> {
    await this.#around.settle();
    this.#noteUnreached();
    this.#around.post({ type: 'end', end: this.#result() });
    this.#open = ordinal === this.#open ? -1 : this.#open;
    if (ordinal === this.#job.last) throw new Enough();
  }

  /** `expression // => value` */
  is<Value>(site: number, actual: Value, expected: NoInfer<Value>): void {
    this.#value = actual;
    if (equal(actual, expected)) this.#held.push(site);
    else this.#mismatch(site, differing(actual, expected), oneLine(render(actual)), render(actual));
  }

  /** `expression // => text…` */
  shows(site: number, actual: unknown): void {
    this.#value = actual;
    const text = oneLine(render(actual));
    if (matches(text, this.#expected(site))) this.#held.push(site);
    else this.#mismatch(site, 'The value is rendered differently.', text, render(actual));
  }

  /** `expression // throws Name: message` */
  throws(site: number, attempt: () => unknown): void {
    try {
      this.#returned(site, attempt());
    } catch (error) {
      this.#caught(site, error);
    }
  }

  /** `await expression // throws Name: message` */
  async rejects(site: number, attempt: () => Promise<unknown>): Promise<void> {
    try {
      this.#returned(site, await attempt());
    } catch (error) {
      this.#caught(site, error);
    }
  }

  /** The bare expression at the end of a snippet. */
  value(actual: unknown): void {
    this.#value = actual;
    this.#shown = actual !== undefined;
  }

  /** A snippet marked `throws` threw, as it should. */
  threw(_ordinal: number, error: unknown): void {
    if (error instanceof OutputLimit) throw error;
    this.print(titleOf(error));
  }

  /** A snippet marked `throws` came to its end. */
  didNotThrow(_ordinal: number): void {
    this.#complaints.push('This snippet is marked "throws", but it did not throw.');
  }

  /** Keeps a line that the running snippet prints. @throws when it printed too much. */
  print(line: string): void {
    const owner = this.#around.current();
    if (owner !== this.#open) {
      this.#around.post({
        type: 'stray',
        ordinal: owner,
        complaint: `This was printed after the snippet had ended: ${clip(line)}`,
      });
      return;
    }
    this.#bytes += line.length + 1;
    if (this.#bytes > this.#job.outputLimit) {
      this.#around.post({ type: 'overflow', ordinal: this.#open, end: this.#result() });
      throw new OutputLimit(`The snippet printed more than ${this.#job.outputLimit} bytes.`);
    }
    this.#printed += `${line}\n`;
  }

  /** Notes something wrong beside the expectations. */
  complain(complaint: string): void {
    this.#complaints.push(complaint);
  }

  /** The open snippet threw: reports it with what it had given by then. */
  fail(error: unknown): void {
    this.#around.post({
      type: 'threw',
      ordinal: this.#open,
      error: flatten(error),
      end: this.#result(),
    });
  }

  #returned(site: number, actual: unknown): void {
    this.#mismatch(site, 'Nothing was thrown.', render(actual));
  }

  #caught(site: number, error: unknown): void {
    if (error instanceof OutputLimit) throw error;
    const text = oneLine(titleOf(error));
    const expected = this.#expected(site);
    const name = error instanceof Error ? error.name : '';
    if (matches(text, expected) || expected === name) this.#held.push(site);
    else this.#mismatch(site, 'Another error was thrown.', text);
  }

  #mismatch(site: number, message: string, received: string, full = received): void {
    const replacement = message === 'Nothing was thrown.' ? {} : { replacement: received };
    this.#mismatches.push({
      site,
      message,
      expected: this.#expected(site),
      received: full,
      ...replacement,
    });
  }

  #expected(site: number): string {
    return this.#job.sites[site]?.expected ?? '';
  }

  #noteUnreached(): void {
    for (const [site, { ordinal, expected }] of this.#job.sites.entries()) {
      const known =
        this.#held.includes(site) || this.#mismatches.some((other) => other.site === site);
      if (ordinal !== this.#open || known) continue;
      this.#mismatches.push({
        site,
        message: 'This expectation was never reached.',
        expected,
        received: 'nothing',
      });
    }
  }

  #result(): SnippetEnd {
    return {
      ordinal: this.#open,
      printed: this.#printed,
      ...(this.#shown && { value: render(this.#value) }),
      ...(this.#value !== NOTHING && tryCanonical(this.#value)),
      held: [...new Set(this.#held)].filter(
        (site) => !this.#mismatches.some((other) => other.site === site),
      ),
      mismatches: this.#mismatches,
      entered: this.#around.takeEntered(),
      complaints: this.#complaints,
      milliseconds: this.#around.now() - this.#begun,
    };
  }
}

function tryCanonical(value: unknown): Pick<SnippetEnd, 'canonical'> {
  try {
    return { canonical: canonical(value) };
  } catch {
    return {};
  }
}

function differing(actual: unknown, expected: unknown): string {
  if (actual instanceof Promise)
    return 'The value differs: it is a Promise. Put "await" before it.';
  if (render(actual) === render(expected))
    return 'The value differs, though it looks the same. Compare fields of it, or expect it as text with …';
  return 'The value differs.';
}

function titleOf(error: unknown): string {
  if (!(error instanceof Error)) return `Thrown: ${render(error)}`;
  return error.message ? `${error.name}: ${error.message}` : error.name;
}

/** An error, flattened for its way between threads. */
export function flatten(error: unknown): ThrownError {
  if (!(error instanceof Error)) return { name: 'Thrown', message: render(error), stack: '' };
  return { name: error.name, message: error.message, stack: error.stack ?? '' };
}

function clip(line: string): string {
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
