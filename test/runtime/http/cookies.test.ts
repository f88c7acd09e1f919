import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCookie } from '#runtime/django/http';
import { CookieError, SimpleCookie } from '#runtime/http/cookies';

fc.configureGlobal({ seed: 2228 });

const NAME = fc.stringMatching(/^[A-Za-z0-9!#%&'*+.^_`|~-]{1,12}$/).filter((name) => {
  return !/^(?:expires|path|comment|domain|max-age|secure|httponly|version|samesite)$/i.test(name);
});
const VALUE = fc.string({ unit: 'grapheme', maxLength: 30 });
const ANY_VALUE = fc.oneof(VALUE, fc.string({ unit: 'binary-ascii', maxLength: 30 }));

/** What a browser would send back of the cookies that were set. */
function sentBack(cookies: SimpleCookie): string {
  return Array.from(cookies.values(), ({ key, codedValue }) => `${key}=${codedValue}`).join('; ');
}

describe('any cookies', () => {
  it('come back as they were set', () => {
    fc.assert(
      fc.property(fc.dictionary(NAME, ANY_VALUE), (given) => {
        const cookies = new SimpleCookie();
        for (const [name, value] of Object.entries(given)) cookies.set(name, value);
        expect(parseCookie(sentBack(cookies))).toEqual(new Map(Object.entries(given)));
      }),
    );
  });

  it('never hold a separator or a line end in their values as they are sent', () => {
    fc.assert(
      fc.property(NAME, ANY_VALUE, (name, value) => {
        const cookies = new SimpleCookie();
        cookies.set(name, value);
        expect(cookies.output()).not.toMatch(/[;,\r\n\0]/);
      }),
    );
  });

  it('are read alike by load and by parse_cookie, as long as load accepts them', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          NAME.filter((name) => !name.startsWith('$')),
          VALUE,
        ),
        (given) => {
          const cookies = new SimpleCookie();
          for (const [name, value] of Object.entries(given)) cookies.set(name, value);
          const header = sentBack(cookies);
          const loaded = new SimpleCookie();
          loaded.load(header);
          const read = Array.from(loaded.values(), ({ key, value }) => [key, value]);
          expect(read).toEqual([...parseCookie(header)]);
        },
      ),
    );
  });
});

describe('a header with a fault', () => {
  it.each(['a; b=2', 'Secure; a=1', 'a=1; Path', 'a="unclosed'])(
    '%j is not read at all',
    (header) => {
      const cookies = new SimpleCookie();
      cookies.load(header);
      expect(cookies.size).toBe(0);
    },
  );

  it('is refused where it has an attribute that there is not', () => {
    expect(() => new SimpleCookie().load('a=1; $odd=2')).toThrow(
      new CookieError("Invalid attribute 'odd'"),
    );
  });
});

it('attributes stand in the order of the alphabet, and cookies in that of their names', () => {
  const cookies = new SimpleCookie();
  cookies.load('b=1; Secure; Path=/; HttpOnly; a="x y"; Max-Age=5; expires=now');
  expect(cookies.output()).toBe(
    'Set-Cookie: a="x y"; expires=now; Max-Age=5\r\nSet-Cookie: b=1; HttpOnly; Path=/; Secure',
  );
});
