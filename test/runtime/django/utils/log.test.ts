import { beforeEach, describe, expect, test } from 'vitest';
import { setup } from '#runtime/django';
import { freshSettings, settings } from '#runtime/django/conf';
import { clearOutbox, outbox } from '#runtime/django/core/mail';
import { PermissionDenied, SuspiciousOperation } from '#runtime/django/core/exceptions';
import { HttpResponse } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import {
  CallbackFilter,
  configureLogging,
  logResponse,
  ServerFormatter,
} from '#runtime/django/utils/log';
import { StringIO } from '#runtime/io';
import { getLogger, LogRecord, root, StreamHandler } from '#runtime/logging';
import { environ } from '#runtime/os';
import { setStreams } from '#runtime/sys';
import { setClock } from '#runtime/time';
import { makeRequest, send } from '../request.ts';

let errors: StringIO;

const urlpatterns = [
  path('boom/', () => {
    throw new RangeError('far out');
  }),
  path('odd/', () => {
    throw new SuspiciousOperation('odd\nline');
  }),
  path('denied/', () => {
    throw new PermissionDenied();
  }),
  path('answered/', () => new HttpResponse('x', { status: 500 })),
];

beforeEach(() => {
  freshSettings({
    ADMINS: [['A', 'a@x.org']],
    ALLOWED_HOSTS: ['*'],
    EMAIL_BACKEND: 'django.core.mail.backends.locmem.EmailBackend',
    INTERNAL_IPS: ['10.0.0.1'],
    ROOT_URLCONF: urlpatterns,
  });
  errors = new StringIO();
  setStreams({ stderr: errors });
  setup();
  clearOutbox();
});

const subjects = () => outbox().map(({ subject }) => subject);
const openings = () => outbox().map(({ body }) => body.split('\n').slice(0, 3));

describe('what Django mails to the admins', () => {
  test('is what fails, and what is suspicious, but not what is missing or forbidden', () => {
    for (const address of ['/boom/', '/odd/', '/denied/', '/nope/', '/answered/']) {
      send(address, { REMOTE_ADDR: '1.2.3.4' });
    }
    expect(subjects()).toEqual([
      '[Django] ERROR (EXTERNAL IP): Internal Server Error: /boom/',
      '[Django] ERROR (EXTERNAL IP): odd\\nline',
      '[Django] ERROR (EXTERNAL IP): Internal Server Error: /answered/',
    ]);
    expect(openings()[0]).toEqual(['Internal Server Error: /boom/', '', 'RangeError at /boom/']);
    expect(openings()[2]).toEqual([
      'Internal Server Error: /answered/',
      '',
      'Report at /answered/',
    ]);
  });

  test('tells addresses inside from those outside', () => {
    send('/boom/', { REMOTE_ADDR: '10.0.0.1' });
    send('/boom/');
    expect(subjects()).toEqual([
      '[Django] ERROR (internal IP): Internal Server Error: /boom/',
      '[Django] ERROR (EXTERNAL IP): Internal Server Error: /boom/',
    ]);
  });

  test('need not be about a request', () => {
    getLogger('django.x').error('two\nlines\r');
    getLogger('django').error('x', { extra: { request: null } });
    getLogger('django').error('x', { extra: { request: 3 } });
    getLogger('django').exception('oops', new RangeError('far out'));
    getLogger('django').warning('too small');
    getLogger('other').error('none of Django');
    expect(subjects()).toEqual([
      '[Django] ERROR: two\\nlines\\r',
      '[Django] ERROR: x',
      '[Django] ERROR: x',
      '[Django] ERROR: oops',
    ]);
    expect(openings()[3]).toEqual(['oops', '', 'RangeError']);
  });

  test('is nothing while DEBUG is on; then all from INFO upwards is printed', () => {
    settings.DEBUG = true;
    send('/answered/');
    send('/nope/');
    getLogger('django').debug('too small');
    expect(outbox()).toEqual([]);
    expect(errors.getvalue()).toBe('Internal Server Error: /answered/\nNot Found: /nope/\n');
  });

  test('holds the report as HTML too, if it is asked for', () => {
    settings.LOGGING = {
      version: 1,
      disable_existing_loggers: false,
      handlers: { mail: { class: 'django.utils.log.AdminEmailHandler', include_html: true } },
      loggers: { django: { handlers: ['mail'] } },
    };
    setup();
    send('/boom/');
    const [mail] = outbox();
    expect(mail?.message().asString()).toContain('<h1>RangeError at /boom/</h1>');
    expect(outbox()).toHaveLength(1);
  });
});

