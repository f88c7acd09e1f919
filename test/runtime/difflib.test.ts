import { expect, test } from 'vitest';
import { getCloseMatches, ratio } from '#runtime/difflib';

test('words are alike as far as their pieces match in order', () => {
  expect([ratio('abcd', 'bcde'), ratio('', ''), ratio('chekc', 'check')]).toEqual([0.75, 1, 0.8]);
});

test('the words that are most alike come first, none that is too different', () => {
  const commands = ['check', 'runserver', 'testserver', 'help'];
  expect(getCloseMatches('chekc', commands)).toEqual(['check']);
  expect(getCloseMatches('rnserver', commands)).toEqual(['runserver', 'testserver']);
  expect(getCloseMatches('zzz', commands)).toEqual([]);
});
