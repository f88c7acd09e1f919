import { beforeEach, describe, expect, test } from 'vitest';
import { BinasciiError } from '#runtime/base64';
import { Timedelta } from '#runtime/datetime';
import { freshSettings } from '#runtime/django/conf';
import {
  BadSignature,
  dumps,
  getCookieSigner,
  loads,
  SignatureExpired,
  Signer,
  TimestampSigner,
} from '#runtime/django/core/signing';
import { HttpRequest, HttpResponse } from '#runtime/django/http';
import { registerModule } from '#runtime/django/utils/module-loading';
import { setClock } from '#runtime/time';

const at = (seconds: number) => setClock(() => seconds);
const NUMBERS = Array.from({ length: 40 }, (_, number) => number);

beforeEach(() => {
  freshSettings({ SECRET_KEY: 'secret' });
  at(1_556_668_800);
});

describe('a signer', () => {
  test('puts a signature behind a value and takes it off', () => {
    const signer = new Signer();
    expect(signer.salt).toBe('django.core.signing.Signer');
    expect(signer.sign('a')).toBe('a:zFzVg07CoQbeM6xC9MDmOxxp0TA');
    expect(signer.sign('é:ü')).toBe('é:ü:Y83RzKAIPUUfpUDqvLAqQ3Qf0TI');
    expect(signer.unsign('é:ü:Y83RzKAIPUUfpUDqvLAqQ3Qf0TI')).toBe('é:ü');
  });

  test('is salted with its own name, so that kinds of signers differ', () => {
    class Mine extends Signer {}
    expect(new Mine().salt).toBe('__main__.Mine');
  });

  test('refuses what has no signature, or another', () => {
    expect(() => new Signer().unsign('abc')).toThrow(BadSignature);
    expect(() => new Signer().unsign('abc')).toThrow('No ":" found in value');
    expect(() => new Signer().unsign('abc:x')).toThrow('Signature "x" does not match');
    expect(() => new Signer('other').unsign('a:zFzVg07CoQbeM6xC9MDmOxxp0TA')).toThrow(BadSignature);
  });

  test.each(['', 'a', '-', '=', '^', 'ab\n'])('does not take %j for a separator', (sep) => {
    expect(() => new Signer(null, { sep })).toThrow(/^Unsafe Signer separator: '.*' \(cannot be /);
  });

  test.each([':', '::', 'a:'])('takes %j for one', (sep) => {
    const signer = new Signer(null, { sep });
    expect(signer.unsign(signer.sign('value'))).toBe('value');
  });
});

describe('a signer with a clock', () => {
  test('signs the time as well', () => {
    expect(new TimestampSigner().sign('hello')).toBe('hello:1hLcfI:eXoMPieOo8u91GZcaIoEcdLxqHU');
  });

  test.each([
    [10, 'Signature age 11.0 > 10 seconds'],
    [10.5, 'Signature age 11.0 > 10.5 seconds'],
    [new Timedelta({ seconds: 10 }), 'Signature age 11.0 > 10.0 seconds'],
  ])('refuses what is older than it may be', (maxAge, message) => {
    const signed = new TimestampSigner().sign('hello');
    at(1_556_668_811);
    expect(() => new TimestampSigner().unsign(signed, maxAge)).toThrow(SignatureExpired);
    expect(() => new TimestampSigner().unsign(signed, maxAge)).toThrow(message);
  });

  test('takes what is just as old as it may be, and anything where no age is named', () => {
    const signed = new TimestampSigner().sign('hello');
    at(1_556_668_811);
    expect(new TimestampSigner().unsign(signed, 11)).toBe('hello');
    expect(new TimestampSigner().unsign(signed, new Timedelta({ minutes: 1 }))).toBe('hello');
    expect(new TimestampSigner().unsign(signed)).toBe('hello');
  });
});

describe('values as signed text', () => {
  beforeEach(() => at(1_556_668_811));

  test.each([
    ['hello', 'ImhlbGxvIg:1hLcfT:4FdDmptOIeauS4j3LLH1Uwy0s74'],
    [
      { a: [1, 2, null, true], é: 'ü' },
      'eyJhIjpbMSwyLG51bGwsdHJ1ZV0sIlx1MDBlOSI6Ilx1MDBmYyJ9:1hLcfT:FtVvt8bhWSEX7-Mmm_0mQNqj_l8',
    ],
  ])('are JSON in base64; compressing is given up where it does not help', (value, text) => {
    expect(dumps(value)).toBe(text);
    expect(dumps(value, { compress: true })).toBe(text);
    expect(loads(text)).toEqual(value);
  });

  test('are compressed where that is shorter, and begin with a dot then', () => {
    const text = dumps(NUMBERS, { compress: true });
    expect(text).toBe(
      '.eJwNzMENBDEMw8CG-Igkx4lrWVz_bVy-BIbfQphQbJrDZdCLQkZBhTZqdNBFgxd-xji48MaND754yCIibxlSZJMmh1wyvz-rRxV9:1hLcfT:BjakiZywEgsail3pMKX2aCq-iB0',
    );
    expect(loads(text)).toEqual(NUMBERS);
  });

  test('can have a key and a salt of their own', () => {
    const text = dumps('hello', { key: 'k', salt: 's' });
    expect(text).toBe('ImhlbGxvIg:1hLcfT:gq6EtGHxsPm1w63ackSIKoza3dY');
    expect(loads(text, { key: 'k', salt: 's' })).toBe('hello');
    expect(() => loads(text)).toThrow(BadSignature);
  });

  test('can be too old', () => {
    const text = dumps('hello');
    at(1_556_668_900);
    expect(() => loads(text, { maxAge: 60 })).toThrow('Signature age 89.0 > 60 seconds');
  });

  test('hold no dates, as JSON does not', () => {
    expect(() => dumps({ when: new Date(0) })).toThrow(
      'Object of type datetime is not JSON serializable',
    );
  });

  test('raise what their parts raise where the signature is right and the rest is not', () => {
    const signed = (text: string) =>
      new TimestampSigner(null, { salt: 'django.core.signing' }).sign(text);
    expect(() => loads(signed('Y'))).toThrow(BinasciiError);
    expect(() => loads(signed('.YWJj'))).toThrow('incorrect header check');
    expect(() => loads(signed(''))).toThrow('Expecting value: line 1 column 1 (char 0)');
  });
});

describe('signed cookies', () => {
  beforeEach(() => at(1_556_668_811));

  const cookie = () => {
    const response = new HttpResponse();
    response.setSignedCookie('c', 'hello', { salt: 'x', maxAge: 10 });
    return response.cookies.get('c');
  };

  const request = () => {
    const request = new HttpRequest();
    request.COOKIES = new Map([
      ['c', cookie()?.value ?? ''],
      ['bad', 'bad'],
    ]);
    return request;
  };

  test('are set like others, with a signature in their value', () => {
    expect(cookie()?.output('')).toBe(
      ' c=hello:1hLcfT:fren6crU5Ou4xcOiFxVfQwqCjOc; expires=Wed, 01 May 2019 00:00:21 GMT; Max-Age=10; Path=/',
    );
  });

  test('are read where the salt is the same', () => {
    expect(request().getSignedCookie('c', { salt: 'x' })).toBe('hello');
    expect(() => request().getSignedCookie('c')).toThrow(
      'Signature "fren6crU5Ou4xcOiFxVfQwqCjOc" does not match',
    );
  });

  test('that are missing, forged or too old raise, or give the default', () => {
    expect(() => request().getSignedCookie('z')).toThrow("'z'");
    expect(() => request().getSignedCookie('bad')).toThrow(BadSignature);
    const late = request();
    at(1_556_668_900);
    expect(() => late.getSignedCookie('c', { salt: 'x', maxAge: 10 })).toThrow(SignatureExpired);
    expect(late.getSignedCookie('z', { default: null })).toBeNull();
    expect(late.getSignedCookie('bad', { default: 'none' })).toBe('none');
    expect(late.getSignedCookie('c', { salt: 'x', maxAge: 10, default: 0 })).toBe(0);
  });

  test('are signed by the class that a setting names', () => {
    class Loud extends TimestampSigner {
      override sign(value: string): string {
        return super.sign(value.toUpperCase());
      }
    }
    registerModule('site.signing', { Loud });
    freshSettings({ SECRET_KEY: 'secret', SIGNING_BACKEND: 'site.signing.Loud' });
    expect(getCookieSigner('k').sign('v')).toMatch(/^V:/);
    freshSettings({ SECRET_KEY: 'secret' });
    at(1_556_668_811);
    expect(getCookieSigner('k').sign('v')).toBe('v:1hLcfT:uTGH8rdzsa-pZGpqPt5Gv1ukbEE');
  });
});
