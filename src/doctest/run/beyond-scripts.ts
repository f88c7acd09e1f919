/**
 * Why a chapter is not run as scripts.
 *
 * @module
 */

/** Something that only Node's own loader can do: it has to run the chapter. */
export class BeyondScripts extends Error {
  override name = 'BeyondScripts' as const;
}
