/**
 * E-mail, from what a program says to what is sent. Attachments are not modelled.
 *
 * @module
 */

import { makeMsgid } from '../../../email/message-id.ts';
import { formatdate, formatLocalDate } from '../../../email/utils.ts';
import { time } from '../../../time.ts';
import { settings } from '../../conf.ts';
import type { BaseEmailBackend } from './backends/base.ts';
import { getConnection } from './connection.ts';
import { type MIMEPart, SafeMIMEMultipart, SafeMIMEText } from './mime.ts';

/** The host that messages are sent from. @models django.core.mail.utils:DNS_NAME */
export const DNS_NAME = 'localhost';

/** What Python's keyword arguments of a message are. */
export interface EmailOptions {
  subject?: string;
  body?: string;
  /** `DEFAULT_FROM_EMAIL` unless told. */
  fromEmail?: string | null;
  to?: readonly string[];
  cc?: readonly string[];
  bcc?: readonly string[];
  replyTo?: readonly string[];
  /** That of `EMAIL_BACKEND` unless told. */
  connection?: BaseEmailBackend | null;
  /** Headers beside the usual ones, or in their place. */
  headers?: Readonly<Record<string, string>>;
}

/** A message. @models django.core.mail.message:EmailMessage */
export class EmailMessage {
  /** What kind of text the body is. @models django.core.mail.message:EmailMessage.content_subtype */
  contentSubtype = 'plain';
  /** The charset; `DEFAULT_CHARSET` where it is `null`. @models django.core.mail.message:EmailMessage.encoding */
  encoding: string | null = null;
  subject: string;
  body: string;
  fromEmail: string;
  readonly to: string[];
  readonly cc: string[];
  readonly bcc: string[];
  readonly replyTo: string[];
  readonly extraHeaders: Record<string, string>;
  connection: BaseEmailBackend | null;

  constructor(options: EmailOptions = {}) {
    this.to = addresses('to', options.to);
    this.cc = addresses('cc', options.cc);
    this.bcc = addresses('bcc', options.bcc);
    this.replyTo = addresses('reply_to', options.replyTo);
    this.fromEmail = options.fromEmail || settings.DEFAULT_FROM_EMAIL;
    this.subject = options.subject ?? '';
    this.body = options.body ?? '';
    this.extraHeaders = { ...options.headers };
    this.connection = options.connection ?? null;
  }

  /** The connection that sends it, made when it is first needed. @models django.core.mail.message:EmailMessage.get_connection */
  getConnection(failSilently = false): BaseEmailBackend {
    return (this.connection ??= getConnection(null, { failSilently }));
  }

  /** The message as it travels. @throws {BadHeaderError} @models django.core.mail.message:EmailMessage.message */
  message(): MIMEPart {
    const message = this._createMessage(
      new SafeMIMEText(this.body, this.contentSubtype, this.charset),
    );
    message.set('Subject', this.subject);
    message.set('From', this.extraHeaders['From'] ?? this.fromEmail);
    this.#setList(message, 'To', this.to);
    this.#setList(message, 'Cc', this.cc);
    this.#setList(message, 'Reply-To', this.replyTo);
    const given = new Set(Object.keys(this.extraHeaders).map((name) => name.toLowerCase()));
    if (!given.has('date')) message.set('Date', now());
    if (!given.has('message-id')) message.set('Message-ID', makeMsgid(DNS_NAME));
    for (const [name, value] of Object.entries(this.extraHeaders)) {
      if (name.toLowerCase() !== 'from') message.set(name, value);
    }
    return message;
  }

  /** Everyone it goes to, seen or unseen. @models django.core.mail.message:EmailMessage.recipients */
  recipients(): string[] {
    return [...this.to, ...this.cc, ...this.bcc].filter((address) => address !== '');
  }

  /** Sends it, unless nobody is to get it; tells how many messages went. @models django.core.mail.message:EmailMessage.send */
  send(failSilently = false): number {
    if (this.recipients().length === 0) return 0;
    return this.getConnection(failSilently).sendMessages([this]) ?? 0;
  }

  protected get charset(): string {
    return this.encoding ?? settings.DEFAULT_CHARSET;
  }

  protected _createMessage(text: MIMEPart): MIMEPart {
    return text;
  }

  #setList(message: MIMEPart, header: string, values: readonly string[]): void {
    if (values.length > 0) message.set(header, this.extraHeaders[header] ?? values.join(', '));
  }
}

/** The same content in another form. */
export type Alternative = readonly [content: string, mimetype: `text/${string}`];

/** A message of which the reader's program shows the form that it likes best. @models django.core.mail.message:EmailMultiAlternatives */
export class EmailMultiAlternatives extends EmailMessage {
  readonly alternatives: Alternative[] = [];

  /** Adds another form of the content. @models django.core.mail.message:EmailMultiAlternatives.attach_alternative */
  attachAlternative(content: string, mimetype: Alternative[1]): void {
    this.alternatives.push([content, mimetype]);
  }

  protected override _createMessage(text: MIMEPart): MIMEPart {
    if (this.alternatives.length === 0) return text;
    const others = this.alternatives.map(
      ([content, type]) => new SafeMIMEText(content, type.slice('text/'.length), this.charset),
    );
    return new SafeMIMEMultipart('alternative', this.body ? [text, ...others] : others);
  }
}

function addresses(name: string, given: readonly string[] | undefined): string[] {
  if (typeof given === 'string') throw new TypeError(`"${name}" argument must be a list or tuple`);
  return [...(given ?? [])];
}

function now(): string {
  if (settings.EMAIL_USE_LOCALTIME) return formatLocalDate(time());
  return formatdate(time()).replace(/GMT$/, '-0000');
}
