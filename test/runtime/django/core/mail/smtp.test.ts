import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import { EmailMessage } from '#runtime/django/core/mail';
import {
  EmailBackend,
  setSmtpTransport,
  SMTPException,
} from '#runtime/django/core/mail/backends/smtp';

let order: string[];

beforeEach(() => {
  freshSettings({ EMAIL_HOST: 'mail.x.org', EMAIL_PORT: 2525 });
  order = [];
});

const message = (to = ['Ü <you@x.org>']) =>
  new EmailMessage({ subject: 's', body: 'b', fromEmail: 'Me <me@x.org>', to });

function serve(refuses = ''): void {
  setSmtpTransport(({ host, port }) => {
    order.push(`open ${host}:${port}`);
    return {
      sendmail(from, to, bytes) {
        order.push(`from ${from} to ${to.join(' and ')}`);
        if (to.join('').includes(refuses) && refuses) throw new SMTPException('refused');
        expect(new TextDecoder().decode(bytes)).toContain('\r\nSubject: s\r\n');
      },
      quit: () => void order.push('quit'),
    };
  });
}

describe('the SMTP backend', () => {
  test('finds nobody listening until a transport is put in', () => {
    expect(() => new EmailBackend().sendMessages([message()])).toThrow(
      '[Errno 111] Connection refused',
    );
    expect(new EmailBackend({ failSilently: true }).sendMessages([message()])).toBe(0);
    expect(new EmailBackend().sendMessages([])).toBe(0);
  });

  test('sends all messages over one connection, which it closes if it opened it', () => {
    serve();
    const backend = new EmailBackend();
    expect(backend.sendMessages([message(), message([]), message(['b@x.org'])])).toBe(2);
    expect(order).toEqual([
      'open mail.x.org:2525',
      'from Me <me@x.org> to =?utf-8?b?w5w=?= <you@x.org>',
      'from Me <me@x.org> to b@x.org',
      'quit',
    ]);
    order = [];
    expect([backend.open(), backend.open()]).toEqual([true, false]);
    backend.sendMessages([message()]);
    expect(order.includes('quit')).toBe(false);
    backend.close();
    expect(order.at(-1)).toBe('quit');
  });

  test('keeps what the server refuses to itself, if it is to fail silently', () => {
    serve('bad');
    const messages = [message(['bad@x.org']), message(['good@x.org'])];
    expect(new EmailBackend({ failSilently: true }).sendMessages(messages)).toBe(1);
    expect(() => new EmailBackend().sendMessages(messages)).toThrow('refused');
  });

  test('encrypts in one way at most', () => {
    expect(() => new EmailBackend({ useTls: true, useSsl: true })).toThrow(
      'EMAIL_USE_TLS/EMAIL_USE_SSL are mutually exclusive, so only set one of those settings to True.',
    );
  });
});
