/**
 * Prints messages instead of sending them.
 *
 * @module
 */

import { isException } from '../../../../builtins.ts';
import { defineModule } from '../../../../importlib.ts';
import { stdout, type TextStream } from '../../../../sys.ts';
import type { EmailMessage } from '../message.ts';
import { type BackendOptions, BaseEmailBackend } from './base.ts';

/** Writes messages to a stream; to standard output unless told. @models django.core.mail.backends.console:EmailBackend */
export class EmailBackend extends BaseEmailBackend {
  readonly stream: TextStream;

  constructor(options: BackendOptions = {}) {
    super(options);
    this.stream = (options['stream'] as TextStream | undefined) ?? stdout();
  }

  /** Writes messages, each with a rule below it. @models django.core.mail.backends.console:EmailBackend.send_messages */
  override sendMessages(messages: readonly EmailMessage[]): number | null {
    if (messages.length === 0) return null;
    let sent = 0;
    try {
      for (const message of messages) {
        this.stream.write(`${message.message().asString()}\n${'-'.repeat(79)}\n`);
        this.stream.flush();
        sent += 1;
      }
    } catch (error) {
      if (!isException(error) || !this.failSilently) throw error;
    }
    return sent;
  }
}

defineModule('django.core.mail.backends.console', { EmailBackend });
