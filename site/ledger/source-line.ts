/**
 * Where the lines that the ledger names can be read.
 *
 * @module
 */

import { permalink } from '../../src/models/permalinks.ts';

/** A line with its address. */
export interface SourceLine {
  /** As the ledger names it, without what all lines of its release have in common. */
  text: string;
  address: string;
}

/** Finds `django/core/wsgi.py:12` at the tag of its release; undefined for another project. */
export function sourceLine(line: string): SourceLine | undefined {
  const [, file = '', path = '', number = ''] =
    /^((?:django|cpython)\/([\w./-]+)):(\d+)$/.exec(line) ?? [];
  if (file === '') return undefined;
  return {
    text: `${path.replace(/^Lib\//, '')}:${number}`,
    address: permalink(file, Number(number)),
  };
}
