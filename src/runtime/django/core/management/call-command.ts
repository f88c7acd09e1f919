/**
 * Commands called by a program.
 *
 * @module
 */

import { moduleOf } from '../../../importlib.ts';
import { repr, str } from '../../../repr.ts';
import { type BaseCommand, CommandError, type Options, type Outcome } from './base.ts';
import { getCommands, loadCommandClass } from './find-commands.ts';

/** Calls a command with arguments and options, which may go by the names of the command line. @throws {CommandError} @throws a `TypeError` for options that it does not have. @models django.core.management:call_command */
export function callCommand(
  command: string | BaseCommand,
  args: readonly unknown[] = [],
  options: Options = {},
): Outcome {
  const made = typeof command === 'string' ? loadByName(command) : command;
  const name = typeof command === 'string' ? command : nameOf(command);
  const parser = made.createParser('', name);
  const optional = parser.actions.filter(({ optionStrings }) => optionStrings.length > 0);
  const dests = new Map(
    optional.map(({ optionStrings, dest }) => [
      smallest(optionStrings).replace(/^-+/, '').replaceAll('-', '_'),
      dest,
    ]),
  );
  const given = Object.fromEntries(
    Object.entries(options).map(([key, value]) => [dests.get(key) ?? key, value]),
  );
  const required = optional
    .filter((action) => action.required && action.dest in options)
    .map(({ optionStrings, dest }) => `${smallest(optionStrings)}=${str(given[dest])}`);
  const parsed = parser.parseArgs([...args.map((arg) => str(arg)), ...required]);
  const stealth = [...made.baseStealthOptions, ...made.stealthOptions];
  const valid = new Set([...parser.actions.map(({ dest }) => dest), ...stealth, ...dests.keys()]);
  rejectUnknown(name, Object.keys(options), valid);
  const { args: places = [], ...rest } = { ...parsed, ...given };
  return made.execute(places as string[], { skip_checks: true, ...rest });
}

function loadByName(name: string): BaseCommand {
  const place = getCommands().get(name);
  if (place === undefined) throw new CommandError(`Unknown command: ${repr(name)}`);
  return typeof place === 'string' ? loadCommandClass(place, name) : place;
}

function nameOf(command: BaseCommand): string {
  const module = moduleOf(command.constructor);
  return module.slice(module.lastIndexOf('.') + 1);
}

function smallest(names: readonly string[]): string {
  return names.toSorted((one, other) => (one < other ? -1 : 1))[0] ?? '';
}

function rejectUnknown(name: string, given: readonly string[], valid: ReadonlySet<string>): void {
  const unknown = given.filter((key) => !valid.has(key)).toSorted();
  if (unknown.length === 0) return;
  throw new TypeError(
    `Unknown option(s) for ${name} command: ${unknown.join(', ')}. Valid options are: ${[...valid].toSorted().join(', ')}.`,
  );
}
