import { describe, expect, it } from 'vitest';
import { believeServed, believeStarted } from '../../../../site/workshop/playground/believe.ts';
import {
  headerOf,
  isPage,
  readResponse,
  redirectOf,
  textOf,
} from '../../../../site/workshop/playground/response.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

describe('a response', () => {
  it('is read from what went over the wire', () => {
    const read = readResponse(
      bytes('HTTP/1.1 302 Found\r\nLocation: /x\r\nSet-Cookie:  a=b\r\n\r\n<p>\r\n\r\n'),
    );
    expect(read).toMatchObject({ statusLine: 'HTTP/1.1 302 Found', status: 302 });
    expect(headerOf(read, 'set-cookie')).toBe('a=b');
    expect(redirectOf(read)).toBe('/x');
    expect(textOf(read)).toBe('<p>\r\n\r\n');
    expect(isPage(read)).toBe(false);
  });

  it('may have no head', () => {
    expect(readResponse(bytes('oh'))).toMatchObject({ statusLine: '', status: 0, headers: [] });
  });

  it('is text in the charset that it names, or no text', () => {
    const withType = (type: string) =>
      readResponse(bytes(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n\xe4`));
    expect(textOf(withType('text/html; charset=iso-8859-1'))).toBe('ä');
    expect(textOf(withType('text/html; charset=unheard-of'))).toBe('ä');
    expect(textOf(withType('text/html'))).toBe('\uFFFD');
    expect(textOf(withType('image/png'))).toBeUndefined();
    expect(isPage(withType('text/html'))).toBe(true);
  });
});

describe('an answer out of the sandbox', () => {
  it('is taken for what it has the shape of', () => {
    const empty = { terminal: '', log: [] };
    expect(believeServed('?')).toEqual({
      ...empty,
      bytes: new Uint8Array(0),
      pieces: [],
      hungUp: false,
    });
    expect(believeStarted({ broken: 'all', terminal: 3 })).toEqual({ ...empty, broken: [] });
    const raised = { name: 'E', message: 'm', places: [{ path: 'a.ts', line: 1, column: 2 }] };
    const told = { ...empty, log: [{ logger: 'l', level: 'INFO', text: 't', raised }], broken: [] };
    expect(believeStarted({ ...told, missing: 'why' })).toEqual({ ...told, missing: 'why' });
  });
});
