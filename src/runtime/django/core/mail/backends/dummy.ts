/**
 * Does nothing with messages.
 *
 * @module
 */

import { defineModule } from '../../../../importlib.ts';
import type { EmailMessage } from '../message.ts';
import { BaseEmailBackend } from './base.ts';

/** Lets messages go nowhere. @models django.core.mail.backends.dummy:EmailBackend */
export class EmailBackend extends BaseEmailBackend {
  /** Counts messages. @models django.core.mail.backends.dummy:EmailBackend.send_messages */
  override sendMessages(messages: readonly EmailMessage[]): number {
    return messages.length;
  }
}

defineModule('django.core.mail.backends.dummy', { EmailBackend });
