/**
 * The beginnings of a report on a snippet, and what all judges do alike.
 *
 * @module
 */

import type { Failure, Fence, Fix, SnippetReport, SnippetStatus } from '../model.ts';
import { matches, tidy } from '../values/pattern.ts';

/** A report on a snippet of which nothing is known yet. */
export function blankReport(
  { id, ordinal }: Pick<Fence, 'id' | 'ordinal'>,
  status: SnippetStatus,
  judge = '',
): SnippetReport {
  return {
    id,
    ordinal,
    status,
    checks: 0,
    judge,
    printed: '',
    marks: [],
    failures: [],
    fixes: [],
    entered: [],
    milliseconds: 0,
  };
}

/** Compares what was printed with the `output` fence below a snippet, if there is one. */
export function judgeOutput(
  report: SnippetReport,
  fence: Fence,
  file: string,
  source: string,
): void {
  const { output } = fence;
  if (!output) return;
  const printed = tidy(report.printed);
  report.outputHeld = matches(printed, tidy(output.code));
  if (report.outputHeld) {
    report.checks += 1;
    return;
  }
  const place = output.lineStarts[0] ?? output.place;
  report.failures.push({
    file,
    line: place.line,
    column: place.column,
    id: fence.id,
    message: 'The printed text differs.',
    expected: output.code,
    received: printed,
  });
  report.fixes.push(rewriteOutput(output, printed, source));
}

function rewriteOutput(output: Fence, printed: string, source: string): Fix {
  const lineFeed = source.indexOf('\n', output.place.offset);
  const lineStart = source.lastIndexOf('\n', output.place.offset - 1) + 1;
  const margin = source.slice(lineStart, output.place.offset).replaceAll(/[^>\s]/g, ' ');
  const text = printed
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd())
    .join('\n');
  if (output.code === '') return { start: lineFeed + 1, end: lineFeed + 1, text: `${text}\n` };
  return { start: lineFeed + 1, end: output.end, text };
}

/** Failures in the order of their places. */
export function inOrder(failures: Failure[]): Failure[] {
  return failures.toSorted((left, right) => left.line - right.line || left.column - right.column);
}
