import { describe, expect, it } from 'vitest';

import { latin1Encode, UnicodeEncodeError } from '#runtime/codecs';

describe('what latin-1 cannot hold', () => {
  it.each([
    ['a€', "character '\\u20ac' in position 1"],
    ['€a€', "character '\\u20ac' in position 0"],
    ['ab€€c', 'characters in position 2-3'],
    ['a😀', "character '\\U0001f600' in position 1"],
    ['😀€', 'characters in position 0-1'],
  ])('is named by its place in %j: one character, or a run of them', (text, what) => {
    expect(() => latin1Encode(text)).toThrow(UnicodeEncodeError);
    expect(() => latin1Encode(text)).toThrow(
      `'latin-1' codec can't encode ${what}: ordinal not in range(256)`,
    );
  });
});
