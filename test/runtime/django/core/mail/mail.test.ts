import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import {
  BaseEmailBackend,
  clearOutbox,
  EmailMessage,
  EmailMultiAlternatives,
  type EmailOptions,
  getConnection,
  mailAdmins,
  mailManagers,
  outbox,
  sendMail,
  sendMassMail,
} from '#runtime/django/core/mail';
import { setNumberSource } from '#runtime/email/message-id';
import { StringIO } from '#runtime/io';
import { setClock } from '#runtime/time';

const HEADERS = { Date: 'D', 'Message-ID': '<m>' };
const HEAD = 'Content-Type: text/plain; charset="utf-8"\nMIME-Version: 1.0\n';

beforeEach(() => {
  freshSettings({
    ADMINS: [
      ['A', 'a@x.org'],
      ['B', 'b@x.org'],
    ],
    EMAIL_BACKEND: 'django.core.mail.backends.locmem.EmailBackend',
  });
});

function written(options: EmailOptions): string {
  const headers = { ...HEADERS, ...options.headers };
  return new EmailMessage({ fromEmail: 'me@x.org', to: ['you@x.org'], ...options, headers })
    .message()
    .asString();
}

describe('a message', () => {
  test('has its headers in a fixed order, then its body', () => {
    expect(written({ subject: 'Hi', body: 'body\r\nline' })).toBe(
      `${HEAD}Content-Transfer-Encoding: 7bit\nSubject: Hi\nFrom: me@x.org\nTo: you@x.org\nDate: D\nMessage-ID: <m>\n\nbody\nline`,
    );
  });

  test('is in ASCII but for its body', () => {
    expect(
      written({
        subject: 'Grüße',
        body: 'höh',
        fromEmail: 'Jürg <me@x.org>',
        to: ['Ü <you@x.org>', 'b@bücher.ch'],
        cc: ['c@x.org'],
        bcc: ['d@x.org'],
        replyTo: ['jü@x.org'],
      }),
    ).toBe(
      `${HEAD}Content-Transfer-Encoding: 8bit\nSubject: =?utf-8?b?R3LDvMOfZQ==?=\nFrom: =?utf-8?b?SsO8cmc=?= <me@x.org>\nTo: =?utf-8?b?w5w=?= <you@x.org>, b@xn--bcher-kva.ch\nCc: c@x.org\nReply-To: =?utf-8?b?asO8?=@x.org\nDate: D\nMessage-ID: <m>\n\nhöh`,
    );
  });

  test('lets no header smuggle in another', () => {
    expect(() => written({ subject: 'a\nb' })).toThrow(
      "Header values can't contain newlines (got 'a\\nb' for header 'Subject')",
    );
    expect(() => written({ to: ['you@x.org\n'] })).toThrow(
      "Header values can't contain newlines (got 'you@x.org\\n' for header 'To')",
    );
  });

  test('takes other headers beside the usual ones, and in their place', () => {
    const headers = { 'X-A': 'é', From: 'other@x.org', To: 'list@x.org' };
    expect(written({ subject: 'a', body: 'b', headers })).toBe(
      `${HEAD}Content-Transfer-Encoding: 7bit\nSubject: a\nFrom: other@x.org\nTo: list@x.org\nDate: D\nMessage-ID: <m>\nX-A: =?utf-8?b?w6k=?=\nTo: list@x.org\n\nb`,
    );
  });

  test('has long lines of its body broken, for e-mail takes none of more than 998 bytes', () => {
    expect(written({ body: `${'x'.repeat(1000)} = é` })).toContain(
      'Content-Transfer-Encoding: quoted-printable',
    );
  });

  test('says when and from which host it was sent, and which one it is', () => {
    setClock(() => 1_136_239_445.67);
    setNumberSource(() => 7n);
    const message = new EmailMessage({ to: ['c@d'] }).message();
    expect([message.get('date'), message.get('message-id')]).toEqual([
      'Mon, 02 Jan 2006 22:04:05 -0000',
      '<113623944567.1.7@localhost>',
    ]);
    settings.EMAIL_USE_LOCALTIME = true;
    expect(new EmailMessage().message().get('Date')).toMatch(/ [+-]\d{4}$/);
  });

  test('in two forms is of several parts', () => {
    setNumberSource(() => 42n);
    const message = new EmailMultiAlternatives({
      subject: 's',
      body: 'text',
      fromEmail: 'me@x.org',
      to: ['you@x.org'],
      headers: HEADERS,
    });
    message.attachAlternative('<p>é</p>', 'text/html');
    const boundary = '===============0000000000000000042==';
    expect(message.message().asString()).toBe(
      `Content-Type: multipart/alternative;\n boundary="${boundary}"\nMIME-Version: 1.0\nSubject: s\nFrom: me@x.org\nTo: you@x.org\nDate: D\nMessage-ID: <m>\n\n--${boundary}\n${HEAD}Content-Transfer-Encoding: 7bit\n\ntext\n--${boundary}\nContent-Type: text/html; charset="utf-8"\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n\n<p>é</p>\n--${boundary}--\n`,
    );
  });

  test('wants lists of people', () => {
    const text = 'you@x.org' as unknown as string[];
    expect(() => new EmailMessage({ to: text })).toThrow('"to" argument must be a list or tuple');
    expect(() => new EmailMessage({ replyTo: text })).toThrow(
      '"reply_to" argument must be a list or tuple',
    );
  });

  test('goes nowhere without anybody to go to', () => {
    expect(new EmailMessage({ subject: 's' }).send()).toBe(0);
    expect(new EmailMessage().fromEmail).toBe('webmaster@localhost');
  });
});

