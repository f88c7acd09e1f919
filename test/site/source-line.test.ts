import { describe, expect, it } from 'vitest';
import { sourceLine } from '../../site/ledger/source-line.ts';

describe('a line that decides a claim', () => {
  it('of Django leads to the tag of 2.2.28', () => {
    expect(sourceLine('django/core/wsgi.py:12')).toEqual({
      text: 'core/wsgi.py:12',
      address: 'https://github.com/django/django/blob/2.2.28/django/core/wsgi.py#L12',
    });
  });

  it('of CPython leads to the tag of 3.13.0', () => {
    expect(sourceLine('cpython/Lib/wsgiref/handlers.py:94')).toEqual({
      text: 'wsgiref/handlers.py:94',
      address: 'https://github.com/python/cpython/blob/v3.13.0/Lib/wsgiref/handlers.py#L94',
    });
  });

  it('of anything else leads nowhere', () => {
    expect(sourceLine('flask/app.py:1')).toBeUndefined();
    expect(sourceLine('django/core/wsgi.py')).toBeUndefined();
  });
});
