/**
 * Why a zip file is refused.
 *
 * @module
 */

/** A zip file that is none, or that holds what a project may not. The message is for the reader. */
export class ZipError extends Error {
  override name = 'ZipError' as const;
}
