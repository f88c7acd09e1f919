/**
 * Sends messages over SMTP, by whatever transport a program puts in: this runtime opens no
 * connections of its own.
 *
 * @module
 */

import { ConnectionRefusedError, OSError, ValueError } from '../../../../builtins.ts';
import { defineModule } from '../../../../importlib.ts';
import { PerProcess } from '../../../../process.ts';
import { settings } from '../../../conf.ts';
import { sanitizeAddress } from '../addresses.ts';
import type { EmailMessage } from '../message.ts';
import { type BackendOptions, BaseEmailBackend } from './base.ts';

/** A mail server refused something. @models smtplib:SMTPException */
export class SMTPException extends OSError {
  override name = 'SMTPException';
}

/** Which mail server is spoken to, and how. */
export interface SmtpServer {
  host: string;
  port: number;
  username: string;
  password: string;
  useTls: boolean;
  useSsl: boolean;
  /** In seconds. */
  timeout: number | null;
}

/** An open connection to a mail server. @models smtplib:SMTP */
export interface SmtpConnection {
  /** @throws {SMTPException} */
  sendmail(from: string, to: readonly string[], message: Uint8Array): void;
  /** @throws {SMTPException} */
  quit(): void;
}

/** Opens a connection. @throws {OSError} */
export type SmtpTransport = (server: SmtpServer) => SmtpConnection;

const transport = new PerProcess<SmtpTransport>(() => () => {
  throw new ConnectionRefusedError('[Errno 111] Connection refused');
});

/** Puts a transport in place for the rest of this process; without one, nobody listens. */
export function setSmtpTransport(other: SmtpTransport): void {
  transport.value = other;
}

/** Sends messages over one connection. @models django.core.mail.backends.smtp:EmailBackend */
export class EmailBackend extends BaseEmailBackend {
  readonly server: SmtpServer;
  #connection: SmtpConnection | null = null;

  /** @throws {ValueError} for two ways of encryption at once. */
  constructor(options: BackendOptions = {}) {
    super(options);
    const given = options as Partial<SmtpServer>;
    this.server = {
      host: given.host || settings.EMAIL_HOST,
      port: given.port || settings.EMAIL_PORT,
      username: given.username ?? settings.EMAIL_HOST_USER,
      password: given.password ?? settings.EMAIL_HOST_PASSWORD,
      useTls: given.useTls ?? settings.EMAIL_USE_TLS,
      useSsl: given.useSsl ?? settings.EMAIL_USE_SSL,
      timeout: given.timeout ?? settings.EMAIL_TIMEOUT,
    };
    if (!this.server.useSsl || !this.server.useTls) return;
    throw new ValueError(
      'EMAIL_USE_TLS/EMAIL_USE_SSL are mutually exclusive, so only set one of those settings to True.',
    );
  }

  /** Opens the connection unless it is open. @throws {OSError} unless it is to fail silently. @models django.core.mail.backends.smtp:EmailBackend.open */
  override open(): boolean | null {
    if (this.#connection) return false;
    try {
      this.#connection = transport.value(this.server);
      return true;
    } catch (error) {
      if (error instanceof OSError && this.failSilently) return null;
      throw error;
    }
  }

  /** Closes the connection. @throws {SMTPException} unless it is to fail silently. @models django.core.mail.backends.smtp:EmailBackend.close */
  override close(): void {
    const connection = this.#connection;
    this.#connection = null;
    try {
      connection?.quit();
    } catch (error) {
      if (!(error instanceof SMTPException && this.failSilently)) throw error;
    }
  }

  /** Sends messages over the connection, which it opens and closes unless it was open. @throws {OSError} unless it is to fail silently. @models django.core.mail.backends.smtp:EmailBackend.send_messages */
  override sendMessages(messages: readonly EmailMessage[]): number {
    if (messages.length === 0) return 0;
    const opened = this.open();
    const connection = this.#connection;
    if (!connection || opened === null) return 0;
    const sent = messages.filter((message) => this.#send(connection, message)).length;
    if (opened) this.close();
    return sent;
  }

  #send(connection: SmtpConnection, message: EmailMessage): boolean {
    const recipients = message.recipients().map((address) => sanitizeAddress(address));
    if (recipients.length === 0) return false;
    const sender = sanitizeAddress(message.fromEmail);
    const bytes = message.message().asBytes('\r\n');
    try {
      connection.sendmail(sender, recipients, bytes);
      return true;
    } catch (error) {
      if (error instanceof SMTPException && this.failSilently) return false;
      throw error;
    }
  }
}

defineModule('django.core.mail.backends.smtp', { EmailBackend });
