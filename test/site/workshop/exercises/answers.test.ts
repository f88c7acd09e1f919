import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepAnswer, readAnswer } from '../../../../site/workshop/exercises/answers.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  });
});

afterEach(() => vi.unstubAllGlobals());

it('keeps an answer by the name of its exercise, until it is the starter again', () => {
  keepAnswer('double', 'mine');
  expect(readAnswer('double')).toBe('mine');
  expect(readAnswer('other')).toBeUndefined();
  keepAnswer('double', undefined);
  expect(readAnswer('double')).toBeUndefined();
});

it('keeps nothing that is huge, and gives nothing back that is', () => {
  keepAnswer('double', 'x'.repeat(100_001));
  expect(readAnswer('double')).toBeUndefined();
  kept.set('round-trip:answer:double', 'x'.repeat(100_001));
  expect(readAnswer('double')).toBeUndefined();
});

it('goes without where the browser keeps nothing', () => {
  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  keepAnswer('double', 'mine');
  expect(readAnswer('double')).toBeUndefined();
});
