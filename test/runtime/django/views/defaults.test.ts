import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import { PermissionDenied, SuspiciousOperation } from '#runtime/django/core/exceptions';
import { Http404, type HttpResponse } from '#runtime/django/http';
import '#runtime/django/template';
import { Resolver404 } from '#runtime/django/urls';
import {
  badRequest,
  pageNotFound,
  permissionDenied,
  serverError,
} from '#runtime/django/views/defaults';
import { makeRequest } from '../request.ts';

const request = () => makeRequest('/a b/');

function useTemplates(pages: Record<string, string>): void {
  settings.TEMPLATES = [
    {
      BACKEND: 'django.template.backends.django.DjangoTemplates',
      OPTIONS: { loaders: [['django.template.loaders.locmem.Loader', pages]] },
    },
  ];
}

function shown(response: unknown): unknown[] {
  const { statusCode, content } = response as HttpResponse;
  const type = (response as HttpResponse).get('Content-Type');
  return [statusCode, new TextDecoder().decode(content), type];
}

beforeEach(() => {
  freshSettings();
});

describe('without templates, the error views', () => {
  test('answer with a line or two, whose type has no charset', () => {
    expect(shown(pageNotFound(request(), new Http404('x')))).toEqual([
      404,
      '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>',
      'text/html',
    ]);
    expect(shown(serverError(request()))).toEqual([
      500,
      '<h1>Server Error (500)</h1>',
      'text/html',
    ]);
    expect(shown(badRequest(request(), new SuspiciousOperation('x')))).toEqual([
      400,
      '<h1>Bad Request (400)</h1>',
      'text/html',
    ]);
    expect(shown(permissionDenied(request(), new PermissionDenied('x')))).toEqual([
      403,
      '<h1>403 Forbidden</h1>',
      'text/html',
    ]);
  });

  test('fail where another template was wanted than the usual one', () => {
    expect(() => pageNotFound(request(), new Http404(), 'mine.html')).toThrow('mine.html');
    expect(() => serverError(request(), 'mine.html')).toThrow('mine.html');
  });
});

describe('with templates, the error views', () => {
  beforeEach(() => {
    useTemplates({
      '404.html': '{{ request_path }} {{ exception }} {{ request }}',
      '403.html': '{{ exception }}',
      '400.html': '[{{ exception }}]',
      '500.html': '[{{ exception }}{{ request }}]',
    });
  });

  test('tell where nothing is, and the message of the exception, or else its name', () => {
    const type = 'text/html; charset=utf-8';
    expect(shown(pageNotFound(request(), new Http404('<gone>')))).toEqual([
      404,
      '/a%20b/ &lt;gone&gt; ',
      type,
    ]);
    expect(shown(pageNotFound(request(), new Http404()))[1]).toBe('/a%20b/ Http404 ');
    expect(shown(pageNotFound(request(), new Resolver404('a b/', [])))[1]).toBe(
      '/a%20b/ Resolver404 ',
    );
    expect(shown(permissionDenied(request(), new PermissionDenied('no <way>')))).toEqual([
      403,
      'no &lt;way&gt;',
      type,
    ]);
  });

  test('say a line of their own for a 404 whose template needs one that is missing, and fail for a 403', () => {
    const incomplete = '{% extends "nowhere.html" %}';
    useTemplates({ '404.html': incomplete, '403.html': incomplete });
    expect(shown(pageNotFound(request(), new Http404('x')))).toEqual([
      404,
      '<h1>Not Found</h1><p>The requested resource was not found on this server.</p>',
      'text/html',
    ]);
    expect(() => permissionDenied(request(), new PermissionDenied('x'))).toThrow('nowhere.html');
  });

  test('tell nothing of what is suspicious or broken', () => {
    expect(shown(badRequest(request(), new SuspiciousOperation('secret')))[1]).toBe('[]');
    expect(shown(serverError(request()))[1]).toBe('[]');
  });
});
