import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { latin1Decode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { FileResponse, HttpResponse, StreamingHttpResponse } from '#runtime/django/http';
import { path } from '#runtime/django/urls';
import { BytesIO, StringIO } from '#runtime/io';
import { demoApp, makeServer, type WSGIServer } from '#runtime/wsgiref/simple-server';
import { strictValidator } from '#runtime/wsgiref/strict-validator';
import type { Environ, WSGIApplication } from '#runtime/wsgiref/types';
import { FileWrapper } from '#runtime/wsgiref/util';
import { type IteratorWrapper, validator } from '#runtime/wsgiref/validate';
import { bytes } from './wire.ts';
import { environ, server as takesAll } from './validation.ts';

const VALIDATORS = { validator, strictValidator };
const NAMES = ['validator', 'strictValidator'] as const;
const stderr = new StringIO();
const closing: WSGIServer[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((server) => server.serverClose()));
});

/** Serves an application on a socket and keeps the results it gave. */
async function serving(
  name: (typeof NAMES)[number],
  application: WSGIApplication,
): Promise<{ address: string; results: IteratorWrapper[] }> {
  const results: IteratorWrapper[] = [];
  const watched = VALIDATORS[name](application);
  const keeping: WSGIApplication = (...call) => {
    const result = watched(...call);
    results.push(result);
    return result;
  };
  const server = await makeServer('127.0.0.1', 0, keeping, { stderr });
  closing.push(server);
  void server.serveForever();
  return { address: `http://127.0.0.1:${server.serverPort}/a%20b?c=d`, results };
}

const echo: WSGIApplication = (env, startResponse) => {
  const body = env['wsgi.input'].read(Number(env.CONTENT_LENGTH));
  startResponse('200 OK', [['Content-Type', 'text/plain']]);
  return [body];
};

describe.each(NAMES)('the server of this runtime under the %s', (name) => {
  it('has nothing to be blamed for, and closes the result', async () => {
    const { address, results } = await serving(name, demoApp);
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("PATH_INFO = '/a b'\n");
    expect(() => results[0]?.assertClosed()).not.toThrow();
  });

  it('hands on a body, with its length or in chunks', async () => {
    const { address } = await serving(name, echo);
    const whole = await fetch(address, { method: 'POST', body: 'whole' });
    expect(await whole.text()).toBe('whole');

    const parts = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes('in '));
        controller.enqueue(bytes('parts'));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: parts, duplex: 'half' };
    const chunked = await fetch(address, init);
    expect(await chunked.text()).toBe('in parts');
  });
});

describe.each(NAMES)('Django under the %s', (name) => {
  beforeEach(() => {
    freshSettings({
      ROOT_URLCONF: [
        path('', () => new HttpResponse('whole')),
        path('stream/', () => new StreamingHttpResponse(['in ', 'parts'])),
        path('file/', () => new FileResponse(new BytesIO(bytes('a file')))),
      ],
    });
  });

  const visit = (place: string, changes: Partial<Environ> = {}): string => {
    const application = VALIDATORS[name](getWsgiApplication());
    const iterator = application(environ({ PATH_INFO: place, ...changes }), takesAll);
    const body = Array.from(iterator, latin1Decode).join('');
    iterator.close();
    iterator.assertClosed();
    return body;
  };

  it('keeps to PEP 3333 for a page, a stream, a file and a place that is not there', () => {
    expect(visit('/')).toBe('whole');
    expect(visit('/stream/')).toBe('in parts');
    expect(visit('/file/', { 'wsgi.file_wrapper': FileWrapper })).toBe('a file');
    expect(visit('/nowhere/')).toContain('Not Found');
  });
});
