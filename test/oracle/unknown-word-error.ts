/**
 * A case that nothing can run: it must not look like an outcome.
 *
 * @module
 */

/** A case says something that the replay has no meaning for. */
export class UnknownWordError extends Error {
  override name = 'UnknownWordError';

  constructor(kind: string, word: string) {
    super(`A case names the ${kind} ${JSON.stringify(word)}, which the replay does not know.`);
  }
}

/** The meaning of a word. @throws {UnknownWordError} where it has none. */
export function known<Meaning>(
  meanings: Record<string, Meaning>,
  kind: string,
  word: string,
): Meaning {
  const meaning = Object.hasOwn(meanings, word) ? meanings[word] : undefined;
  if (meaning === undefined) throw new UnknownWordError(kind, word);
  return meaning;
}
