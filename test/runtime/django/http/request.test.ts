import { beforeEach, describe, expect, test } from 'vitest';
import { latin1Decode, utf8Encode } from '#runtime/codecs';
import { freshSettings, settings } from '#runtime/django/conf';
import {
  DisallowedHost,
  RequestDataTooBig,
  TooManyFieldsSent,
} from '#runtime/django/core/exceptions';
import { RawPostDataException } from '#runtime/django/http';
import { makeEnviron, makeRequest } from '../request.ts';

beforeEach(() => {
  freshSettings({ ALLOWED_HOSTS: ['testserver', '.example.com'] });
});

const native = (text: string) => latin1Decode(utf8Encode(text));
const form = (body: string, more = {}) =>
  makeRequest(
    '/',
    {
      REQUEST_METHOD: 'POST',
      CONTENT_TYPE: 'application/x-www-form-urlencoded',
      CONTENT_LENGTH: String(body.length),
      ...more,
    },
    body,
  );

describe('paths', () => {
  test('are bytes in Latin-1 disguise: they come out as Unicode', () => {
    expect(makeRequest(native('/café/')).path).toBe('/café/');
  });

  test('bytes that are not UTF-8 come back as escapes', () => {
    expect(makeRequest('/a\xff/\xe2\x82/').pathInfo).toBe('/a%FF/%E2%82/');
  });

  test('a path with a character beyond Latin-1 is no native string', () => {
    expect(() => makeRequest('/♥')).toThrow("'latin-1' codec can't encode character");
  });

  test('an empty path is the root', () => {
    const request = makeRequest('');
    expect([request.path, request.pathInfo]).toEqual(['/', '/']);
  });

  test("the script's part belongs to the path but not to what the URLconf sees", () => {
    const request = makeRequest('/polls/', { SCRIPT_NAME: '/site/' });
    expect([request.path, request.pathInfo]).toEqual(['/site/polls/', '/polls/']);
  });

  test('only the first slash is taken off, so that two slashes stay two', () => {
    expect(makeRequest('//a//b').path).toBe('//a//b');
  });

  test("Apache's address before rewriting overrides the script's name", () => {
    const request = makeRequest('/polls/', { SCRIPT_NAME: '/x', SCRIPT_URL: '/mst//milk/polls/' });
    expect(request.path).toBe('/mst/milk/polls/');
  });

  test('META is the environ itself, and Django changes it', () => {
    const environ = makeEnviron(native('/café/'));
    const request = makeRequest('/', environ);
    expect(request.META).toBe(request.environ);
    expect(request.environ.PATH_INFO).toBe('/café/');
  });

  test('the full path is escaped and has the query', () => {
    const request = makeRequest(native('/café;x'), { QUERY_STRING: 'a=b c' });
    expect(request.getFullPath()).toBe('/caf%C3%A9%3Bx?a=b%20c');
    expect(request.getFullPath(true)).toBe('/caf%C3%A9%3Bx/?a=b%20c');
    expect(String(request)).toBe("<WSGIRequest: GET '/caf%C3%A9%3Bx?a=b%20c'>");
  });
});

describe('hosts', () => {
  test('are judged when someone asks, and not before', () => {
    const request = makeRequest('/', { HTTP_HOST: 'evil.org' });
    expect(() => request.getHost()).toThrow(DisallowedHost);
    expect(() => request.getHost()).toThrow(
      "Invalid HTTP_HOST header: 'evil.org'. You may need to add 'evil.org' to ALLOWED_HOSTS.",
    );
  });

  test('that are not valid get other advice', () => {
    expect(() => makeRequest('/', { HTTP_HOST: 'a b' }).getHost()).toThrow(
      "Invalid HTTP_HOST header: 'a b'. The domain name provided is not valid according to RFC 1034/1035.",
    );
  });

  test('below a domain with a dot are allowed', () => {
    expect(makeRequest('/', { HTTP_HOST: 'A.example.com:81' }).getHost()).toBe('A.example.com:81');
  });

  test('come from server name and port where there is no header', () => {
    expect(makeRequest('/', { SERVER_PORT: '8000' }).getHost()).toBe('testserver:8000');
    expect(makeRequest('/').buildAbsoluteUri('/x?y')).toBe('http://testserver/x?y');
    expect(makeRequest('/a/b').buildAbsoluteUri('c')).toBe('http://testserver/a/c');
    expect(makeRequest('/a/b').buildAbsoluteUri()).toBe('http://testserver/a/b');
  });

  test('stand in addresses as they were when the first one was made', () => {
    const request = makeRequest('/');
    request.buildAbsoluteUri('/a');
    request.META.HTTP_HOST = 'testserver:81';
    expect(request.buildAbsoluteUri('/b')).toBe('http://testserver/b');
    expect(request.getHost()).toBe('testserver:81');
  });

  test('stand in the raw address whether they are allowed or not', () => {
    const request = makeRequest('/a', { HTTP_HOST: 'evil.test', QUERY_STRING: 'q=1' });
    expect(request.getRawUri()).toBe('http://evil.test/a?q=1');
    expect(() => request.buildAbsoluteUri()).toThrow('Invalid HTTP_HOST header');
  });

  test('of this machine are allowed while DEBUG is on and nothing else is', () => {
    settings.ALLOWED_HOSTS = [];
    settings.DEBUG = true;
    expect(makeRequest('/', { HTTP_HOST: 'localhost:8000' }).getHost()).toBe('localhost:8000');
  });
});

