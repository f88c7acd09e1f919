import { beforeEach, expect, test } from 'vitest';
import { IndexError } from '#runtime/builtins';
import { startProcess } from '#runtime/process';
import { choice, entropyTape, seededEntropy, setEntropy } from '#runtime/random';

const draw = (count: number, choices = 'abcd') =>
  Array.from({ length: count }, () => choice(choices)).join('');

beforeEach(() => startProcess());

test('without anything said, the system draws from what there is to draw', () => {
  expect(draw(200)).toMatch(/^[abcd]{200}$/);
  expect(new Set(draw(200)).size).toBe(4);
});

test('nothing can be drawn from nothing', () => {
  expect(() => choice('')).toThrow(IndexError);
  expect(() => choice('')).toThrow('Cannot choose from an empty sequence');
});

test('a tape plays strings that were drawn elsewhere, however they are asked for', () => {
  setEntropy(entropyTape(['ab', 'cd']));
  expect([draw(3), draw(1)]).toEqual(['abc', 'd']);
  expect(() => draw(1)).toThrow('The tape of drawn strings has ended.');
});

test('a tape that does not fit says so', () => {
  setEntropy(entropyTape(['x']));
  expect(() => draw(1)).toThrow("The tape holds 'x', which is none of 'abcd'.");
});

test('a seed gives the same draws each time', () => {
  setEntropy(seededEntropy(2019));
  const first = draw(40);
  setEntropy(seededEntropy(2019));
  expect(draw(40)).toBe(first);
  expect(new Set(first).size).toBe(4);
});

test('another process forgets what was put in place', () => {
  setEntropy(() => 'a');
  startProcess();
  expect(new Set(draw(200)).size).toBe(4);
});
