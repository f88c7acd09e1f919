import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepDraft, readDraft } from '../../../../site/workshop/run/drafts.ts';

function storage(
  items: Record<string, string> = {},
): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map(Object.entries(items));
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('what was typed', () => {
  it('is kept by chapter and snippet, until it is given up', () => {
    vi.stubGlobal('sessionStorage', storage());
    keepDraft('1-wsgi/a', 'hello', 'mine');
    expect(readDraft('1-wsgi/a', 'hello')).toBe('mine');
    expect(readDraft('1-wsgi/b', 'hello')).toBeUndefined();
    keepDraft('1-wsgi/a', 'hello', undefined);
    expect(readDraft('1-wsgi/a', 'hello')).toBeUndefined();
  });

  it('is left alone where it is longer than anybody types', () => {
    vi.stubGlobal('sessionStorage', storage({ 'round-trip:draft:a#hello': 'x'.repeat(100_001) }));
    expect(readDraft('a', 'hello')).toBeUndefined();
    keepDraft('a', 'other', 'x'.repeat(100_001));
    expect(readDraft('a', 'other')).toBeUndefined();
  });

  it('is lost without a word where the browser keeps nothing, or no more', () => {
    const refuse = () => {
      throw new DOMException('No.', 'QuotaExceededError');
    };
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(() => keepDraft('a', 'hello', 'mine')).not.toThrow();
    expect(readDraft('a', 'hello')).toBeUndefined();
  });
});
