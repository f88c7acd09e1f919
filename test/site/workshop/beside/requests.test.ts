import { describe, expect, it } from 'vitest';
import {
  headerLines,
  readRequest,
  REQUESTS,
  textOf,
  toSiteRequest,
} from '../../../../site/workshop/beside/requests.ts';

const fields = { method: 'GET', path: '/plain/hello/', headers: '', body: '' };

describe('a request that a reader writes', () => {
  it('has its headers one a line', () => {
    const headers = 'Host: example.com\n\n  X-Two :  b: c ';
    const request = readRequest({ ...fields, headers });
    expect(request.headers).toEqual([
      ['Host', 'example.com'],
      ['X-Two', 'b: c'],
    ]);
    expect(headerLines(request)).toBe('Host: example.com\nX-Two: b: c');
  });

  it('is refused with a sentence where a header has no colon, or the path no slash', () => {
    expect(() => readRequest({ ...fields, headers: 'nothing' })).toThrow('it has no colon');
    expect(() => readRequest({ ...fields, path: 'nowhere' })).toThrow('is no path');
  });

  it('has the bytes of its body in UTF-8', () => {
    const { body } = readRequest({ ...fields, body: 'é' });
    expect(body).toBe('Ã©');
    expect(textOf(body)).toBe('é');
  });

  it('goes to Python with its path unquoted and its query apart', () => {
    const request = readRequest({ ...fields, path: '/a%20b/%C3%A9/?q=%20&r' });
    expect(toSiteRequest(request)).toEqual({
      method: 'GET',
      path: '/a b/Ã©/',
      query: 'q=%20&r',
      headers: [],
    });
  });

  it('can be chosen among some that are all right', () => {
    for (const { request } of REQUESTS) {
      const { method, path, body } = request;
      expect(readRequest({ method, path, body, headers: headerLines(request) })).toEqual(request);
    }
  });
});
