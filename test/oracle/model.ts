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
  /** What cases have in common and name; absent where they have nothing. */
  shared?: Record<string, Json>;
  cases: Case[];
}

/** The versions of what was recorded. */
export interface Versions {
  /** Of Python, such as `3.14.2`. */
  python: string;
  /** Of Django, where it was asked. */
  django?: string;
}

/** A suite's cases with what real Python did. */
export interface Recording extends Versions {
  format: typeof FORMAT;
  suite: string;
  shared?: Record<string, Json>;
  cases: RecordedCase[];
}

/** Has real Python answer a file of cases. */
export type Recorder = (file: CaseFile) => Recording;

/** The version of the files' format; it rises when an old file would be misread. */
export const FORMAT = 1;

/** The recording that a recorder's answer makes of a file of cases. */
export function recordingOf(
  { suite, shared, cases }: CaseFile,
  { outs, ...versions }: Versions & { outs: Out[] },
): Recording {
  return {
    format: FORMAT,
    suite,
    ...versions,
    ...(shared && { shared }),
    cases: cases.map((input, index) => ({ in: input, out: outs[index] ?? {} })),
  };
}
