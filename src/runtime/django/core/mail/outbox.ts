/**
 * Messages that were kept instead of sent.
 *
 * @module
 */

import { AttributeError } from '../../../builtins.ts';
import { PerProcess } from '../../../process.ts';
import type { EmailMessage } from './message.ts';

const kept = new PerProcess<{ messages: EmailMessage[] | null }>(() => ({ messages: null }));

/** The messages of this process that the backend `locmem` keeps. @throws {AttributeError} before there is such a backend. */
export function outbox(): EmailMessage[] {
  const { messages } = kept.value;
  if (messages) return messages;
  throw new AttributeError("module 'django.core.mail' has no attribute 'outbox'");
}

/** Opens the outbox of this process, unless it is open. */
export function openOutbox(): EmailMessage[] {
  return (kept.value.messages ??= []);
}

/** Empties the outbox, as a test does before it begins. */
export function clearOutbox(): void {
  kept.value = { messages: [] };
}
