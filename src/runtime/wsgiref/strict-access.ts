/**
 * What one side may use of a thing that the other side handed it. A thing that happens to have
 * more, such as an input that can seek, makes an application that works on one server only.
 *
 * @module
 */

import { repr } from '../repr.ts';
import { ClauseError, type StrictRow } from './strict-checks.ts';

/** What JavaScript itself looks at, whoever holds an object. */
const OF_THE_LANGUAGE: readonly PropertyKey[] = ['constructor', 'then', 'toJSON'];
const TO_CALL = ['apply', 'bind', 'call'];

function onlyUse<T extends object>(
  thing: T,
  allowed: readonly PropertyKey[],
  row: StrictRow,
  complaint: (name: string) => string,
): T {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof name === 'symbol' || allowed.includes(name)) {
        return typeof value === 'function' ? value.bind(target) : value;
      }
      if (OF_THE_LANGUAGE.includes(name)) return value;
      throw new ClauseError(row, complaint(repr(name)));
    },
  });
}

/**
 * The same callable, which can only be called.
 * @throws {ClauseError} (reading a property does) for row 1.
 */
export function onlyCall<T extends object>(
  callable: T,
  who: 'server' | 'application',
  name: string,
): T {
  return onlyUse(
    callable,
    TO_CALL,
    1,
    (property) => `The ${who} looked at ${property} of ${name}, which is only to be called.`,
  );
}

/** The same stream, with its named methods. @throws {ClauseError} (reading a property does) for row 54. */
export function onlyStream<T extends object>(
  stream: T,
  key: 'wsgi.input' | 'wsgi.errors',
  methods: readonly string[],
): T {
  return onlyUse(
    stream,
    [...methods, 'close'],
    54,
    (property) => `The application looked at ${property} of ${key}, which need not be there.`,
  );
}

/**
 * The same result, which can be iterated and closed; it also tells tests whether it was closed.
 * @throws {ClauseError} (reading a property does) for row 24.
 */
export function onlyIterate<T extends object>(result: T): T {
  return onlyUse(
    result,
    ['next', 'return', 'throw', 'close', 'length', 'closed', 'assertClosed'],
    24,
    (property) => `The server looked at ${property} of the result, which need not be there.`,
  );
}
