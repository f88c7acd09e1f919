/**
 * Finding what was there before: bytes as literals and references to earlier bytes. The
 * search is zlib's at its usual level, since another search would give other bytes.
 *
 * @module
 */

/** A byte, or `length` bytes as they stood `distance` bytes before. */
export type Token = number | { length: number; distance: number };

const WINDOW = 32_768;
const LEAST = 3;
const MOST = 258;
const LOOKAHEAD = MOST + LEAST + 1;
const FARTHEST = WINDOW - LOOKAHEAD;
const TOO_FAR = 4096;
const GOOD_LENGTH = 8;
const LAZY_LENGTH = 16;
const NICE_LENGTH = 128;
const LONGEST_CHAIN = 128;
const NONE = -1;

interface Match {
  length: number;
  start: number;
}

/** The tokens of some bytes, each with the place in the bytes at which it ends. */
export function* tokenize(bytes: Uint8Array): Generator<[token: Token, end: number]> {
  const search = new Search(bytes);
  let pending = false;
  let match: Match = { length: LEAST - 1, start: NONE };
  for (let at = 0; at < bytes.length; at += 1) {
    const before = match;
    const candidate = search.insert(at);
    match = { length: LEAST - 1, start: NONE };
    if (candidate !== NONE && before.length < LAZY_LENGTH) {
      match = search.longest(at, candidate, before);
      if (match.length === LEAST && at - match.start > TOO_FAR) match.length = LEAST - 1;
    }
    if (before.length >= LEAST && match.length <= before.length) {
      const end = at - 1 + before.length;
      yield [{ length: before.length, distance: at - 1 - before.start }, end];
      for (at += 1; at < end; at += 1) search.insert(at);
      at = end - 1;
      pending = false;
      match = { length: LEAST - 1, start: NONE };
    } else {
      if (pending) yield [bytes[at - 1] ?? 0, at];
      pending = true;
    }
  }
  if (pending) yield [bytes.at(-1) ?? 0, bytes.length];
}

/** Earlier places by a hash of the three bytes that stand there. */
class Search {
  readonly #bytes: Uint8Array;
  readonly #heads = new Int32Array(WINDOW).fill(NONE);
  readonly #earlier: Int32Array;
  /** Where zlib's window begins; what stands just there it cannot refer to. */
  #windowStart = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#earlier = new Int32Array(bytes.length).fill(NONE);
  }

  /** Remembers a place; gives the last one before it that looks alike and is near enough. */
  insert(at: number): number {
    if (at - this.#windowStart > WINDOW + FARTHEST) this.#windowStart += WINDOW;
    if (at + LEAST > this.#bytes.length) return NONE;
    const [first = 0, second = 0, third = 0] = this.#bytes.subarray(at, at + LEAST);
    const hash = ((first << 10) ^ (second << 5) ^ third) & (WINDOW - 1);
    const found = this.#heads[hash] ?? NONE;
    this.#earlier[at] = found;
    this.#heads[hash] = at;
    return found > this.#windowStart && at - found <= FARTHEST ? found : NONE;
  }

  /** The longest match that is longer than the one before, looking back through like places. */
  longest(at: number, candidate: number, before: Match): Match {
    const bytes = this.#bytes;
    const left = Math.min(bytes.length - at, MOST);
    const nice = Math.min(NICE_LENGTH, left);
    const limit = Math.max(at - FARTHEST, this.#windowStart);
    const best: Match = { length: before.length, start: before.start };
    let tries = before.length >= GOOD_LENGTH ? LONGEST_CHAIN >> 2 : LONGEST_CHAIN;
    for (let start = candidate; tries > 0; tries -= 1) {
      const length = commonLength(bytes, start, at, left);
      if (length > best.length) {
        best.length = length;
        best.start = start;
        if (length >= nice) break;
      }
      start = this.#earlier[start] ?? NONE;
      if (start <= limit) break;
    }
    return { length: Math.min(best.length, bytes.length - at), start: best.start };
  }
}

function commonLength(bytes: Uint8Array, one: number, other: number, most: number): number {
  let length = 0;
  while (length < most && bytes[one + length] === bytes[other + length]) length += 1;
  return length;
}
