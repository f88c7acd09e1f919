/**
 * What system checks found, as text.
 *
 * @module
 */

import { type CheckMessage, CRITICAL, DEBUG, ERROR, INFO, WARNING } from '../checks.ts';
import type { Style } from './color.ts';

const GROUPS: readonly (readonly [title: string, from: number, below: number])[] = [
  ['CRITICALS', CRITICAL, Number.POSITIVE_INFINITY],
  ['ERRORS', ERROR, CRITICAL],
  ['WARNINGS', WARNING, ERROR],
  ['INFOS', INFO, WARNING],
  ['DEBUGS', DEBUG - DEBUG, INFO],
];

/** A report in three parts, and whether it holds anything that is to be seen. */
export interface Report {
  header: string;
  body: string;
  footer: string;
  /** How many messages it shows; those that are silenced do not count. */
  visible: number;
}

/** Messages by their gravity; with the number of issues where that is asked for. @models django.core.management.base:BaseCommand.check */
export function reportOf(
  messages: readonly CheckMessage[],
  style: Style,
  displayNumErrors: boolean,
): Report {
  const shown = messages.filter((message) => !message.isSilenced());
  const visible = shown.length;
  const body = GROUPS.map(([title, from, below]) => {
    const group = shown.filter(({ level }) => level >= from && level < below);
    return group.length > 0 ? `\n${title}:\n${textOf(group, style)}\n` : '';
  }).join('');
  const count = `System check identified ${issues(visible)} (${messages.length - visible} silenced).`;
  return {
    header: visible > 0 ? 'System check identified some issues:\n' : '',
    body,
    footer: displayNumErrors ? `${visible > 0 ? '\n' : ''}${count}` : '',
    visible,
  };
}

function textOf(messages: readonly CheckMessage[], style: Style): string {
  return messages
    .map((message) => (message.isSerious() ? style.ERROR : style.WARNING)(String(message)))
    .toSorted((one, other) => (one < other ? -1 : 1))
    .join('\n');
}

function issues(count: number): string {
  if (count === 0) return 'no issues';
  return count === 1 ? '1 issue' : `${count} issues`;
}
