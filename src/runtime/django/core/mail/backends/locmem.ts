/**
 * Keeps messages instead of sending them.
 *
 * @module
 */

import { defineModule } from '../../../../importlib.ts';
import type { EmailMessage } from '../message.ts';
import { openOutbox } from '../outbox.ts';
import { type BackendOptions, BaseEmailBackend } from './base.ts';

/** Puts messages into the outbox of the process. @models django.core.mail.backends.locmem:EmailBackend */
export class EmailBackend extends BaseEmailBackend {
  constructor(options: BackendOptions = {}) {
    super(options);
    openOutbox();
  }

  /** Keeps messages whose headers are sound. @throws {BadHeaderError} @models django.core.mail.backends.locmem:EmailBackend.send_messages */
  override sendMessages(messages: readonly EmailMessage[]): number {
    for (const message of messages) {
      message.message();
      openOutbox().push(message);
    }
    return messages.length;
  }
}

defineModule('django.core.mail.backends.locmem', { EmailBackend });
