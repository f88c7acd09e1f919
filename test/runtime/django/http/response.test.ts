import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { DisallowedRedirect } from '#runtime/django/core/exceptions';
import { requestFinished } from '#runtime/django/core/signals';
import {
  BadHeaderError,
  HttpResponse,
  HttpResponseNotAllowed,
  HttpResponseNotFound,
  HttpResponseNotModified,
  HttpResponsePermanentRedirect,
  HttpResponseRedirect,
  StreamingHttpResponse,
} from '#runtime/django/http';
import { setClock } from '#runtime/time';

const text = (response: { content: Uint8Array }) => new TextDecoder().decode(response.content);
const cookies = (response: HttpResponse) =>
  Array.from(response.cookies.values(), (cookie) => cookie.output(''));

beforeEach(() => {
  freshSettings();
  setClock(() => 1_556_668_800);
});

describe('status', () => {
  test('a response is 200 OK unless it says otherwise', () => {
    const response = new HttpResponse('x');
    expect([response.statusCode, response.reasonPhrase]).toEqual([200, 'OK']);
  });

  test('a code without a phrase has one that says so', () => {
    expect(new HttpResponse('', { status: 299 }).reasonPhrase).toBe('Unknown Status Code');
    expect(new HttpResponse('', { status: 418 }).reasonPhrase).toBe("I'm a Teapot");
  });

  test('the kinds of response have their codes, which their makers can change', () => {
    expect(new HttpResponseNotFound().statusCode).toBe(404);
    expect(new HttpResponseNotFound('', { status: 410 }).reasonPhrase).toBe('Gone');
  });

  test('a phrase is not checked, not even for newlines', () => {
    expect(new HttpResponse('', { reason: 'a\r\nX: y' }).reasonPhrase).toBe('a\r\nX: y');
  });

  test('a code outside 100 to 599 is refused', () => {
    const message = 'HTTP status code must be an integer from 100 to 599.';
    expect(() => new HttpResponse('', { status: 600 })).toThrow(message);
    expect(() => new HttpResponse('', { status: 99 })).toThrow(message);
    expect(() => new HttpResponse('', { status: 'x' })).toThrow(
      'HTTP status code must be an integer.',
    );
    expect(new HttpResponse('', { status: '404' }).statusCode).toBe(404);
  });
});

describe('headers', () => {
  test('are found in any case and keep the case they were last set in', () => {
    const response = new HttpResponse();
    response.set('X-One', 1);
    response.set('x-ONE', 2);
    expect(response.get('X-one')).toBe('2');
    expect(response.items()).toEqual([
      ['Content-Type', 'text/html; charset=utf-8'],
      ['x-ONE', '2'],
    ]);
    response.delete('X-ONE');
    expect(response.hasHeader('x-one')).toBe(false);
    expect(response.get('x-one', 'none')).toBe('none');
  });

  test('a newline in a value is a BadHeaderError', () => {
    expect(() => new HttpResponse().set('X', 'a\nb')).toThrow(BadHeaderError);
    expect(() => new HttpResponse().set('X', 'a\r\nb')).toThrow(
      String.raw`Header values can't contain newlines (got 'a\r\nb')`,
    );
  });

  test('a value outside Latin-1 is MIME-encoded, one inside stays', () => {
    const response = new HttpResponse();
    response.set('X-Heart', 'I love ♥ Django');
    response.set('X-Latin', 'été');
    expect(response.get('X-Heart')).toBe('=?utf-8?q?I_love_=E2=99=A5_Django?=');
    expect(response.get('X-Latin')).toBe('été');
  });

  test('a name outside ASCII is refused', () => {
    expect(() => new HttpResponse().set('é', 'x')).toThrow(
      String.raw`'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128), HTTP response headers must be in ascii format`,
    );
  });

  test('setdefault leaves a header that is there', () => {
    const response = new HttpResponse();
    response.setdefault('Content-Type', 'text/plain');
    response.setdefault('X-New', 'yes');
    expect(response.items()).toEqual([
      ['Content-Type', 'text/html; charset=utf-8'],
      ['X-New', 'yes'],
    ]);
  });
});

describe('charset', () => {
  test('the body follows the charset of the content type', () => {
    const response = new HttpResponse('é', { contentType: 'text/plain; charset="latin-1"' });
    expect(response.charset).toBe('latin-1');
    expect(latin1Decode(response.content)).toBe('é');
  });

  test('a charset that is given goes into the content type', () => {
    const response = new HttpResponse('', { charset: 'latin-1' });
    expect(response.get('Content-Type')).toBe('text/html; charset=latin-1');
  });
});

