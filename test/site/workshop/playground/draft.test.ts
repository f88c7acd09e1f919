import { describe, expect, it } from 'vitest';
import {
  addressOf,
  DraftError,
  EMPTY,
  followed,
  requestOf,
  written,
} from '../../../../site/workshop/playground/draft.ts';

describe('a draft', () => {
  it('becomes a request with what a client adds', () => {
    const draft = { ...EMPTY, method: 'post', path: 'söme path/?q=ä#there', body: 'ü' };
    const request = requestOf({ ...draft, headers: 'X-Name: ö\n\nAccept: text/html' }, 'sid=1');
    expect(written(request)).toBe(
      [
        'POST /s%C3%B6me%20path/?q=%C3%A4 HTTP/1.1',
        'Host: localhost:8000',
        'Cookie: sid=1',
        'Content-Length: 2',
        'X-Name: Ã¶',
        'Accept: text/html',
      ].join('\n'),
    );
    expect([...request.body]).toEqual([0xc3, 0xbc]);
  });

  it('adds nothing that stands there already', () => {
    const headers = 'host: other.test\ncookie: own=1\ncontent-length: 1';
    const { headers: sent } = requestOf({ ...EMPTY, headers, body: 'body' }, 'sid=1');
    expect(sent).toEqual([
      ['host', 'other.test'],
      ['cookie', 'own=1'],
      ['content-length', '1'],
    ]);
  });

  it('is refused where it cannot be sent', () => {
    expect(() => requestOf({ ...EMPTY, method: 'GET /' }, '')).toThrow(DraftError);
    expect(() => requestOf({ ...EMPTY, headers: 'no header' }, '')).toThrow(
      '"no header" is no header: write it as Name: value.',
    );
    expect(() => requestOf({ ...EMPTY, path: '/\uD800' }, '')).not.toThrow();
  });

  it('follows a redirect on its own host, and keeps a POST for 307 and 308 alone', () => {
    const draft = { method: 'POST', path: '/a/b?c', headers: 'Accept: x', body: 'd' };
    expect(followed(draft, 302, '../e/')).toEqual({ ...EMPTY, path: '/e/' });
    expect(followed(draft, 308, '/e/')).toEqual({ ...draft, path: '/e/' });
    expect(followed({ ...draft, method: 'HEAD' }, 301, 'http://localhost:8000/e')?.method).toBe(
      'HEAD',
    );
    expect(followed(draft, 302, 'https://example.com/')).toBeUndefined();
    expect(addressOf('//example.com/', '/')).toBeUndefined();
    expect(addressOf('http://[', '/')).toBeUndefined();
    expect(addressOf('?q=1', '/a/')).toBe('/a/?q=1');
  });
});
