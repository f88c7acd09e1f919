/**
 * The golden traces: what real Django 2.2.28 did with three layers, A around B around C, and a
 * view. Each becomes a line that goes in and comes out.
 *
 * @module
 */

import file from '../../test/golden/middleware-traces.json' with { type: 'json' };

/** One recorded request. */
export interface GoldenTrace {
  /** What is special about it, such as `B.rq raises`. */
  name: string;
  /** Hooks in the order in which they were entered, `VIEW`, `render`, and what the server did. */
  trace: string[];
  /** What left the handler, where something did. */
  escaped: { type: string; message: string } | null;
}

/** A spot of the line: how deep it is, what it is called, and how it ended. */
export interface TraceSpot {
  /** 0 for the server, 1 to 3 for A to C, 4 for the view. */
  depth: number;
  label: string;
  kind: 'in' | 'out' | 'error' | 'late';
}

/** Every golden trace, in the order of their recording. */
export const goldenTraces = file.cases as GoldenTrace[];

const DEPTHS: Readonly<Record<string, number>> = { A: 1, B: 2, C: 3, VIEW: 4, render: 4 };
const KINDS: Readonly<Record<string, TraceSpot['kind']>> = {
  rq: 'in',
  vw: 'in',
  tr: 'late',
  ex: 'error',
  rs: 'out',
};

/** The spots of a trace. @throws an `Error` for a mark that is unknown. */
export function spotsOf({ trace, escaped }: GoldenTrace): TraceSpot[] {
  const spots = trace.flatMap((mark): TraceSpot[] => {
    const [, where = '', hook = '', saw = ''] = /^(\w+)(?:\.(\w+))?(?:\((\w+)\))?/.exec(mark) ?? [];
    if (mark.startsWith('chunk') || mark === 'close') return [];
    if (where === 'start_response') {
      return [{ depth: 0, label: mark.split(' ')[1] ?? '', kind: 'out' }];
    }
    const depth = DEPTHS[where];
    const kind = hook === '' ? 'in' : KINDS[hook];
    if (depth === undefined || kind === undefined) throw new Error(`A trace has "${mark}" in it.`);
    const label = hook === '' ? where.toLowerCase() : saw === '' ? hook : `${hook} ${saw}`;
    return [{ depth, label, kind }];
  });
  return escaped ? [...spots, { depth: 0, label: escaped.type, kind: 'error' }] : spots;
}