describe('cookies', () => {
  test('begin with a space in Set-Cookie and have their attributes in order of the alphabet', () => {
    const response = new HttpResponse();
    response.setCookie('a', 'b c', { maxAge: 60, secure: true, httponly: true, samesite: 'Lax' });
    expect(cookies(response)).toEqual([
      ' a="b c"; expires=Wed, 01 May 2019 00:01:00 GMT; HttpOnly; Max-Age=60; Path=/; SameSite=Lax; Secure',
    ]);
  });

  test('quotes, control characters and Latin-1 are escaped in octal', () => {
    const response = new HttpResponse();
    response.setCookie('a', 'x";é\n\\♥', { path: null });
    expect(cookies(response)).toEqual([String.raw` a="x\"\073\351\012\\♥"`]);
  });

  test('a moment to end at becomes an age and a date', () => {
    const response = new HttpResponse();
    response.setCookie('a', 'b', { expires: new Date((1_556_668_800 + 9) * 1000) });
    expect(cookies(response)).toEqual([
      ' a=b; expires=Wed, 01 May 2019 00:00:10 GMT; Max-Age=10; Path=/',
    ]);
  });

  test('deleting one sends it with the date of 1970', () => {
    const response = new HttpResponse();
    response.deleteCookie('__Host-a');
    expect(cookies(response)).toEqual([
      ' __Host-a=""; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; Secure',
    ]);
  });

  test('another samesite than lax and strict, or an illegal name, is refused', () => {
    const response = new HttpResponse();
    expect(() => response.setCookie('a', 'b', { samesite: 'none' })).toThrow(
      'samesite must be "lax" or "strict".',
    );
    expect(() => response.setCookie('a b', '')).toThrow("Illegal key 'a b'");
    expect(() => response.setCookie('Path', '')).toThrow("Attempt to set a reserved key 'Path'");
  });
});

describe('body', () => {
  test('HttpResponse drains a generator while it is made, and writes add to it', () => {
    const seen: string[] = [];
    const response = new HttpResponse(
      (function* () {
        seen.push('drained');
        yield 'a';
        yield new Uint8Array([98]);
      })(),
    );
    expect(seen).toEqual(['drained']);
    response.write('c');
    expect(text(response)).toBe('abc');
    expect([...response]).toHaveLength(2);
  });

  test('a number becomes its text', () => {
    expect(text(new HttpResponse(42))).toBe('42');
  });

  test('StreamingHttpResponse takes pieces when they are asked for, and only once', () => {
    const seen: string[] = [];
    const response = new StreamingHttpResponse(
      (function* () {
        seen.push('one');
        yield 'é';
      })(),
    );
    expect(seen).toEqual([]);
    expect([...response]).toEqual([new Uint8Array([0xc3, 0xa9])]);
    expect([...response]).toEqual([]);
    expect(() => response.content).toThrow(
      'This StreamingHttpResponse instance has no `content` attribute. Use `streaming_content` instead.',
    );
  });

  test('304 takes no body and has no content type', () => {
    const response = new HttpResponseNotModified();
    expect(response.items()).toEqual([]);
    expect(() => {
      response.content = 'x';
    }).toThrow('You cannot set content to a 304 (Not Modified) response');
  });

  test('405 names the methods that would do', () => {
    expect(new HttpResponseNotAllowed(['GET', 'HEAD']).get('Allow')).toBe('GET, HEAD');
  });
});

describe('redirects', () => {
  test('lead to an escaped address', () => {
    const response = new HttpResponseRedirect('/é ?a=b%20c');
    expect([response.statusCode, response.url]).toEqual([302, '/%C3%A9%20?a=b%20c']);
    expect(new HttpResponsePermanentRedirect('/').statusCode).toBe(301);
  });

  test('to another scheme are refused', () => {
    expect(() => new HttpResponseRedirect('javascript:alert(1)')).toThrow(DisallowedRedirect);
    expect(() => new HttpResponseRedirect('mailto:a@b.c')).toThrow(
      "Unsafe redirect to URL with protocol 'mailto'",
    );
  });
});

describe('close', () => {
  test('closes what hangs on the response, swallows their errors, then sends request_finished', () => {
    const order: string[] = [];
    requestFinished.connect(({ sender }) => order.push(`finished by ${String(sender)}`));
    const response = new HttpResponse();
    response._handlerClass = 'the handler';
    response._closableObjects.push(
      {
        close() {
          order.push('first');
          throw new Error('swallowed');
        },
      },
      { close: () => void order.push('second') },
    );
    response.close();
    expect(response.closed).toBe(true);
    expect(order).toEqual(['first', 'second', 'finished by the handler']);
  });

  test('closes the generator of a streamed body', () => {
    const order: string[] = [];
    const response = new StreamingHttpResponse(
      (function* () {
        try {
          yield 'a';
          yield 'b';
        } finally {
          order.push('closed');
        }
      })(),
    );
    response[Symbol.iterator]().next();
    response.close();
    expect(order).toEqual(['closed']);
  });
});
