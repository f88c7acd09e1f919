/**
 * What a command is made of.
 *
 * Options keep the names that the parser gives them, such as `use_reloader`. There are no
 * migrations in this runtime, so none are checked.
 *
 * @module
 */

import { NotImplementedError, SystemExit } from '../../../builtins.ts';
import type { Namespace } from '../../../argparse.ts';
import { stderr, stdout, type TextStream } from '../../../sys.ts';
import { connections } from '../../db.ts';
import { getVersion } from '../../utils/version.ts';
import { type CheckMessage, ERROR, type RunOptions, runChecks } from '../checks.ts';
import { ImproperlyConfigured } from '../exceptions.ts';
import { colorStyle, noStyle, plain, type Style } from './color.ts';
import { CommandError, SystemCheckError } from './errors.ts';
import { OutputWrapper } from './output.ts';
import { CommandParser, handleDefaultOptions } from './parser.ts';
import { reportOf } from './report.ts';

export { CommandError, SystemCheckError } from './errors.ts';
export { OutputWrapper } from './output.ts';
export { CommandParser, handleDefaultOptions } from './parser.ts';

/** The options of a command by their names. */
export type Options = Namespace;

/** What a command gives back: text to be printed, or, where it serves, a promise of its end. */
export type Outcome = string | null | void | Promise<void>;

/** How a command is made. */
export interface CommandOptions {
  stdout?: TextStream;
  stderr?: TextStream;
  noColor?: boolean;
  forceColor?: boolean;
}

/** How system checks are run for a command. */
export interface CheckOptions extends RunOptions {
  /** Whether the number of issues is told. */
  displayNumErrors?: boolean;
  /** The level from which on a message is a failure. */
  failLevel?: number;
}

/** A command; a subclass says what it does. @models django.core.management.base:BaseCommand */
export abstract class BaseCommand {
  /** What the command does, for its help. */
  readonly help: string = '';
  readonly outputTransaction: boolean = false;
  /** Whether the system checks have to pass before. */
  readonly requiresSystemChecks: boolean = true;
  readonly missingArgsMessage: string | null = null;
  /** Options of all commands that no command line can give. */
  readonly baseStealthOptions: readonly string[] = ['skip_checks', 'stderr', 'stdout'];
  readonly stealthOptions: readonly string[] = [];
  stdout: OutputWrapper;
  stderr: OutputWrapper;
  style: Style;
  #calledFromCommandLine = false;

  /** @throws {CommandError} */
  constructor(options: CommandOptions = {}) {
    const { noColor = false, forceColor = false } = options;
    this.stdout = new OutputWrapper(options.stdout ?? stdout());
    this.stderr = new OutputWrapper(options.stderr ?? stderr());
    if (noColor && forceColor) {
      throw new CommandError("'no_color' and 'force_color' can't be used together.");
    }
    this.style = noColor ? noStyle() : colorStyle(forceColor);
    if (!noColor) this.stderr.styleFunc = this.style.ERROR;
  }

  /** Does the work. @models django.core.management.base:BaseCommand.handle */
  handle(_args: readonly string[], _options: Options): Outcome {
    throw new NotImplementedError('subclasses of BaseCommand must provide a handle() method');
  }

  /** Adds the command's own arguments. @models django.core.management.base:BaseCommand.add_arguments */
  addArguments(_parser: CommandParser): void {}

  /** The release that `--version` tells. @models django.core.management.base:BaseCommand.get_version */
  getVersion(): string {
    return getVersion();
  }

  /** The parser of the command's arguments. @models django.core.management.base:BaseCommand.create_parser */
  createParser(progName: string, subcommand: string): CommandParser {
    const parser = new CommandParser({
      prog: `${progName.slice(progName.lastIndexOf('/') + 1)} ${subcommand}`,
      description: this.help || null,
      missingArgsMessage: this.missingArgsMessage,
      calledFromCommandLine: this.#calledFromCommandLine,
    });
    addCommonArguments(parser, this.getVersion());
    this.addArguments(parser);
    return parser;
  }

  /** Prints the command's help. @models django.core.management.base:BaseCommand.print_help */
  printHelp(progName: string, subcommand: string): void {
    this.createParser(progName, subcommand).printHelp();
  }

