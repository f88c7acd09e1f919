import { expect, it } from 'vitest';
import { interruptBuffer } from '#doctest/python/interrupt-buffer';

it('keeps a signal that comes between a look and the clearing after it, until it is seen', () => {
  const shared = new Uint8Array(new SharedArrayBuffer(1));
  const polled = interruptBuffer(shared);
  expect(polled[0]).toBe(0);
  shared[0] = 2;
  polled[0] = 0;
  expect(polled[0]).toBe(2);
  polled[0] = 0;
  expect(polled[0]).toBe(0);
});