describe('the functions that send', () => {
  test('mail the admins, and the managers if there are any', () => {
    mailAdmins('sub', 'body');
    mailAdmins('sub', 'body', { htmlMessage: '<b>x</b>' });
    mailManagers('sub', 'body');
    expect(
      outbox().map((message) => [
        message.subject,
        message.fromEmail,
        message.to,
        (message as EmailMultiAlternatives).alternatives,
      ]),
    ).toEqual([
      ['[Django] sub', 'root@localhost', ['a@x.org', 'b@x.org'], []],
      ['[Django] sub', 'root@localhost', ['a@x.org', 'b@x.org'], [['<b>x</b>', 'text/html']]],
    ]);
  });

  test('tell how many messages went', () => {
    expect(sendMail('s', 'b', null, ['q@x.org'], { htmlMessage: 'h' })).toBe(1);
    expect(
      sendMassMail([
        ['s', 'b', null, ['q@x.org']],
        ['t', 'b', null, []],
      ]),
    ).toBe(2);
    expect(outbox()).toHaveLength(3);
    clearOutbox();
    expect(outbox()).toEqual([]);
  });

  test('there is no outbox before somebody keeps messages', () => {
    expect(() => outbox()).toThrow("module 'django.core.mail' has no attribute 'outbox'");
  });
});

describe('the backends', () => {
  const message = () =>
    new EmailMessage({ subject: 's', body: 'é', fromEmail: 'a@b', to: ['c@d'], headers: HEADERS });

  test('are found by their dotted paths', () => {
    expect(() => getConnection('no.such.Backend')).toThrow("No module named 'no'");
    const dummy = getConnection('django.core.mail.backends.dummy.EmailBackend');
    expect(dummy.sendMessages([message(), message()])).toBe(2);
    expect(() => new BaseEmailBackend().sendMessages([])).toThrow(
      'subclasses of BaseEmailBackend must override send_messages() method',
    );
  });

  test('print messages, a rule below each', () => {
    const stream = new StringIO();
    const console = getConnection('django.core.mail.backends.console.EmailBackend', { stream });
    expect([console.sendMessages([message()]), console.sendMessages([])]).toEqual([1, null]);
    expect(stream.getvalue()).toBe(
      `${HEAD}Content-Transfer-Encoding: 8bit\nSubject: s\nFrom: a@b\nTo: c@d\nDate: D\nMessage-ID: <m>\n\né\n${'-'.repeat(79)}\n`,
    );
  });
});