describe('what the browser sent', () => {
  test('a field may come several times; the last one shows', () => {
    const { GET } = makeRequest('/', { QUERY_STRING: 'a=1&a=2&b=&c&%C3%A9=x+y' });
    expect(GET.get('a')).toBe('2');
    expect(GET.getlist('a')).toEqual(['1', '2']);
    expect(GET.dict()).toEqual({ a: '2', b: '', c: '', é: 'x y' });
    expect(GET.urlencode()).toBe('a=1&a=2&b=&c=&%C3%A9=x+y');
  });

  test('a query cannot be changed, its copy can', () => {
    const { GET } = makeRequest('/', { QUERY_STRING: 'a=1' });
    expect(() => GET.set('a', '2')).toThrow('This QueryDict instance is immutable');
    const copy = GET.copy();
    copy.set('next', '/a&b/');
    expect(copy.urlencode('/')).toBe('a=1&next=/a%26b/');
  });

  test('a missing field is an error with its name', () => {
    expect(() => makeRequest().GET.item('nope')).toThrow("'nope'");
    expect(makeRequest().GET.get('nope')).toBeNull();
  });

  test('too many fields are suspicious', () => {
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2;
    expect(() => makeRequest('/', { QUERY_STRING: 'a&b&c' }).GET).toThrow(TooManyFieldsSent);
  });

  test('cookies are read with their quotes undone, the nameless one too', () => {
    const { COOKIES } = makeRequest('/', {
      HTTP_COOKIE: String.raw`a=b; c="d\"\073e"; lone; =x; a=z`,
    });
    expect([...COOKIES]).toEqual([
      ['a', 'z'],
      ['c', 'd";e'],
      ['', 'x'],
    ]);
  });

  test('headers are found in any case', () => {
    const { headers } = makeRequest('/', { HTTP_X_REQUESTED_WITH: 'XMLHttpRequest' });
    expect(headers.get('x-requested-with')).toBe('XMLHttpRequest');
    expect(headers.entries()).toEqual([['X-Requested-With', 'XMLHttpRequest']]);
  });
});

describe('forms', () => {
  test('are read from a POST', () => {
    expect(form('a=1&b=2').POST.dict()).toEqual({ a: '1', b: '2' });
  });

  test('are empty without a length, for PUT, and for JSON', () => {
    expect(form('a=1', { CONTENT_LENGTH: '' }).POST.size).toBe(0);
    expect(form('a=1', { REQUEST_METHOD: 'PUT' }).POST.size).toBe(0);
    expect(form('{}', { CONTENT_TYPE: 'application/json' }).POST.size).toBe(0);
  });

  test('leave the body readable', () => {
    const request = form('a=1');
    expect(request.POST.get('a')).toBe('1');
    expect(latin1Decode(request.body)).toBe('a=1');
  });

  test('the body cannot be read after the stream was', () => {
    const request = form('a=1');
    expect(latin1Decode(request.read(1))).toBe('a');
    expect(() => request.body).toThrow(RawPostDataException);
    expect(request.POST.size).toBe(0);
  });

  test('a body beyond the limit is refused when it is asked for', () => {
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2;
    const request = form('a=1');
    expect(() => request.POST).toThrow(RequestDataTooBig);
  });

  test('with files are split into fields and files, which close with the request', () => {
    const body = [
      '--B',
      'Content-Disposition: form-data; name="title"',
      '',
      'é',
      '--B',
      'Content-Disposition: form-data; name="doc"; filename="C:\\a\\b.txt"',
      'Content-Type: text/plain',
      '',
      'line one\r\nline two',
      '--B--',
      '',
    ].join('\r\n');
    const length = utf8Encode(body).length;
    const type = 'multipart/form-data; boundary=B';
    const request = form(body, { CONTENT_TYPE: type, CONTENT_LENGTH: String(length) });
    expect(request.POST.dict()).toEqual({ title: 'é' });
    const file = request.FILES.get('doc');
    expect([file?.name, file?.contentType]).toEqual(['b.txt', 'text/plain']);
    expect(latin1Decode(file?.read() ?? new Uint8Array())).toBe('line one\r\nline two');
    request.close();
    expect(file?.closed).toBe(true);
  });

  test('with a bad boundary are a MultiPartParserError, once', () => {
    const request = form('x', { CONTENT_TYPE: 'multipart/form-data; boundary=' });
    expect(() => request.POST).toThrow('Invalid boundary in multipart: ');
    expect(request.POST.size).toBe(0);
  });
});

test('a request reads no more of the stream than its length says', () => {
  const request = form('one\ntwo\nthree', { CONTENT_LENGTH: '8' });
  expect(Array.from(request, (line) => latin1Decode(line))).toEqual(['one\n', 'two\n']);
});
