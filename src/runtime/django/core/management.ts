/**
 * `django-admin` and `manage.py`: which command is meant, and what has to be ready before it.
 *
 * @module
 */

import { type Namespace } from '../../argparse.ts';
import { ImportError, isException, SystemExit } from '../../builtins.ts';
import { getCloseMatches } from '../../difflib.ts';
import { registerModule } from '../../importlib.ts';
import { environ } from '../../os.ts';
import { repr } from '../../repr.ts';
import { stderr, stdout } from '../../sys.ts';
import { setup } from '../../django.ts';
import { apps } from '../apps/registry.ts';
import { ENVIRONMENT_VARIABLE, settings } from '../conf.ts';
import { checkErrors } from '../utils/autoreload.ts';
import { getVersion } from '../utils/version.ts';
import { ImproperlyConfigured } from './exceptions.ts';
import {
  type BaseCommand,
  CommandError,
  CommandParser,
  handleDefaultOptions,
} from './management/base.ts';
import { colorStyle } from './management/color.ts';
import * as check from './management/commands/check.ts';
import { getCommands, loadCommandClass } from './management/find-commands.ts';

export { BaseCommand, CommandError } from './management/base.ts';
export { callCommand } from './management/call-command.ts';
export { findCommands, getCommands, loadCommandClass } from './management/find-commands.ts';

registerModule('django.core.management.commands.check', check);

/** A command line on its way to its command. @models django.core.management:ManagementUtility */
export class ManagementUtility {
  /** The words of the command line, the program's path first. */
  argv: string[];
  /** The program as it is called in messages. */
  readonly progName: string;
  /** Why there are no settings. */
  settingsException: Error | null = null;

  constructor(argv: readonly string[]) {
    this.argv = [...argv];
    const [path = ''] = this.argv;
    const name = path.slice(path.lastIndexOf('/') + 1);
    this.progName = name === '__main__.py' ? 'python -m django' : name;
  }

  /** What there is to call. @models django.core.management:ManagementUtility.main_help_text */
  mainHelpText(commandsOnly = false): string {
    const commands = getCommands();
    if (commandsOnly) return [...commands.keys()].toSorted().join('\n');
    const lines = [
      '',
      `Type '${this.progName} help <subcommand>' for help on a specific subcommand.`,
      '',
      'Available subcommands:',
    ];
    const style = colorStyle();
    const byApp = Map.groupBy(commands.keys(), (name) => groupOf(commands.get(name)));
    for (const app of [...byApp.keys()].toSorted()) {
      const names = (byApp.get(app) ?? []).toSorted().map((name) => `    ${name}`);
      lines.push('', style.NOTICE(`[${app}]`), ...names);
    }
    if (this.settingsException) {
      const why = this.settingsException.message;
      lines.push(
        style.NOTICE(
          `Note that only Django core commands are listed as settings are not properly configured (error: ${why}).`,
        ),
      );
    }
    return lines.join('\n');
  }

  /** A command by its name; without one of that name the program ends with status 1. @throws {SystemExit} and what is wrong with the settings. @models django.core.management:ManagementUtility.fetch_command */
  fetchCommand(subcommand: string): BaseCommand {
    const commands = getCommands();
    const place = commands.get(subcommand);
    if (place !== undefined) {
      return typeof place === 'string' ? loadCommandClass(place, subcommand) : place;
    }
    if (environ()[ENVIRONMENT_VARIABLE]) void settings.INSTALLED_APPS;
    else stderr().write('No Django settings specified.\n');
    const [match] = getCloseMatches(subcommand, commands.keys());
    const hint = match === undefined ? '' : `. Did you mean ${match}?`;
    stderr().write(`Unknown command: ${repr(subcommand)}${hint}`);
    stderr().write(`\nType '${this.progName} help' for usage.\n`);
    throw new SystemExit(1);
  }

  /** Finds out what is asked for, readies Django and does it; a promise where a command serves. @throws {SystemExit} and what a command throws. @models django.core.management:ManagementUtility.execute */
  execute(): void | Promise<void> {
    const subcommand = this.argv[1] ?? 'help';
    const options = this.#readSettingsOption();
    this.#touchSettings();
    if (settings.configured) this.#setUp(subcommand);

    const rest = this.argv.slice(1);
    const words = (options['args'] ?? []) as string[];
    if (subcommand === 'help') this.#help(this.argv.includes('--commands'), words);
    else if (subcommand === 'version' || isOnly(rest, '--version')) say(getVersion());
    else if (isOnly(rest, '--help') || isOnly(rest, '-h')) say(this.mainHelpText());
    else return this.fetchCommand(subcommand).runFromArgv(this.argv);
  }

  #readSettingsOption(): Namespace {
    const usage = '%(prog)s subcommand [options] [args]';
    const parser = new CommandParser({ usage, addHelp: false, allowAbbrev: false });
    parser.addArgument('--settings');
    parser.addArgument('--pythonpath');
    parser.addArgument('args', { nargs: '*' });
    try {
      const [options] = parser.parseKnownArgs(this.argv.slice(2));
      handleDefaultOptions(options);
      return options;
    } catch (error) {
      if (error instanceof CommandError) return {};
      throw error;
    }
  }

  #touchSettings(): void {
    try {
      void settings.INSTALLED_APPS;
    } catch (error) {
      if (!(error instanceof ImproperlyConfigured || error instanceof ImportError)) throw error;
      this.settingsException = error;
    }
  }

  /** Readies Django; a server that watches its files starts even where that fails. */
  #setUp(subcommand: string): void {
    if (subcommand !== 'runserver' || this.argv.includes('--noreload')) {
      setup();
      return;
    }
    try {
      checkErrors(() => setup())();
    } catch (error) {
      if (!isException(error)) throw error;
      apps.pretendReady();
      const parser = this.fetchCommand('runserver').createParser('django', 'runserver');
      const [, unknown] = parser.parseKnownArgs(this.argv.slice(2));
      this.argv = this.argv.filter((word) => !unknown.includes(word));
    }
  }

  #help(commandsOnly: boolean, [subcommand]: readonly string[]): void {
    if (commandsOnly) say(this.mainHelpText(true));
    else if (subcommand === undefined) say(this.mainHelpText());
    else this.fetchCommand(subcommand).printHelp(this.progName, subcommand);
  }
}

/** Does what a command line asks for. @throws {SystemExit} and what a command throws. @models django.core.management:execute_from_command_line */
export function executeFromCommandLine(argv: readonly string[]): void | Promise<void> {
  return new ManagementUtility(argv).execute();
}

function groupOf(place: string | BaseCommand | undefined): string {
  if (place === 'django.core') return 'django';
  return typeof place === 'string' ? place.slice(place.lastIndexOf('.') + 1) : '';
}

function isOnly(words: readonly string[], word: string): boolean {
  return words.length === 1 && words[0] === word;
}

function say(text: string): void {
  stdout().write(`${text}\n`);
}
