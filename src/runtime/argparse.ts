/**
 * Command lines, as Python's `argparse` reads them and explains them: options with and without
 * values, arguments that go by their place, help. Subparsers and groups are left out.
 *
 * @module
 */

import { SystemExit } from './builtins.ts';
import { type Action, type ArgumentOptions, makeAction } from './argparse/action.ts';
import { formatHelp, formatUsage, type HelpSubject } from './argparse/help.ts';
import { type Namespace, Run, type RunHost } from './argparse/run.ts';
import { stderr, stdout } from './sys.ts';

export type { Action, ArgumentOptions } from './argparse/action.ts';
export type { Namespace } from './argparse/run.ts';

/** What Python's keyword arguments of a parser are. */
export interface ParserOptions {
  prog?: string;
  usage?: string | null;
  description?: string | null;
  /** Whether there is `-h`; true unless told. */
  addHelp?: boolean;
  /** Whether the beginning of a long option is enough; true unless told. */
  allowAbbrev?: boolean;
  /** The order in which arguments are shown; as they were added unless told. */
  order?: (actions: readonly Action[]) => readonly Action[];
}

/** Reads command lines. @models argparse:ArgumentParser */
export class ArgumentParser implements RunHost, HelpSubject {
  readonly prog: string;
  readonly usage: string | null;
  readonly description: string | null;
  readonly allowAbbrev: boolean;
  readonly #actions: Action[] = [];
  readonly #order: (actions: readonly Action[]) => readonly Action[];

  constructor(options: ParserOptions = {}) {
    this.prog = options.prog ?? '';
    this.usage = options.usage ?? null;
    this.description = options.description ?? null;
    this.allowAbbrev = options.allowAbbrev ?? true;
    this.#order = options.order ?? ((actions) => actions);
    if (options.addHelp ?? true) {
      this.addArgument('-h', '--help', { action: 'help', help: 'show this help message and exit' });
    }
  }

  /** The arguments in the order in which they were added. */
  get actions(): readonly Action[] {
    return this.#actions;
  }

  /** Adds an argument: its names, and what there is to say about it. @models argparse:ArgumentParser.add_argument */
  addArgument(...given: [...names: string[], options: ArgumentOptions] | string[]): Action {
    const last = given.at(-1);
    const options = typeof last === 'object' ? last : {};
    const names = given.flatMap((name) => (typeof name === 'string' ? [name] : []));
    const shown =
      options.action === 'version'
        ? { help: "show program's version number and exit", ...options }
        : options;
    const action = makeAction(names, shown);
    this.#actions.push(action);
    return action;
  }

  /** The values of a command line; words that fit nowhere are an error. @throws {SystemExit} @models argparse:ArgumentParser.parse_args */
  parseArgs(words: readonly string[]): Namespace {
    const [namespace, extras] = this.parseKnownArgs(words);
    if (extras.length > 0) this.error(`unrecognized arguments: ${extras.join(' ')}`);
    return namespace;
  }

  /** The values of a command line, and the words that fit nowhere. @throws {SystemExit} @models argparse:ArgumentParser.parse_known_args */
  parseKnownArgs(words: readonly string[]): [namespace: Namespace, extras: string[]] {
    return new Run(this, words).finish();
  }

  /** @models argparse:ArgumentParser.format_usage */
  formatUsage(): string {
    return formatUsage(this.#subject());
  }

  /** @models argparse:ArgumentParser.format_help */
  formatHelp(): string {
    return formatHelp(this.#subject());
  }

  /** Prints the help. @models argparse:ArgumentParser.print_help */
  printHelp(): void {
    stdout().write(this.formatHelp());
  }

  /** Prints the usage and what is wrong, and ends the program with status 2. @throws {SystemExit} @models argparse:ArgumentParser.error */
  error(message: string): never {
    stderr().write(`${this.formatUsage()}${this.prog}: error: ${message}\n`);
    throw new SystemExit(2);
  }

  /** Prints help or version and ends the program. @throws {SystemExit} */
  perform(action: Action): never {
    if (action.kind === 'help') this.printHelp();
    else stdout().write(`${action.version}\n`);
    throw new SystemExit(0);
  }

  #subject(): HelpSubject {
    const { prog, usage, description } = this;
    return { prog, usage, description, actions: this.#order(this.#actions) };
  }
}
