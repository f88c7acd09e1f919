/**
 * One command line on its way through a parser.
 *
 * @module
 */

import { repr } from '../repr.ts';
import { type Action, nameOf, takesValue } from './action.ts';
import { classify, isAmbiguous, type OptionTable, type OptionWord } from './classify.ts';

/** The values by where they are kept. */
export type Namespace = Record<string, unknown>;

/** What a run needs of its parser. */
export interface RunHost {
  readonly actions: readonly Action[];
  readonly allowAbbrev: boolean;
  error(message: string): never;
  /** Does what `help` and `version` do. */
  perform(action: Action): void;
}

const EXPECTED: Record<string, string> = {
  '': 'expected one argument',
  '?': 'expected at most one argument',
  '+': 'expected at least one argument',
};

/** Reads words into a namespace; what fits nowhere is left over. @models argparse:ArgumentParser._parse_known_args */
export class Run {
  readonly #host: RunHost;
  readonly #words: readonly string[];
  readonly #options: ReadonlyMap<number, OptionWord>;
  /** One letter for each word: an option, a value, or the hyphens that end the options. */
  readonly #pattern: string;
  readonly #table: OptionTable;
  readonly #namespace: Namespace = {};
  readonly #extras: string[] = [];
  readonly #seen = new Set<Action>();
  #places: Action[];

