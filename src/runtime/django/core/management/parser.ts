/**
 * The command lines of commands.
 *
 * @module
 */

import {
  type Action,
  ArgumentParser,
  type Namespace,
  type ParserOptions,
} from '../../../argparse.ts';
import { environ } from '../../../os.ts';
import { ENVIRONMENT_VARIABLE } from '../../conf.ts';
import { CommandError } from './errors.ts';

const SHOWN_LAST: ReadonlySet<string> = new Set([
  '--version',
  '--verbosity',
  '--traceback',
  '--settings',
  '--pythonpath',
  '--no-color',
  '--force-color',
]);

/** What can be said of a command's parser beside the usual. */
export interface CommandParserOptions extends ParserOptions {
  /** What is said where there is no argument at all. */
  missingArgsMessage?: string | null;
  /** Whether a mistake ends the program, or is thrown. */
  calledFromCommandLine?: boolean;
}

/** A parser that throws what is wrong, unless it was called from a command line. @models django.core.management.base:CommandParser */
export class CommandParser extends ArgumentParser {
  readonly #missingArgsMessage: string | null;
  readonly #calledFromCommandLine: boolean;

  constructor(options: CommandParserOptions = {}) {
    super({ order: commonLast, ...options });
    this.#missingArgsMessage = options.missingArgsMessage ?? null;
    this.#calledFromCommandLine = options.calledFromCommandLine ?? false;
  }

  /** @throws {CommandError} @throws {SystemExit} @models django.core.management.base:CommandParser.parse_args */
  override parseArgs(words: readonly string[]): Namespace {
    if (this.#missingArgsMessage !== null && words.length === 0) {
      this.error(this.#missingArgsMessage);
    }
    return super.parseArgs(words);
  }

  /** @throws {CommandError} @throws {SystemExit} @models django.core.management.base:CommandParser.error */
  override error(message: string): never {
    if (this.#calledFromCommandLine) return super.error(message);
    throw new CommandError(`Error: ${message}`);
  }
}

/** Does what `--settings` asks for. There is no search path that `--pythonpath` could add to. @models django.core.management.base:handle_default_options */
export function handleDefaultOptions(options: Namespace): void {
  if (options['settings']) environ()[ENVIRONMENT_VARIABLE] = String(options['settings']);
}

/** What all commands have in common comes last. @models django.core.management.base:DjangoHelpFormatter */
function commonLast(actions: readonly Action[]): readonly Action[] {
  const isCommon = ({ optionStrings }: Action) =>
    optionStrings.some((name) => SHOWN_LAST.has(name));
  return [...actions.filter((action) => !isCommon(action)), ...actions.filter(isCommon)];
}
