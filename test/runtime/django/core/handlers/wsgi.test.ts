import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode, utf8Encode } from '#runtime/codecs';
import { freshSettings, settings } from '#runtime/django/conf';
import { LimitedStream, WSGIHandler } from '#runtime/django/core/handlers/wsgi';
import { requestFinished, requestStarted } from '#runtime/django/core/signals';
import { getWsgiApplication } from '#runtime/django/core/wsgi';
import { type HttpRequest, HttpResponse, StreamingHttpResponse } from '#runtime/django/http';
import { getScriptPrefix, path, setScriptPrefix } from '#runtime/django/urls';
import { BytesIO } from '#runtime/io';
import { runInThread, Thread } from '#runtime/threading';
import { makeEnviron, send } from '../../request.ts';

beforeEach(() => {
  freshSettings({ ROOT_URLCONF: [path('', () => new HttpResponse('hello'))] });
});

describe('WSGIHandler', () => {
  test('answers with status, headers and one Set-Cookie a cookie, the space in front included', () => {
    settings.ROOT_URLCONF = [
      path('', () => {
        const response = new HttpResponse('x', { status: 299 });
        response.setCookie('a', '1');
        response.setCookie('b', '2', { path: null });
        return response;
      }),
    ];
    expect(send()).toEqual({
      status: '299 Unknown Status Code',
      headers: [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Set-Cookie', ' a=1; Path=/'],
        ['Set-Cookie', ' b=2'],
      ],
      body: 'x',
    });
  });

  test('sends request_started before there is a request, request_finished when the server closes', () => {
    const order: string[] = [];
    requestStarted.connect(({ sender, environ }) => {
      order.push(`started ${environ.PATH_INFO} ${sender === WSGIHandler}`);
    });
    requestFinished.connect(({ sender }) => order.push(`finished ${sender === WSGIHandler}`));
    settings.ROOT_URLCONF = [path('', () => (order.push('view'), new HttpResponse()))];
    const result = new WSGIHandler().__call__(makeEnviron(), () => {
      order.push('start_response');
      return () => {};
    });
    expect([...result]).toHaveLength(1);
    order.push('sent');
    result.close?.();
    expect(order).toEqual(['started / true', 'view', 'start_response', 'sent', 'finished true']);
  });

  test('a receiver of request_started that throws is outside of all error handling', () => {
    requestStarted.connect(() => {
      throw new Error('no database');
    });
    expect(() => send()).toThrow('no database');
  });

  test('the response closes its request', () => {
    const closed: HttpRequest[] = [];
    settings.ROOT_URLCONF = [
      path('', (request) => {
        request.close = () => void closed.push(request);
        return new HttpResponse();
      }),
    ];
    send();
    expect(closed).toHaveLength(1);
  });

  test('a streamed body is made after start_response, and its error comes too late', () => {
    const order: string[] = [];
    settings.ROOT_URLCONF = [
      path('', () => {
        order.push('view');
        return new StreamingHttpResponse(
          (function* () {
            order.push('first piece');
            yield 'a';
            throw new Error('too late');
          })(),
        );
      }),
    ];
    const result = new WSGIHandler().__call__(makeEnviron(), (status) => {
      order.push(status);
      return () => {};
    });
    expect(() => [...result]).toThrow('too late');
    expect(order).toEqual(['view', '200 OK', 'first piece']);
  });

  test('takes the script prefix from each request, for its thread alone', () => {
    const one = new Thread('one');
    runInThread(one, () => send('/', { SCRIPT_NAME: '/site' }));
    expect([runInThread(one, getScriptPrefix), getScriptPrefix()]).toEqual(['/site/', '/']);
  });

  test('a forced script name overrides the server', () => {
    settings.FORCE_SCRIPT_NAME = '/forced';
    send('/', { SCRIPT_NAME: '/site' });
    expect(getScriptPrefix()).toBe('/forced/');
  });
});

test('getWsgiApplication gives an application and leaves the script prefix to the requests', () => {
  setScriptPrefix('/before');
  const application = getWsgiApplication();
  expect(getScriptPrefix()).toBe('/before/');
  let status = '';
  const result = application(makeEnviron(), (line) => {
    status = line;
    return () => {};
  });
  expect([status, Array.from(result, latin1Decode)]).toEqual(['200 OK', ['hello']]);
});

describe('LimitedStream', () => {
  const limited = (text: string, limit: number) =>
    new LimitedStream(new BytesIO(utf8Encode(text)), limit);

  test('ends at its limit, however it is read', () => {
    expect(latin1Decode(limited('abcdef', 4).read())).toBe('abcd');
    const stream = limited('abcdef', 4);
    expect([stream.read(3), stream.read(3), stream.read(3)].map(latin1Decode)).toEqual([
      'abc',
      'd',
      '',
    ]);
  });

  test('gives lines, or pieces of them', () => {
    const stream = limited('ab\ncd\nef', 7);
    const lines = [stream.readline(), stream.readline(1), stream.readline(), stream.readline()];
    expect(lines.map(latin1Decode)).toEqual(['ab\n', 'c', 'd\n', 'e']);
    expect(stream.readline()).toHaveLength(0);
  });
});
