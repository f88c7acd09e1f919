/**
 * Expectations as a page draws them, at their lines.
 *
 * @module
 */

import type { Fence, MarkReport, MarkView, SnippetReport } from '../model.ts';

/** The views of a snippet's expectations. */
export function markViews({ marks }: SnippetReport, fence: Fence): MarkView[] {
  return marks.flatMap((mark) => markView(mark, fence));
}

function markView({ marker, ok, received }: MarkReport, fence: Fence): MarkView[] {
  const index = fence.lineStarts.findIndex(({ line }) => line === marker.place.line);
  const start = fence.lineStarts[index];
  if (!start) return [];
  const from = marker.place.offset - start.offset;
  return [
    {
      line: index + 1,
      start: from,
      end: Math.max(from, marker.end - start.offset),
      kind: marker.kind === 'throws' ? 'throws' : 'value',
      ok,
      expected: marker.expected,
      ...(received !== undefined && { received }),
    },
  ];
}
