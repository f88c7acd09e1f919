/**
 * What every way of sending has in common.
 *
 * @module
 */

import { NotImplementedError } from '../../../../builtins.ts';
import type { EmailMessage } from '../message.ts';

/** What Python's keyword arguments of a backend are. */
export interface BackendOptions {
  /** Whether a failure is kept from who sends. */
  failSilently?: boolean;
  [option: string]: unknown;
}

/** A way of sending. @models django.core.mail.backends.base:BaseEmailBackend */
export class BaseEmailBackend {
  readonly failSilently: boolean;

  constructor({ failSilently = false }: BackendOptions = {}) {
    this.failSilently = failSilently;
  }

  /** Opens a connection where there is one to open; tells whether it did, `null` where it failed silently. @models django.core.mail.backends.base:BaseEmailBackend.open */
  open(): boolean | null {
    return null;
  }

  /** Closes the connection. @models django.core.mail.backends.base:BaseEmailBackend.close */
  close(): void {}

  /** Sends messages and tells how many went. @throws {NotImplementedError} @models django.core.mail.backends.base:BaseEmailBackend.send_messages */
  sendMessages(_messages: readonly EmailMessage[]): number | null {
    throw new NotImplementedError(
      'subclasses of BaseEmailBackend must override send_messages() method',
    );
  }
}