  /** Runs the command as a command line asks for it; a CommandError is printed, and ends the program with status 1. @throws {SystemExit} and whatever is no CommandError. @models django.core.management.base:BaseCommand.run_from_argv */
  runFromArgv(argv: readonly string[]): void | Promise<void> {
    this.#calledFromCommandLine = true;
    const [program = '', subcommand = '', ...words] = argv;
    const { args = [], ...options } = this.createParser(program, subcommand).parseArgs(words);
    handleDefaultOptions(options);
    let outcome: Outcome;
    try {
      outcome = this.execute(args as string[], options);
    } catch (error) {
      closeConnections();
      throw this.#reported(error, options);
    }
    if (!(outcome instanceof Promise)) {
      closeConnections();
      return;
    }
    return outcome
      .catch((error: unknown) => {
        throw this.#reported(error, options);
      })
      .finally(closeConnections);
  }

  /** Makes the checks that are needed, does the work, and prints what comes of it. @throws {CommandError} @models django.core.management.base:BaseCommand.execute */
  execute(args: readonly string[], options: Options): Outcome {
    if (options['force_color'] && options['no_color']) {
      throw new CommandError("The --no-color and --force-color options can't be used together.");
    }
    if (options['force_color']) {
      this.style = colorStyle(true);
    } else if (options['no_color']) {
      this.style = noStyle();
      this.stderr.styleFunc = null;
    }
    if (options['stdout']) this.stdout = new OutputWrapper(options['stdout'] as TextStream);
    if (options['stderr']) {
      const paint = this.stderr.styleFunc;
      this.stderr = new OutputWrapper(options['stderr'] as TextStream);
      this.stderr.styleFunc = paint;
    }
    if (this.requiresSystemChecks && !options['skip_checks']) this.check();
    const output = this.handle(args, options);
    if (typeof output !== 'string' || output === '') return output;
    const whole = this.outputTransaction ? this.#inTransaction(output, options) : output;
    this.stdout.write(whole);
    return whole;
  }

  /** Runs the system checks and prints what they found. @throws {SystemCheckError} for anything serious. @models django.core.management.base:BaseCommand.check */
  check(options: CheckOptions = {}): void {
    const { displayNumErrors = false, failLevel = ERROR, ...which } = options;
    const messages = this._runChecks(which);
    const { header, body, footer, visible } = reportOf(messages, this.style, displayNumErrors);
    if (messages.some((message) => message.isSerious(failLevel) && !message.isSilenced())) {
      throw new SystemCheckError(this.style.ERROR(`SystemCheckError: ${header}`) + body + footer);
    }
    const report = header + body + footer;
    if (report === '') return;
    if (visible > 0) this.stderr.write(report, plain);
    else this.stdout.write(report);
  }

  /** @models django.core.management.base:BaseCommand._run_checks */
  protected _runChecks(options: RunOptions): CheckMessage[] {
    return runChecks(options);
  }

  #inTransaction(output: string, options: Options): string {
    const { ops } = connections.get(String(options['database'] ?? 'default'));
    const paint = this.style.SQL_KEYWORD;
    return [paint(ops.startTransactionSql()), output, paint(ops.endTransactionSql())].join('\n');
  }

  #reported(error: unknown, options: Options): unknown {
    if (!(error instanceof CommandError) || options['traceback']) return error;
    if (error instanceof SystemCheckError) this.stderr.write(error.message, plain);
    else this.stderr.write(`${error.constructor.name}: ${error.message}`);
    return new SystemExit(1);
  }
}

function addCommonArguments(parser: CommandParser, version: string): void {
  parser.addArgument('--version', { action: 'version', version });
  parser.addArgument('-v', '--verbosity', {
    default: 1,
    type: 'int',
    choices: [0, 1, 2, 3],
    help: 'Verbosity level; 0=minimal output, 1=normal output, 2=verbose output, 3=very verbose output',
  });
  parser.addArgument('--settings', {
    help: 'The Python path to a settings module, e.g. "myproject.settings.main". If this isn\'t provided, the DJANGO_SETTINGS_MODULE environment variable will be used.',
  });
  parser.addArgument('--pythonpath', {
    help: 'A directory to add to the Python path, e.g. "/home/djangoprojects/myproject".',
  });
  parser.addArgument('--traceback', {
    action: 'store_true',
    help: 'Raise on CommandError exceptions',
  });
  parser.addArgument('--no-color', {
    action: 'store_true',
    help: "Don't colorize the command output.",
  });
  parser.addArgument('--force-color', {
    action: 'store_true',
    help: 'Force colorization of the command output.',
  });
}

function closeConnections(): void {
  try {
    connections.closeAll();
  } catch (error) {
    if (!(error instanceof ImproperlyConfigured)) throw error;
  }
}
