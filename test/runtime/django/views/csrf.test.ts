import { beforeEach, expect, test } from 'vitest';
import { freshSettings } from '#runtime/django/conf';
import {
  REASON_BAD_TOKEN,
  REASON_NO_CSRF_COOKIE,
  REASON_NO_REFERER,
} from '#runtime/django/middleware/csrf';
import { TemplateDoesNotExist } from '#runtime/django/template/loader';
import { csrfFailure } from '#runtime/django/views/csrf';
import { makeRequest } from '../request.ts';

const page = (reason: string) => {
  const response = csrfFailure(makeRequest('/'), { reason });
  return new TextDecoder().decode((response as { content?: Uint8Array }).content);
};

beforeEach(() => {
  freshSettings();
});

test('is a 403 in HTML', () => {
  const response = csrfFailure(makeRequest('/'), {});
  expect(response.statusCode).toBe(403);
  expect(response.items()).toEqual([['Content-Type', 'text/html']]);
});

test('tells visitors the reason only where their browser has to change', () => {
  expect(page(REASON_BAD_TOKEN)).not.toContain('token');
  expect(page(REASON_NO_CSRF_COOKIE)).toContain('Allow cookies');
  expect(page(REASON_NO_REFERER)).toContain('Referer header');
});

test('tells developers the reason, escaped', () => {
  freshSettings({ DEBUG: true });
  expect(page(REASON_BAD_TOKEN)).toContain(REASON_BAD_TOKEN);
  expect(page('<script>')).toContain('&lt;script&gt;');
});

test('is the template of the site, if there is one; any other has to exist', () => {
  const engine = {
    name: 'site',
    getTemplate(name: string) {
      if (name !== '403_csrf.html') throw new TemplateDoesNotExist(name);
      return { render: (context?: object | null) => JSON.stringify(context) };
    },
  };
  freshSettings({ TEMPLATES: [engine] });
  expect(JSON.parse(page(REASON_NO_CSRF_COOKIE))).toMatchObject({
    title: 'Forbidden',
    reason: REASON_NO_CSRF_COOKIE,
    no_cookie: true,
    no_referer: false,
    DEBUG: false,
  });
  expect(() => csrfFailure(makeRequest('/'), { templateName: 'other.html' })).toThrow(
    TemplateDoesNotExist,
  );
});
