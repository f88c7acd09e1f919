/**
 * A report as plain text, for mail and for scripts.
 *
 * @module
 */

import { formatExceptionOnly } from '../../../traceback.ts';
import type { Items } from './filter.ts';
import type { Frame, Link } from './frames.ts';
import { type Report, shown } from './report.ts';

/** A report as plain text. */
export function reportAsText(report: Report): string {
  const { title, value, request, postmortem, template, links } = report;
  const sections = [
    [title, value],
    [
      ...(request ? [`Method: ${request.method}`, `Address: ${request.url}`] : []),
      `Django: ${report.version}`,
      `Time of the server: ${report.serverTime}`,
    ],
    postmortem?.flatMap(({ message, backend, tried }) => [
      `Templates tried for ${message} with ${backend?.name ?? ''}:`,
      ...tried.map(
        ([origin, status]) => `  ${origin.loaderName ?? ''}: ${origin.name} (${status})`,
      ),
    ]),
    template && [
      `In the template ${template.name}, line ${template.line}:`,
      ...template.sourceLines.map(([line, text]) => `  ${line} ${text}`),
    ],
    links.length > 0 ? ['Traceback:', ...links.flatMap(linkLines)] : null,
    request ? [`User: ${request.user ?? ''}`] : ['No request is known.'],
    ...(request?.tables ?? []).map(([name, items]) => [`${name}:`, ...itemLines(items)]),
    [`Settings of the module ${report.settingsModule}:`, ...itemLines(report.settings)],
    report.isEmail ? null : ['You see this because DEBUG = True is in the settings.'],
  ];
  return sections
    .filter((section) => section !== null && section !== undefined)
    .map((section) => `${section.join('\n')}\n`)
    .join('\n');
}

function linkLines({ exception, frames }: Link, index: number): string[] {
  const after = index > 0 ? ['It was the cause of the following.'] : [];
  return [...after, ...frames.flatMap(frameLines), formatExceptionOnly(exception).trimEnd()];
}

function frameLines({ name, place, variables }: Frame): string[] {
  return [`  in ${name || '(no name)'} ${place}`.trimEnd(), ...itemLines(variables, '    ')];
}

function itemLines(items: Items, indent = '  '): string[] {
  return items.map(([name, value]) => `${indent}${name} = ${shown(value)}`);
}