  constructor(host: RunHost, words: readonly string[]) {
    this.#host = host;
    this.#words = words;
    this.#places = host.actions.filter(({ optionStrings }) => optionStrings.length === 0);
    this.#table = new Map(
      host.actions.flatMap((action) => action.optionStrings.map((name) => [name, action] as const)),
    );
    for (const action of host.actions) {
      const { kind, dest, fallback } = action;
      if (kind === 'help' || kind === 'version' || dest in this.#namespace) continue;
      this.#namespace[dest] = fallback;
    }
    [this.#pattern, this.#options] = this.#classifyAll();
  }

  /** The namespace, and the words that are left over. */
  finish(): [namespace: Namespace, extras: string[]] {
    const last = Math.max(...this.#options.keys(), -1);
    let start = 0;
    while (start <= last) {
      const next = Math.min(...Array.from(this.#options.keys()).filter((place) => place >= start));
      if (start !== next) {
        const end = this.#takePlaces(start);
        if (end > start) {
          start = end;
          continue;
        }
      }
      if (!this.#options.has(start)) this.#extras.push(...this.#words.slice(start, next));
      start = this.#takeOption(next);
    }
    const end = this.#takePlaces(start);
    this.#extras.push(...this.#words.slice(end));
    this.#requireAll();
    return [this.#namespace, this.#extras];
  }

  #classifyAll(): [pattern: string, options: Map<number, OptionWord>] {
    const options = new Map<number, OptionWord>();
    let pattern = '';
    let ended = false;
    for (const [place, word] of this.#words.entries()) {
      if (!ended && word === '--') {
        ended = true;
        pattern += '-';
        continue;
      }
      const found = ended ? null : classify(word, this.#table, this.#host.allowAbbrev);
      if (isAmbiguous(found)) {
        this.#host.error(`ambiguous option: ${found.word} could match ${found.matches.join(', ')}`);
      }
      if (found) options.set(place, found);
      pattern += found ? 'O' : 'A';
    }
    return [pattern, options];
  }

  /** Gives values to as many arguments that go by place as there are values for. */
  #takePlaces(start: number): number {
    const counts = matchPartial(this.#places, this.#pattern.slice(start));
    let place = start;
    for (const [index, count] of counts.entries()) {
      const action = this.#places[index];
      if (action) this.#take(action, this.#words.slice(place, place + count));
      place += count;
    }
    this.#places = this.#places.slice(counts.length);
    return place;
  }

  #takeOption(place: number): number {
    const word = this.#options.get(place);
    if (!word?.action) {
      this.#extras.push(this.#words[place] ?? '');
      return place + 1;
    }
    const { action, name, explicit } = word;
    if (explicit !== null) {
      this.#takeExplicit(action, name, explicit);
      return place + 1;
    }
    const rest = this.#pattern.slice(place + 1);
    const count = takesValue(action) ? this.#countFor(action, rest) : 0;
    this.#take(action, this.#words.slice(place + 1, place + 1 + count));
    return place + 1 + count;
  }

  #takeExplicit(action: Action, name: string, explicit: string): void {
    if (takesValue(action)) {
      this.#take(action, [explicit]);
      return;
    }
    const next = name.startsWith('--') ? undefined : this.#table.get(`-${explicit.charAt(0)}`);
    if (!next) this.#fail(action, `ignored explicit argument ${repr(explicit)}`);
    this.#take(action, []);
    const rest = explicit.slice(1);
    if (rest !== '') this.#takeExplicit(next, `-${explicit.charAt(0)}`, rest);
    else if (takesValue(next)) this.#fail(next, EXPECTED[next.nargs ?? ''] ?? '');
    else this.#take(next, []);
  }

  #countFor(action: Action, pattern: string): number {
    const found = new RegExp(`^${valuePattern(action).replaceAll('-*', '').replaceAll('-', '')}`);
    const match = found.exec(pattern);
    if (!match) this.#fail(action, EXPECTED[action.nargs ?? ''] ?? '');
    return match[0].length;
  }

  #take(action: Action, words: readonly string[]): void {
    this.#seen.add(action);
    const { kind, dest } = action;
    if (kind === 'store_true' || kind === 'store_false') {
      this.#namespace[dest] = kind === 'store_true';
    } else if (kind === 'store') {
      this.#namespace[dest] = this.#valueOf(action, words);
    } else if (kind === 'append') {
      const before = (this.#namespace[dest] ?? []) as unknown[];
      this.#namespace[dest] = [...before, this.#valueOf(action, words)];
    } else {
      this.#host.perform(action);
    }
  }

  /** @models argparse:ArgumentParser._get_values */
  #valueOf(action: Action, words: readonly string[]): unknown {
    const values = words.filter((word, index) => word !== '--' || words.indexOf('--') !== index);
    if (action.nargs === '?' && values.length === 0) return action.fallback;
    if (action.nargs === '*' && values.length === 0) return action.fallback ?? [];
    const converted = values.map((value) => this.#convert(action, value));
    return action.nargs === '*' || action.nargs === '+' ? converted : converted[0];
  }

  #convert(action: Action, word: string): string | number {
    if (action.isInteger && !/^\s*[+-]?\d+(?:_\d+)*\s*$/.test(word)) {
      this.#fail(action, `invalid int value: ${repr(word)}`);
    }
    const value = action.isInteger ? Number(word.replaceAll('_', '')) : word;
    if (action.choices && !action.choices.includes(value)) {
      const choices = action.choices.map((choice) => repr(choice)).join(', ');
      this.#fail(action, `invalid choice: ${repr(value)} (choose from ${choices})`);
    }
    return value;
  }

  #requireAll(): void {
    const missing = this.#host.actions.filter((one) => one.required && !this.#seen.has(one));
    if (missing.length === 0) return;
    const names = missing.map((action) => nameOf(action)).join(', ');
    this.#host.error(`the following arguments are required: ${names}`);
  }

  #fail(action: Action, message: string): never {
    return this.#host.error(`argument ${nameOf(action)}: ${message}`);
  }
}

function valuePattern({ nargs }: Action): string {
  if (nargs === '?') return '(-*A?-*)';
  if (nargs === '*') return '(-*[A-]*)';
  return nargs === '+' ? '(-*A[A-]*)' : '(-*A-*)';
}

/** How many words each of the first arguments takes, for as many of them as possible. @models argparse:ArgumentParser._match_arguments_partial */
function matchPartial(actions: readonly Action[], pattern: string): number[] {
  for (let count = actions.length; count > 0; count -= 1) {
    const together = actions.slice(0, count).map(valuePattern).join('');
    const found = new RegExp(`^${together}`).exec(pattern);
    if (found) return found.slice(1).map((part) => part.length);
  }
  return [];
}
