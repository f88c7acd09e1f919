import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EMPTY } from '../../../../site/workshop/playground/draft.ts';
import { Keeper } from '../../../../site/workshop/playground/keeper.ts';
import { ProjectStore, type Saved } from '../../../../site/workshop/playground/store.ts';

const project = { name: 'Mine', files: { 'wsgi.ts': '' } };
const saved: Saved = { project, touched: true, draft: EMPTY, cookies: [] };

describe('the keeper', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function keeperOn(setItem: (text: string) => void): { keeper: Keeper; said: string[] } {
    const said: string[] = [];
    const shelf = {
      getItem: () => null,
      setItem: (_: string, text: string) => setItem(text),
      removeItem: () => {},
    };
    const keeper = new Keeper(
      new ProjectStore(() => shelf),
      () => saved,
      (words) => said.push(words),
    );
    return { keeper, said };
  }

  it('keeps changes that follow each other once, and at once when the page is left', () => {
    const kept: string[] = [];
    const { keeper, said } = keeperOn((text) => kept.push(text));
    keeper.soon();
    vi.advanceTimersByTime(300);
    keeper.soon();
    vi.advanceTimersByTime(300);
    expect(kept).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(kept).toHaveLength(1);
    keeper.soon();
    expect(keeper.losing(true)).toBe(false);
    expect(kept).toHaveLength(2);
    vi.runAllTimers();
    expect(kept).toHaveLength(2);
    expect(said).toEqual(['Kept in this browser.', 'Kept in this browser.']);
  });

  it('warns of a loss only where there is something to lose', () => {
    const { keeper, said } = keeperOn(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    keeper.keep();
    expect(said).toEqual([expect.stringContaining('the storage of this browser is full')]);
    expect(keeper.losing(true)).toBe(true);
    expect(keeper.losing(false)).toBe(false);
  });
});
