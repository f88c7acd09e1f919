/**
 * Sending e-mail.
 *
 * @module
 */

import { settings } from '../conf.ts';
import type { Person } from '../conf/settings.ts';
import './mail/backends/console.ts';
import './mail/backends/dummy.ts';
import './mail/backends/locmem.ts';
import './mail/backends/smtp.ts';
import type { BaseEmailBackend } from './mail/backends/base.ts';
import { getConnection } from './mail/connection.ts';
import { EmailMessage, EmailMultiAlternatives } from './mail/message.ts';

export { BadHeaderError, forbidMultiLineHeaders } from './mail/addresses.ts';
export { BaseEmailBackend } from './mail/backends/base.ts';
export { getConnection } from './mail/connection.ts';
export { EmailMessage, EmailMultiAlternatives, type EmailOptions } from './mail/message.ts';
export { clearOutbox, outbox } from './mail/outbox.ts';

/** How a message is sent. */
export interface SendOptions {
  failSilently?: boolean;
  connection?: BaseEmailBackend | null;
  /** The same content as HTML. */
  htmlMessage?: string | null;
}

/** Sends a message to some people, who see each other; tells how many messages went. @models django.core.mail:send_mail */
export function sendMail(
  subject: string,
  body: string,
  fromEmail: string | null,
  to: readonly string[],
  options: SendOptions = {},
): number {
  const { failSilently = false, htmlMessage = null } = options;
  const connection = options.connection ?? getConnection(null, { failSilently });
  const mail = new EmailMultiAlternatives({ subject, body, fromEmail, to, connection });
  if (htmlMessage) mail.attachAlternative(htmlMessage, 'text/html');
  return mail.send();
}

/** One of several messages. */
export type MassMail = readonly [
  subject: string,
  body: string,
  fromEmail: string | null,
  to: readonly string[],
];

/** Sends several messages over one connection; tells how many went. @models django.core.mail:send_mass_mail */
export function sendMassMail(mails: readonly MassMail[], options: SendOptions = {}): number {
  const { failSilently = false } = options;
  const connection = options.connection ?? getConnection(null, { failSilently });
  const messages = mails.map(
    ([subject, body, fromEmail, to]) =>
      new EmailMessage({ subject, body, fromEmail, to, connection }),
  );
  return connection.sendMessages(messages) ?? 0;
}

/** Sends a message to those in `ADMINS`, if there are any. @models django.core.mail:mail_admins */
export function mailAdmins(subject: string, message: string, options: SendOptions = {}): void {
  mailPeople(settings.ADMINS, subject, message, options);
}

/** Sends a message to those in `MANAGERS`, if there are any. @models django.core.mail:mail_managers */
export function mailManagers(subject: string, message: string, options: SendOptions = {}): void {
  mailPeople(settings.MANAGERS, subject, message, options);
}

function mailPeople(
  people: readonly Person[],
  subject: string,
  body: string,
  { failSilently = false, connection = null, htmlMessage = null }: SendOptions,
): void {
  if (people.length === 0) return;
  const mail = new EmailMultiAlternatives({
    subject: `${settings.EMAIL_SUBJECT_PREFIX}${subject}`,
    body,
    fromEmail: settings.SERVER_EMAIL,
    to: people.map(([, email]) => email),
    connection,
  });
  if (htmlMessage) mail.attachAlternative(htmlMessage, 'text/html');
  mail.send(failSilently);
}
