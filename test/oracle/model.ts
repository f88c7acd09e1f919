/**
 * The vocabulary of the oracle: cases, which hold inputs alone, and recordings, which add what
 * real Python did with them. `README.md` describes each part, `schema.json` checks the files.
 *
 * @module
 */

/** What JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One input; the other fields belong to its suite. */
export interface Case {
  /** Unique in its suite. */
  id: string;
  [field: string]: Json;
}

/** What was seen from outside, field by field. */
export type Out = Record<string, Json>;

/** An input with what real Python did. */
export interface RecordedCase {
  in: Case;
  out: Out;
}

/** A suite's cases before they are recorded. */
export interface CaseFile {
  suite: string;
  cases: Case[];
}

/** A suite's cases with what real Python did. */
export interface Recording {
  format: typeof FORMAT;
  suite: string;
  /** The version of the Python that was recorded, such as `3.14.2`. */
  python: string;
  cases: RecordedCase[];
}

/** The version of the files' format; it rises when an old file would be misread. */
export const FORMAT = 1;

/** The names of the suites there are. */
export const SUITES = ['wsgiref-handler', 'wsgiref-values'] as const;

/** The name of a suite. */
export type SuiteName = (typeof SUITES)[number];

/** The suite of that name. @throws an `Error` where there is none. */
export function suiteName(name: string): SuiteName {
  const known = SUITES.find((suite) => suite === name);
  if (known === undefined) {
    throw new Error(`There is no suite ${JSON.stringify(name)}; there are ${SUITES.join(', ')}.`);
  }
  return known;
}
