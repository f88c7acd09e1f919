/**
 * An index over the entries of a URLconf: which of them could match a path at all.
 *
 * Entries are kept in a tree by the segments of their routes. What cannot be told from segments
 * (a parameter that takes slashes, an expression, the rest of an included URLconf) hangs where
 * its fixed beginning ends. The index never leaves an entry out that matches; whether one does,
 * and which comes first, the entries decide themselves, in their order.
 *
 * @module
 */

import {
  IntConverter,
  SlugConverter,
  StringConverter,
  UUIDConverter,
  type Converter,
} from './converters.ts';
import { type PathPattern, RegexPattern, RoutePattern } from './patterns.ts';

/** An entry, as far as the index looks at it. */
export interface Indexed {
  readonly pattern: PathPattern;
}

/** What an entry's path begins with: whole segments, where null stands for any. */
interface Beginning {
  segments: (string | null)[];
  /** Whether nothing may follow. */
  whole: boolean;
}

const UNKNOWN: Beginning = { segments: [], whole: false };

class Branch {
  readonly literal = new Map<string, Branch>();
  any: Branch | null = null;
  /** Entries whose path ends here. */
  readonly whole: number[] = [];
  /** Entries after whose beginning anything may come. */
  readonly open: number[] = [];
}

const ONE_SEGMENT = new Set<unknown>([IntConverter, SlugConverter, StringConverter, UUIDConverter]);
const PARAMETER = /<(?:[^>:]+:)?([\p{L}\p{N}_]+)>/gu;

/** Finds the entries that could match a path. */
export class PatternIndex<Entry extends Indexed> {
  readonly entries: readonly Entry[];
  readonly #root = new Branch();

  constructor(entries: readonly Entry[]) {
    this.entries = [...entries];
    for (const [at, { pattern }] of entries.entries()) {
      const { segments, whole } = beginningOf(pattern);
      const branch = segments.reduce(grow, this.#root);
      (whole ? branch.whole : branch.open).push(at);
    }
  }

  /** The entries that could match, in their order. */
  candidates(path: string): Entry[] {
    const found: number[] = [];
    collect(this.#root, path, 0, found);
    if (found.length > 1) found.sort((one, other) => one - other);
    const entries: Entry[] = [];
    for (const at of found) entries.push(this.entries[at] as Entry);
    return entries;
  }
}

function grow(branch: Branch, segment: string | null): Branch {
  if (segment === null) return (branch.any ??= new Branch());
  const known = branch.literal.get(segment) ?? new Branch();
  branch.literal.set(segment, known);
  return known;
}

/** Notes what hangs on a branch, the path being read up to an index, and below. */
function collect(branch: Branch, path: string, start: number, found: number[]): void {
  for (const at of branch.open) found.push(at);
  if (start > path.length) {
    for (const at of branch.whole) found.push(at);
    return;
  }
  const slash = path.indexOf('/', start);
  const end = slash < 0 ? path.length : slash;
  if (branch.literal.size > 0) {
    const literal = branch.literal.get(path.slice(start, end));
    if (literal) collect(literal, path, end + 1, found);
  }
  if (branch.any) collect(branch.any, path, end + 1, found);
}

function beginningOf(pattern: PathPattern): Beginning {
  if (pattern instanceof RoutePattern) return ofRoute(pattern);
  if (pattern instanceof RegexPattern) return ofExpression(pattern);
  return UNKNOWN;
}

function ofRoute(pattern: RoutePattern): Beginning {
  let parameters = 0;
  const marked = String(pattern).replaceAll(PARAMETER, (_, name: string) => {
    parameters += 1;
    return staysInSegment(pattern.converters.get(name)) ? '\0' : '\x01';
  });
  const isPlain = parameters === pattern.converters.size && !marked.includes('\x01');
  if (!isPlain && hasFault(pattern)) return UNKNOWN;
  const fixed = marked.split('\x01', 1)[0] ?? '';
  const segments = fixed.split('/').map((segment) => (segment.includes('\0') ? null : segment));
  const whole = pattern.isEndpoint && fixed === marked;
  return { segments: whole ? segments : segments.slice(0, -1), whole };
}

function staysInSegment(converter: Converter | undefined): boolean {
  return ONE_SEGMENT.has(converter?.constructor);
}

/** A pattern that cannot be compiled has to fail when its turn comes, whatever the path. */
function hasFault(pattern: PathPattern): boolean {
  try {
    void pattern.regex;
    return false;
  } catch {
    return true;
  }
}

/** The text that every match begins with, as far as it can be read without understanding the expression. */
function ofExpression(pattern: RegexPattern): Beginning {
  const expression = String(pattern);
  if (expression.includes('|') || hasFault(pattern)) return UNKNOWN;
  const [, plain = '', next = ''] = /^\^([\w/ \-~@%&=:;,!"'<>]*)([^]?)/u.exec(expression) ?? [];
  const fixed = '*?{'.includes(next) && next !== '' ? plain.slice(0, -1) : plain;
  return { segments: fixed.split('/').slice(0, -1), whole: false };
}
