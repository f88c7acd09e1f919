import { describe, expect, it } from 'vitest';
import { page, serve } from '../../../src/runtime/examples/serve-in-memory.ts';
import type { WSGIApplication } from '../../../src/runtime/wsgiref/types.ts';

describe('serve()', () => {
  it('sends one request and keeps what the server sent', () => {
    expect(serve(page('Hel', 'lo'))).toEqual({
      status: '200 OK',
      headers: ['Content-Type: text/plain'],
      body: 'Hello',
      logged: '',
    });
  });

  it('gives the application the variables and the body that it was told', () => {
    const echo: WSGIApplication = (environ, startResponse) => {
      startResponse('200 OK', []);
      const length = Number(environ.CONTENT_LENGTH);
      return [environ['wsgi.input'].read(length), new TextEncoder().encode(environ.PATH_INFO)];
    };
    const { body } = serve(echo, { PATH_INFO: '/cake/' }, 'flour\r\n\r\neggs');
    expect(body).toBe('flour\r\n\r\neggs/cake/');
  });

  it('tells of an application that fails what the server wrote down', () => {
    const broken: WSGIApplication = () => {
      throw new Error('no flour');
    };
    expect(serve(broken)).toMatchObject({
      status: '500 Internal Server Error',
      logged: 'Error: no flour',
    });
  });
});
