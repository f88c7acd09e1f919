/**
 * The queries of a connection, newest last, as many as there is room for.
 *
 * @module
 */

/** A query that was run. */
export interface LoggedQuery {
  sql: string;
  /** How long it took, in seconds with three decimals. */
  time: string;
}

/** Keeps the last queries; a deque with a longest length in Python. @models collections:deque */
export class QueryLog implements Iterable<LoggedQuery> {
  /** How many it keeps. @models collections:deque.maxlen */
  readonly maxlen: number;
  readonly #queries: LoggedQuery[] = [];

  constructor(maxlen: number) {
    this.maxlen = maxlen;
  }

  /** How many it holds. */
  get length(): number {
    return this.#queries.length;
  }

  /** Adds a query; the oldest goes where there is no room. @models collections:deque.append */
  append(query: LoggedQuery): void {
    this.#queries.push(query);
    if (this.#queries.length > this.maxlen) this.#queries.shift();
  }

  /** Forgets them all. @models collections:deque.clear */
  clear(): void {
    if (this.#queries.length > 0) this.#queries.length = 0;
  }

  /** From the oldest to the newest. */
  [Symbol.iterator](): Iterator<LoggedQuery> {
    return this.#queries[Symbol.iterator]();
  }
}
