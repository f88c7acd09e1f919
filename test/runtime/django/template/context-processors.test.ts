import { beforeEach, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import type { HttpRequest } from '#runtime/django/http';
import '#runtime/django/template';
import { getTemplate } from '#runtime/django/template/loader';
import { makeRequest } from '../request.ts';

const PROCESSORS = ['debug', 'i18n', 'tz', 'static', 'media', 'request'].map(
  (name) => `django.template.context_processors.${name}`,
);

const pages = {
  all: '{{ STATIC_URL }} {{ MEDIA_URL }} {{ TIME_ZONE }} {{ LANGUAGE_CODE }} {{ LANGUAGE_BIDI }} {{ request.path }} {{ debug }}',
  form: '{% csrf_token %}',
  plain: 'no form',
  mine: '{{ STATIC_URL }}',
  again: '{{ given }}',
  queries: '{% for query in sql_queries %}{{ query.sql }}{% endfor %}|{{ sql_queries.size }}',
};

beforeEach(() => {
  freshSettings({
    INTERNAL_IPS: ['10.0.0.1'],
    MEDIA_URL: '/media/',
    STATIC_URL: '/static/',
    TEMPLATES: [
      {
        BACKEND: 'django.template.backends.django.DjangoTemplates',
        OPTIONS: {
          context_processors: [
            ...PROCESSORS,
            () => ({ given: 'first' }),
            (request: HttpRequest) => ({ given: `second of ${request.path}` }),
          ],
          loaders: [['django.template.loaders.locmem.Loader', pages]],
        },
      },
    ],
  });
});

const rendered = (name: string, request: HttpRequest | null, context = {}) =>
  getTemplate(name).render(context, request);

test('processors give every template their names, where there is a request', () => {
  expect(rendered('all', makeRequest('/here/'))).toBe(
    '/static/ /media/ America/Chicago en-us False /here/ ',
  );
  expect(rendered('all', null).trim()).toBe('');
});

test('a later processor wins over an earlier one, and the program over both', () => {
  expect(rendered('again', makeRequest('/x/'))).toBe('second of /x/');
  expect(rendered('again', makeRequest(), { given: 'mine' })).toBe('mine');
});

test('a developer is one whose address is inside, while DEBUG is on', () => {
  const shown = (REMOTE_ADDR: string) =>
    rendered('all', makeRequest('/', { REMOTE_ADDR })).split(' / ')[1];
  settings.DEBUG = true;
  expect([shown('10.0.0.1'), shown('10.0.0.2')]).toEqual(['True', '']);
  expect(rendered('queries', makeRequest('/', { REMOTE_ADDR: '10.0.0.1' }))).toBe('|0');
});

test('the token is made when a template shows it, not before', () => {
  const request = makeRequest();
  expect(rendered('plain', request)).toBe('no form');
  expect(request.META['CSRF_COOKIE_USED']).toBeUndefined();
  expect(rendered('form', request)).toMatch(/value="[A-Za-z0-9]{64}"/);
  expect(request.META['CSRF_COOKIE_USED']).toBe(true);
});
