import { describe, expect, test } from 'vitest';
import { parseAddrport } from '#runtime/django/core/management/commands/addrport';
import { longDate } from '#runtime/django/core/management/commands/long-date';

describe('where a server listens', () => {
  test.each([
    ['8000', '', '8000', false],
    ['1.2.3.4:80', '1.2.3.4', '80', false],
    ['[::1]:80', '::1', '80', true],
    ['my-host.example:80', 'my-host.example', '80', false],
  ])('%s is an address and a port', (given, addr, port, isIpv6) => {
    expect(parseAddrport(given, false)).toEqual({ addr, port, isIpv6 });
  });

  test.each([
    ['x:y', false, '"x:y" is not a valid port number or address:port pair.'],
    ['::1:8000', false, '"::1:8000" is not a valid port number or address:port pair.'],
    ['1.2.3.4:80', true, '"1.2.3.4" is not a valid IPv6 address.'],
  ])('%s may be neither', (given, wantsIpv6, message) => {
    expect(() => parseAddrport(given, wantsIpv6)).toThrow(message);
  });

  test('a name will do where IPv6 is wanted', () => {
    expect(parseAddrport('localhost:80', true).addr).toBe('localhost');
  });
});

test('a moment is told in local time', () => {
  const seconds = new Date(2024, 0, 2, 3, 4, 5).getTime() / 1000;
  expect(longDate(seconds)).toBe('January 02, 2024 - 03:04:05');
});
