/**
 * Usage and help, laid out for a terminal.
 *
 * @module
 */

import { wrap } from '../textwrap.ts';
import { type Action, placeholderOf, takesValue } from './action.ts';

const WIDTH = 78;
const HELP_COLUMN = 24;
const INDENT = '  ';

/** What there is to say about a parser. */
export interface HelpSubject {
  readonly prog: string;
  /** A usage of its own; `%(prog)s` stands for the program. */
  readonly usage: string | null;
  readonly description: string | null;
  readonly actions: readonly Action[];
}

/** The usage, in as many lines as it needs. @models argparse:HelpFormatter.add_usage */
export function formatUsage({ prog, usage, actions }: HelpSubject): string {
  const prefix = 'usage: ';
  if (usage !== null) return `${prefix}${usage.replaceAll('%(prog)s', prog)}\n`;
  const options = actions.filter(isOption).map(optionUsage);
  const places = actions.filter((action) => !isOption(action)).map(placeUsage);
  const line = [prog, ...options, ...places].join(' ');
  if (prefix.length + line.length <= WIDTH) return `${prefix}${line}\n`;
  const indent = ' '.repeat(prefix.length + prog.length + 1);
  if (options.length === 0) {
    return `${prefix}${fill([prog, ...places], indent, prefix.length).join('\n')}\n`;
  }
  const lines = fill([prog, ...options], indent, prefix.length);
  return `${prefix}${[...lines, ...fill(places, indent)].join('\n')}\n`;
}

/** The whole help. @models argparse:ArgumentParser.format_help */
export function formatHelp(subject: HelpSubject): string {
  const { description, actions } = subject;
  const column = Math.min(HELP_COLUMN, Math.max(...actions.map(invocationLength), 0) + 4);
  const group = (title: string, members: readonly Action[]) =>
    members.length === 0
      ? ''
      : `\n${title}:\n${members.map((action) => entry(action, column)).join('')}`;
  const told = description ? `\n${wrap(squeezed(description), WIDTH).join('\n')}\n` : '';
  return [
    formatUsage(subject),
    told,
    group(
      'positional arguments',
      actions.filter((action) => !isOption(action)),
    ),
    group('options', actions.filter(isOption)),
  ].join('');
}

function isOption({ optionStrings }: Action): boolean {
  return optionStrings.length > 0;
}

function optionUsage(action: Action): string {
  const [first = ''] = action.optionStrings;
  const part = takesValue(action) ? `${first} ${valueUsage(action)}` : first;
  return action.required ? part : `[${part}]`;
}

function placeUsage(action: Action): string {
  return valueUsage(action);
}

function valueUsage(action: Action): string {
  const name = placeholderOf(action);
  if (action.nargs === '?') return `[${name}]`;
  if (action.nargs === '*') return `[${name} ...]`;
  return action.nargs === '+' ? `${name} [${name} ...]` : name;
}

function invocation(action: Action): string {
  if (!isOption(action)) return placeholderOf(action);
  if (!takesValue(action)) return action.optionStrings.join(', ');
  return action.optionStrings.map((option) => `${option} ${valueUsage(action)}`).join(', ');
}

function invocationLength(action: Action): number {
  return invocation(action).length;
}

function entry(action: Action, column: number): string {
  const head = `${INDENT}${invocation(action)}`;
  if (!action.help) return `${head}\n`;
  const lines = wrap(squeezed(action.help), Math.max(WIDTH - column, 11));
  const margin = ' '.repeat(column);
  if (head.length + INDENT.length > column) {
    return [head, ...lines.map((line) => margin + line)].map((line) => `${line}\n`).join('');
  }
  const [first = '', ...rest] = lines;
  return [head.padEnd(column) + first, ...rest.map((line) => margin + line)]
    .map((line) => `${line}\n`)
    .join('');
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Parts in lines; the first line begins where `used` characters stand already. */
function fill(parts: readonly string[], indent: string, used?: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  let length = (used ?? indent.length) - 1;
  for (const part of parts) {
    if (length + 1 + part.length > WIDTH && line.length > 0) {
      lines.push(line.join(' '));
      line = [];
      length = indent.length - 1;
    }
    line.push(part);
    length += part.length + 1;
  }
  if (line.length > 0) lines.push(line.join(' '));
  return lines.map((text, index) => (index === 0 && used !== undefined ? text : indent + text));
}
