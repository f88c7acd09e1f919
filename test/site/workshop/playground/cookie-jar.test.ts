import { describe, expect, it } from 'vitest';
import { CookieJar } from '../../../../site/workshop/playground/cookie-jar.ts';

const NOW = Date.parse('2019-05-01T00:00:00Z');

describe('the cookie jar', () => {
  it('sends back what it was given, until it ends', () => {
    const jar = new CookieJar();
    jar.take('sid=abc; Max-Age=60; Path=/; HttpOnly; SameSite=Lax', '/', NOW);
    jar.take('theme=dark; expires=Thu, 02 May 2019 00:00:00 GMT; Path=/', '/', NOW);
    jar.take('plain=1', '/', NOW);
    expect(jar.header('/any/', NOW)).toBe('sid=abc; theme=dark; plain=1');
    expect(jar.header('/', NOW + 60_000)).toBe('theme=dark; plain=1');
    expect(jar.all(NOW + 25 * 3600 * 1000)).toEqual([
      { name: 'plain', value: '1', path: '/', expires: null, httpOnly: false, sameSite: '' },
    ]);
  });

  it('has Max-Age decide where there is an expiry date too, and forgets what has ended', () => {
    const jar = new CookieJar();
    const later = 'Thu, 02 May 2019 00:00:00 GMT';
    jar.take('sid=abc', '/', NOW);
    jar.take(`sid=""; expires=${later}; Max-Age=0; Path=/`, '/', NOW);
    expect(jar.header('/', NOW)).toBe('');
    jar.take('sid=abc; Path=/', '/', NOW);
    jar.take('sid=; expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/', '/', NOW);
    expect(jar.all(NOW)).toEqual([]);
  });

  it('keeps cookies to their paths, and sends longer paths first', () => {
    const jar = new CookieJar();
    jar.take('root=1; Path=/', '/', NOW);
    jar.take('deep=2; Path=/shop/cart', '/', NOW);
    jar.take('usual=3', '/shop/list?x=/y/z', NOW);
    expect(jar.header('/shop/cart/now', NOW)).toBe('deep=2; usual=3; root=1');
    expect(jar.header('/shop/cartoon', NOW)).toBe('usual=3; root=1');
    expect(jar.header('/shopping', NOW)).toBe('root=1');
  });

  it('replaces a cookie of the same name and path in its place', () => {
    const jar = new CookieJar();
    for (const header of ['a=1; Path=/', 'b=2; Path=/', 'a=3; Path=/']) jar.take(header, '/', NOW);
    expect(jar.header('/', NOW)).toBe('a=3; b=2');
    jar.remove('a', '/');
    expect(jar.header('/', NOW)).toBe('b=2');
    jar.clear();
    expect(jar.all(NOW)).toEqual([]);
  });

  it('says why it keeps a cookie not', () => {
    const jar = new CookieJar();
    const take = (header: string): string | undefined => jar.take(header, '/', NOW);
    expect(take('sid=1; Secure')).toBe(
      'The cookie sid was not kept: it asks for a secure connection, and this is none.',
    );
    expect(take('sid=1; Domain=.example.com')).toBe(
      'The cookie sid was not kept: it is for example.com, and this is localhost.',
    );
    expect(take('nothing')).toBe('A cookie was not kept: it has no "=".');
    expect(take(`long=${'x'.repeat(5000)}`)).toMatch(/longer than 4096/);
    expect(take('ok=1; Domain=localhost')).toBeUndefined();
    expect(jar.all(NOW).map(({ name }) => name)).toEqual(['ok']);
  });

  it('keeps fifty cookies, the latest', () => {
    const jar = new CookieJar();
    for (let index = 0; index < 60; index += 1) jar.take(`c${index}=1`, '/', NOW);
    expect(jar.all(NOW)).toHaveLength(50);
    expect(jar.all(NOW)[0]?.name).toBe('c10');
  });
});
