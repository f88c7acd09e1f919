import { beforeEach, describe, expect, test } from 'vitest';
import { freshSettings, settings } from '#runtime/django/conf';
import type { HttpResponse } from '#runtime/django/http';
import '#runtime/django/template';
import { rePath } from '#runtime/django/urls';
import { serve, wasModifiedSince } from '#runtime/django/views/static';
import { MemoryFiles, setFiles } from '#runtime/files';
import { makeRequest, send } from '../request.ts';

const WHEN = 1_136_239_445;
const DATE = 'Mon, 02 Jan 2006 22:04:05 GMT';

beforeEach(() => {
  freshSettings();
  const disk = new MemoryFiles({ '/secret.txt': 's' });
  const content = {
    'a.css': 'body{}',
    'b.tar.gz': 'gz',
    noext: 'x',
    'sub/c.html': '<p>',
    '.hidden': '',
    'sp ace&.txt': '',
  };
  for (const [name, text] of Object.entries(content)) disk.write(`/documents/${name}`, text, WHEN);
  setFiles(disk);
});

function served(path: string, more = {}, showIndexes = false): unknown[] {
  const options = { path, documentRoot: '/documents', showIndexes };
  const response = serve(makeRequest('/', more), options) as HttpResponse;
  const body = Array.from(response, (chunk) => new TextDecoder().decode(chunk)).join('');
  return [response.statusCode, Object.fromEntries(response.items()), body];
}

describe('a file', () => {
  test('is sent with its type, its length and its date', () => {
    expect(served('a.css')).toEqual([
      200,
      { 'Content-Type': 'text/css', 'Content-Length': '6', 'Last-Modified': DATE },
      'body{}',
    ]);
    expect(served('noext')[1]).toHaveProperty('Content-Type', 'application/octet-stream');
    expect(served('b.tar.gz')[1]).toMatchObject({
      'Content-Type': 'application/x-tar',
      'Content-Encoding': 'gzip',
    });
  });

  test('is found by its plain path', () => {
    for (const path of ['/a.css', '//a.css', 'sub/../a.css', 'a.css/', './a.css']) {
      expect(served(path)[2]).toBe('body{}');
    }
  });

  test('is not sent to who has it', () => {
    const status = (header: string) => served('a.css', { HTTP_IF_MODIFIED_SINCE: header })[0];
    expect([
      status(DATE),
      status('Mon, 02 Jan 2006 22:04:04 GMT'),
      status(`${DATE}; length=6`),
      status(`${DATE}; length=7`),
      status('junk'),
      status(''),
    ]).toEqual([304, 200, 304, 200, 200, 200]);
    expect(served('a.css', { HTTP_IF_MODIFIED_SINCE: DATE })).toEqual([304, {}, '']);
    expect([wasModifiedSince(), wasModifiedSince(DATE, WHEN + 0.9, 6)]).toEqual([true, false]);
  });

  test('that is not there, or outside of the folder, is refused', () => {
    expect(() => served('nope')).toThrow('"/documents/nope" does not exist');
    expect(() => served('../secret.txt')).toThrow(
      'The joined path (/secret.txt) is located outside of the base path component (/documents)',
    );
    settings.ROOT_URLCONF = [
      rePath('^(?P<path>.*)$', serve, { kwargs: { documentRoot: '/documents' } }),
    ];
    expect([send('/nope').status, send('/../secret.txt').status]).toEqual([
      '404 Not Found',
      '400 Bad Request',
    ]);
  });
});

describe('a folder', () => {
  test('is not shown, unless it is wanted', () => {
    expect(() => served('sub')).toThrow('Directory indexes are not allowed here.');
    expect(() => served('')).toThrow('Directory indexes are not allowed here.');
  });

  test('is a list of what is in it, without what is hidden', () => {
    const [status, headers, body] = served('', {}, true);
    expect([status, headers]).toEqual([200, { 'Content-Type': 'text/html; charset=utf-8' }]);
    expect(body).toContain('<h1>Index of ./</h1>');
    expect(body).toContain('<a href="sub/">sub/</a>');
    expect(body).toContain('<a href="sp%20ace%26.txt">sp ace&amp;.txt</a>');
    expect(body).not.toContain('hidden');
  });

  test('is shown by the template of the site, if there is one', () => {
    const pages = {
      'static/directory_index': '{{ directory }}: {% for f in file_list %}{{ f }};{% endfor %}',
    };
    settings.TEMPLATES = [
      {
        BACKEND: 'django.template.backends.django.DjangoTemplates',
        OPTIONS: { loaders: [['django.template.loaders.locmem.Loader', pages]] },
      },
    ];
    expect(served('sub/', {}, true)[2]).toBe('sub/: c.html;');
  });
});
