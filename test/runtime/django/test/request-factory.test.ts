import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { RequestFactory } from '#runtime/django/test';
import { BOUNDARY, encodeMultipart, FakePayload } from '#runtime/django/test/client';
import { BytesIO } from '#runtime/io';

const bytes = (text: string) => new TextEncoder().encode(text);
const bodyOf = (request: { body: Uint8Array }) => latin1Decode(request.body);

let factory: RequestFactory;

beforeEach(() => {
  freshSettings();
  factory = new RequestFactory({ SERVER_NAME: 'x.example' });
});

describe('RequestFactory', () => {
  test('makes a whole environ, in which the caller has the last word', () => {
    const { META } = factory.get('/a b/é?q=1', { x: ['1', '2'], y: 'é' }, { HTTP_X: '1' });
    const { 'wsgi.input': input, 'wsgi.errors': errors, ...rest } = META;
    expect(rest).toEqual({
      HTTP_COOKIE: '',
      PATH_INFO: '/a b/é',
      REMOTE_ADDR: '127.0.0.1',
      REQUEST_METHOD: 'GET',
      SCRIPT_NAME: '',
      SERVER_NAME: 'x.example',
      SERVER_PORT: '80',
      SERVER_PROTOCOL: 'HTTP/1.1',
      'wsgi.version': [1, 0],
      'wsgi.url_scheme': 'http',
      'wsgi.multiprocess': true,
      'wsgi.multithread': false,
      'wsgi.run_once': false,
      QUERY_STRING: 'x=1&x=2&y=%C3%A9',
      HTTP_X: '1',
    });
    expect([input?.constructor, errors?.constructor]).toEqual([FakePayload, BytesIO]);
  });

  test('takes the query of the path where there are no data', () => {
    const { META } = factory.get('/p/;a=b?q=é#frag');
    expect([META.PATH_INFO, META.QUERY_STRING]).toEqual(['/p/;a=b', 'q=Ã©']);
    const absolute = factory.get('http://h.example:81/p?q=1').META;
    expect([absolute.PATH_INFO, absolute.QUERY_STRING, absolute.SERVER_NAME]).toEqual([
      '/p',
      'q=1',
      'x.example',
    ]);
    expect(factory.head('/x', { a: 1 }).META.QUERY_STRING).toBe('a=1');
  });

  test('posts a form with parts unless told otherwise', () => {
    const request = factory.post('/x?z=1', { a: '1', b: ['2', '3'], n: 5 });
    expect(bodyOf(request)).toBe(
      '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' +
        '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="b"\r\n\r\n2\r\n' +
        '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="b"\r\n\r\n3\r\n' +
        '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="n"\r\n\r\n5\r\n' +
        '--BoUnDaRyStRiNg--\r\n',
    );
    const { CONTENT_LENGTH, CONTENT_TYPE, QUERY_STRING } = request.META;
    expect([CONTENT_LENGTH, CONTENT_TYPE, QUERY_STRING]).toEqual([
      '280',
      'multipart/form-data; boundary=BoUnDaRyStRiNg',
      'z=1',
    ]);
    expect([request.POST.getlist('b'), request.GET.get('z')]).toEqual([['2', '3'], '1']);
  });

  test('posts JSON, text in its charset, and forms that are text already', () => {
    const json = factory.post('/x', { a: [1, { b: null }] }, { contentType: 'application/json' });
    expect(bodyOf(json)).toBe('{"a": [1, {"b": null}]}');
    const latin = factory.post('/x', 'a=é', { contentType: 'text/plain; charset=latin-1' });
    expect(latin.body).toEqual(new Uint8Array([97, 61, 233]));
    const form = factory.post('/x', 'a=1', { contentType: 'application/x-www-form-urlencoded' });
    expect(form.POST.get('a')).toBe('1');
  });

  test('makes requests of every method', () => {
    const put = factory.put('/x', { a: 1 }, { contentType: 'application/json', secure: true });
    expect([put.method, bodyOf(put), put.scheme, put.META.SERVER_PORT]).toEqual([
      'PUT',
      '{"a": 1}',
      'https',
      '443',
    ]);
    expect(factory.delete('/x').META.CONTENT_TYPE).toBeUndefined();
    expect(bodyOf(factory.options('/x', 'abc'))).toBe('abc');
    expect(factory.trace('/x').method).toBe('TRACE');
    const patch = factory.patch('/x', bytes('b'));
    expect([bodyOf(patch), patch.META.CONTENT_TYPE]).toEqual(['b', 'application/octet-stream']);
    const own = factory.generic('purge', '/x', 'body', { contentType: 'text/x' });
    expect([own.META.REQUEST_METHOD, own.method]).toEqual(['purge', 'PURGE']);
  });
});

describe('a form with parts', () => {
  test('carries files, with their name and their type as far as they tell', () => {
    const picture = { name: '/pictures/pic.png', read: () => bytes('data') };
    const form = { f: picture, g: { read: () => 'text' }, l: [new BytesIO(bytes('1')), 'x'] };
    expect(latin1Decode(encodeMultipart(BOUNDARY, form))).toBe(
      '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="f"; filename="pic.png"\r\nContent-Type: image/png\r\n\r\ndata\r\n' +
        '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="g"; filename="g"\r\nContent-Type: application/octet-stream\r\n\r\ntext\r\n' +
        '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="l"; filename="l"\r\nContent-Type: application/octet-stream\r\n\r\n1\r\n' +
        '--BoUnDaRyStRiNg\r\nContent-Disposition: form-data; name="l"\r\n\r\nx\r\n' +
        '--BoUnDaRyStRiNg--\r\n',
    );
  });

  test('has no place for None', () => {
    expect(() => factory.post('/x', { a: null })).toThrow(
      'Cannot encode None as POST data. Did you mean to pass an empty string or omit the value?',
    );
  });
});

test('a payload can be read once, to its end and not beyond', () => {
  const payload = new FakePayload('abc');
  expect(() => payload.read(4)).toThrow(
    'Cannot read more than the available bytes from the HTTP incoming data.',
  );
  expect([payload.read(2), payload.read(), payload.length]).toEqual([bytes('ab'), bytes('c'), 0]);
  expect(() => payload.write('x')).toThrow("Unable to write a payload after he's been read");
});