describe('configuring', () => {
  test('makes the default first, then what the site wants', () => {
    settings.LOGGING = { version: 1, loggers: { shop: { level: 'DEBUG' } } };
    setup();
    expect(['django', 'django.request', 'shop'].map((name) => getLogger(name).disabled)).toEqual([
      true,
      true,
      false,
    ]);
    send('/boom/');
    expect(outbox()).toEqual([]);
  });

  test('is the business of another function, or of nobody', () => {
    freshSettings();
    configureLogging(null, { version: 2 });
    expect(getLogger('django').handlers).toEqual([]);
    expect(() => configureLogging('no.such.function', {})).toThrow("No module named 'no'");
    configureLogging('logging.config.dictConfig', {});
    expect(getLogger('django').handlers.map(({ name }) => name)).toEqual([
      'console',
      'mail_admins',
    ]);
    expect(getLogger('django.server').propagate).toBe(false);
  });
});

test('a response is logged once, at the level of its status or at one that is named', () => {
  const out = new StringIO();
  root.addHandler(new StreamHandler({ stream: out }));
  root.setLevel('DEBUG');
  const request = makeRequest('/x/');
  const response = new HttpResponse('', { status: 404 });
  logResponse('gone', response, request);
  logResponse('gone again', response, request);
  logResponse('small', new HttpResponse(), request, null, getLogger('shop'), 'debug');
  logResponse('fine', new HttpResponse(), request, null, getLogger('shop'));
  expect(out.getvalue()).toBe('gone\nsmall\nfine\n');
});

describe('the lines of the development server', () => {
  test('begin with the time of the server, which is the record’s own unless it is told', () => {
    setClock(() => 1_136_239_445.678);
    environ()['TZ'] = 'UTC';
    const formatter = new ServerFormatter({ format: '[{server_time}] {message}', style: '{' });
    const line = (extra: Record<string, unknown>) =>
      formatter.format(new LogRecord('django.server', 'info', '"GET /" 200', { extra }));
    expect([line({}), line({ serverTime: '02/Jan/2006 22:04:05' })]).toEqual([
      '[2006-01-02 22:04:05,678] "GET /" 200',
      '[02/Jan/2006 22:04:05] "GET /" 200',
    ]);
  });

  test('have the colour of their status, where there are colours', () => {
    const formatter = new ServerFormatter();
    formatter.style = {
      HTTP_SUCCESS: (line) => `green ${line}`,
      HTTP_INFO: (line) => `bold ${line}`,
      HTTP_NOT_MODIFIED: (line) => `cyan ${line}`,
      HTTP_REDIRECT: (line) => `blue ${line}`,
      HTTP_NOT_FOUND: (line) => `yellow ${line}`,
      HTTP_BAD_REQUEST: (line) => `red ${line}`,
      HTTP_SERVER_ERROR: (line) => `magenta ${line}`,
    };
    const colours = [200, 101, 304, 302, 404, 400, 500, 999, undefined].map((statusCode) =>
      formatter.format(new LogRecord('x', 'info', '.', { extra: { statusCode } })),
    );
    expect(colours.join(' ')).toBe(
      'green . bold . cyan . blue . yellow . red . magenta . magenta . .',
    );
  });
});

test('a callback decides whether a record goes on', () => {
  const filter = new CallbackFilter({ callback: ({ name }) => (name === 'a' ? 1 : []) });
  expect(['a', 'b'].map((name) => filter.filter(new LogRecord(name, 'info', '')))).toEqual([
    true,
    false,
  ]);
});
