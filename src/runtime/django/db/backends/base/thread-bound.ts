/**
 * A connection belongs to the thread that made it.
 *
 * @module
 */

import { RuntimeError } from '../../../../builtins.ts';
import { currentThread } from '../../../../threading.ts';
import { DatabaseError } from '../../errors.ts';

/** What may be used in its own thread alone, unless it was told otherwise. */
export class ThreadBound {
  readonly alias: string;
  readonly #ident = currentThread().ident;
  #sharing = 0;

  constructor(alias: string) {
    this.alias = alias;
  }

  /** Whether other threads may use it. @models django.db.backends.base.base:BaseDatabaseWrapper.allow_thread_sharing */
  get allowThreadSharing(): boolean {
    return this.#sharing > 0;
  }

  /** Lets other threads use it until it is taken back. @models django.db.backends.base.base:BaseDatabaseWrapper.inc_thread_sharing */
  incThreadSharing(): void {
    this.#sharing += 1;
  }

  /** Takes back one permission. @throws {RuntimeError} where there is none. @models django.db.backends.base.base:BaseDatabaseWrapper.dec_thread_sharing */
  decThreadSharing(): void {
    if (this.#sharing <= 0) {
      throw new RuntimeError('Cannot decrement the thread sharing count below zero.');
    }
    this.#sharing -= 1;
  }

  /** @throws {DatabaseError} in a thread that may not use it. @models django.db.backends.base.base:BaseDatabaseWrapper.validate_thread_sharing */
  validateThreadSharing(): void {
    const here = currentThread().ident;
    if (this.allowThreadSharing || here === this.#ident) return;
    throw new DatabaseError(
      `DatabaseWrapper objects created in a thread can only be used in that same thread. The object with alias '${this.alias}' was created in thread id ${this.#ident} and this is thread id ${here}.`,
    );
  }
}
