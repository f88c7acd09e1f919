import { describe, expect, it } from 'vitest';

import { BrokenPipeError } from '#runtime/builtins';
import { headWithoutBody } from '#runtime/examples/head';
import { BytesIO, StringIO } from '#runtime/io';
import { SimpleHandler } from '#runtime/wsgiref/handlers';
import type { PartialEnviron, WSGIApplication } from '#runtime/wsgiref/types';
import { setupTestingDefaults } from '#runtime/wsgiref/util';
import { wireOf } from './wire.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const ask = (method: string, application: WSGIApplication) => {
  const { status, headers, body } = wireOf(headWithoutBody(application), {
    REQUEST_METHOD: method,
  });
  return { status, headers: headers.filter((header) => !header.startsWith('Date')), body };
};

const sized: WSGIApplication = (_environ, startResponse) => {
  startResponse('200 OK', [['Content-Length', '5']]);
  return [bytes('Hello')];
};

describe('headWithoutBody', () => {
  it('answers HEAD with the head of GET and no body', () => {
    expect(ask('GET', sized).body).toBe('Hello');
    expect(ask('HEAD', sized)).toEqual({ ...ask('GET', sized), body: '' });
  });

  it('says nothing of a length that only the body would tell', () => {
    const unsized: WSGIApplication = (_environ, startResponse) => {
      startResponse('200 OK', []);
      return [bytes('Hello')];
    };
    expect(ask('GET', unsized).headers).toEqual(['Content-Length: 5']);
    expect(ask('HEAD', unsized)).toEqual({ status: '200 OK', headers: [], body: '' });
  });

  it('says that a body is empty where it is', () => {
    const empty: WSGIApplication = (_environ, startResponse) => {
      startResponse('404 Nothing', []);
      return [];
    };
    expect(ask('HEAD', empty)).toEqual(ask('GET', empty));
  });

  it('swallows what the application writes, too', () => {
    const writing: WSGIApplication = (_environ, startResponse) => {
      startResponse('200 OK', [])(bytes('written'));
      return [bytes('yielded')];
    };
    expect(ask('GET', writing).body).toBe('writtenyielded');
    expect(ask('HEAD', writing)).toEqual({ status: '200 OK', headers: [], body: '' });
  });

  it('leaves the result of any other request as it is', () => {
    const result = [bytes('Hello')];
    const given = headWithoutBody(() => result)({ REQUEST_METHOD: 'GET' } as never, () => () => {});
    expect(given).toBe(result);
  });

  it.each([
    ['when all was sent', () => {}],
    [
      'when the client has gone',
      () => {
        throw new BrokenPipeError();
      },
    ],
  ])('closes the result once %s', (_, write) => {
    let closed = 0;
    const result = Object.assign([bytes('Hello')], { close: () => void (closed += 1) });
    const environ: PartialEnviron = { REQUEST_METHOD: 'HEAD' };
    setupTestingDefaults(environ);
    const output = { write, flush() {} };
    new SimpleHandler(new BytesIO(), output, new StringIO(), environ).run(
      headWithoutBody((_environ, startResponse) => {
        startResponse('200 OK', []);
        return result;
      }),
    );
    expect(closed).toBe(1);
  });
});
