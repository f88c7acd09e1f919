import { beforeEach, expect, test } from 'vitest';
import { freshSettings, type Settings } from '#runtime/django/conf';
import { clearOutbox, outbox } from '#runtime/django/core/mail';
import { HttpResponse } from '#runtime/django/http';
import { BrokenLinkEmailsMiddleware } from '#runtime/django/middleware/common';
import { overrideSettings } from '#runtime/django/test/utils';
import { compile } from '#runtime/re';
import type { PartialEnviron } from '#runtime/wsgiref/types';
import { makeRequest } from '../request.ts';

interface Told {
  subject: string;
  body: string;
}

function told(path: string, environ: PartialEnviron, status = 404): Told[] {
  const [pathInfo = '', query = ''] = path.split('?');
  const request = makeRequest(pathInfo, {
    QUERY_STRING: query,
    REMOTE_ADDR: '127.0.0.1',
    ...environ,
  });
  new BrokenLinkEmailsMiddleware(() => new HttpResponse('', { status })).__call__(request);
  return outbox().map(({ subject, body }) => ({ subject, body }));
}

const toldWith = (settings: Partial<Settings>, path: string, referer: string) =>
  overrideSettings(settings, () => told(path, { HTTP_REFERER: referer }));

beforeEach(() => {
  freshSettings({
    ALLOWED_HOSTS: ['*'],
    MANAGERS: [['m', 'm@x.org']],
    EMAIL_BACKEND: 'django.core.mail.backends.locmem.EmailBackend',
  });
  clearOutbox();
});

test.each([
  ['/a?x=1', 'http://other/page', ''],
  ['/a', 'http://testserver/p?q=1', 'INTERNAL '],
  ['/a', 'https://testserver/p', 'INTERNAL '],
  ['/a', 'http://testserver.evil/x', ''],
])('%s, to which %s leads, is told of', (path, referer, internal) => {
  expect(told(path, { HTTP_REFERER: referer })).toEqual([
    {
      subject: `[Django] Broken ${internal}link on testserver`,
      body: `Referrer: ${referer}\nRequested URL: ${path}\nUser agent: <none>\nIP address: 127.0.0.1\n`,
    },
  ]);
});

test('so is who came by the link', () => {
  const visitor = { HTTP_USER_AGENT: 'UA', REMOTE_ADDR: '1.2.3.4' };
  const [message] = told('/a', { HTTP_REFERER: 'http://o/p', ...visitor });
  expect(message?.body).toContain('User agent: UA\nIP address: 1.2.3.4\n');
});

test.each([
  ['/a', ''],
  ['/a', 'http://search/?q=1'],
  ['/a/', '/a'],
  ['/a', 'http://testserver/a'],
  ['/a', '/a'],
])('nobody needs to know that %j leads to %j', (path, referer) => {
  expect(told(path, { HTTP_REFERER: referer })).toEqual([]);
});

test('settings decide what else nobody needs to know', () => {
  expect(toldWith({ DEBUG: true }, '/a', 'http://o/p')).toEqual([]);
  expect(toldWith({ IGNORABLE_404_URLS: [compile('ico$')] }, '/fav.ico', 'http://o/p')).toEqual([]);
  expect(toldWith({ APPEND_SLASH: false }, '/a/', '/a')).toHaveLength(1);
});

test('what was found is not told of', () => {
  expect(told('/a', { HTTP_REFERER: 'http://o/p' }, 200)).toEqual([]);
});
