/**
 * Where the lines that the ledger names can be read.
 *
 * @module
 */

/** The releases whose lines the ledger names, by the first part of their paths. */
const REPOSITORIES: Record<string, string> = {
  django: 'https://github.com/django/django/blob/2.2.28/django',
  cpython: 'https://github.com/python/cpython/blob/v3.13.0',
};

/** A line with its address. */
export interface SourceLine {
  /** As the ledger names it, without what all lines of its release have in common. */
  text: string;
  address: string;
}

/** Finds `django/core/wsgi.py:12` at the tag of its release; undefined for another project. */
export function sourceLine(line: string): SourceLine | undefined {
  const parts = /^(\w+)\/([\w./-]+):(\d+)$/.exec(line);
  const [, project = '', path = '', number = ''] = parts ?? [];
  const repository = REPOSITORIES[project];
  if (repository === undefined) return undefined;
  return {
    text: `${path.replace(/^Lib\//, '')}:${number}`,
    address: `${repository}/${path}#L${number}`,
  };
}
