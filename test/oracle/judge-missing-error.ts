/**
 * A judge that cannot be asked here.
 *
 * @module
 */

/** What is missing and how to get it, as one sentence. */
export class JudgeMissingError extends Error {
  override name = 'JudgeMissingError';
}
