/**
 * What goes on in the project as a request is answered: signals and log records, one line each.
 *
 * @module
 */

import { Handler, type LogRecord, root } from '../../logging.ts';
import { userLoggedIn, userLoggedOut, userLoginFailed } from '../../django/contrib/auth.ts';
import { gotRequestException, requestFinished, requestStarted } from '../../django/core/signals.ts';
import type { ConnectOptions } from '../../django/dispatch/dispatcher.ts';

interface Announcing {
  connect(receiver: () => unknown, options: ConnectOptions): void;
}

const SIGNALS: Readonly<Record<string, Announcing>> = {
  request_started: requestStarted,
  request_finished: requestFinished,
  got_request_exception: gotRequestException,
  user_logged_in: userLoggedIn,
  user_logged_out: userLoggedOut,
  user_login_failed: userLoginFailed,
};

/** Notes signals by their names, and log records as `LEVEL logger: message`, from now on. */
export function noteEvents(note: (line: string) => void): void {
  for (const [name, signal] of Object.entries(SIGNALS))
    signal.connect(() => note(name), { weak: false });
  root.addHandler(new Noting(note));
}

class Noting extends Handler {
  readonly #note: (line: string) => void;

  constructor(note: (line: string) => void) {
    super();
    this.#note = note;
  }

  override emit({ levelName, name, message }: LogRecord): void {
    this.#note(`${levelName} ${name}: ${message}`);
  }
}
