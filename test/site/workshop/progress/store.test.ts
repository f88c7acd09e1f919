import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clear,
  isMarked,
  mark,
  merge,
  namesOf,
  NOTHING,
  type Progress,
} from '../../../../site/workshop/progress/progress.ts';
import { KEPT, KEY, ProgressStore, type Shelf } from '../../../../site/workshop/progress/store.ts';
import { readProgress, writeProgress } from '../../../../site/workshop/progress/text.ts';
import { deed, marking } from './arbitrary.ts';

fc.configureGlobal({ seed: 2228 });

class FakeShelf implements Shelf {
  readonly items = new Map<string, string>();
  room = Infinity;
  getItem = (key: string): string | null => this.items.get(key) ?? null;
  removeItem = (key: string): void => void this.items.delete(key);
  setItem = (key: string, text: string): void => {
    const others = [...this.items].filter(([name]) => name !== key).map(([, text]) => text.length);
    if (others.reduce((a, b) => a + b, text.length) > this.room) {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    }
    this.items.set(key, text);
  };
}

/** What a tab sees of a storage that another process may have changed without its knowing yet. */
class Tab implements Shelf {
  readonly shared: FakeShelf;
  seen: Map<string, string>;
  constructor(shared: FakeShelf) {
    this.shared = shared;
    this.seen = new Map(shared.items);
  }
  getItem = (key: string): string | null => this.seen.get(key) ?? null;
  removeItem = (key: string): void => {
    this.seen.delete(key);
    this.shared.removeItem(key);
  };
  setItem = (key: string, text: string): void => {
    this.seen.set(key, text);
    this.shared.setItem(key, text);
  };
  catchUp(): void {
    this.seen = new Map(this.shared.items);
  }
}

const read = (name: string) => (progress: Progress) => mark(progress, 'read', name, 100);
const names = (shelf: FakeShelf) => namesOf(readProgress(shelf.getItem(KEY) ?? ''), 'read');

describe('the store of progress', () => {
  it('keeps a mark for the next page', () => {
    const shelf = new FakeShelf();
    new ProgressStore(() => shelf).change(read('a'));
    expect(isMarked(new ProgressStore(() => shelf).progress, 'read', 'a')).toBe(true);
  });

  it('writes nothing before there is something to keep', () => {
    const shelf = new FakeShelf();
    expect(new ProgressStore(() => shelf).progress).toEqual(NOTHING);
    expect(shelf.items.size).toBe(0);
  });

  it('tells its listeners of each change', () => {
    const store = new ProgressStore(() => new FakeShelf());
    const seen: string[][] = [];
    store.listen(() => seen.push(namesOf(store.progress, 'read')));
    store.change(read('a'));
    expect(seen).toEqual([['a']]);
  });
});

describe('two tabs at once', () => {
  it('lose no mark, though one writes over what it has not seen', () => {
    const shared = new FakeShelf();
    const [one, two] = [new Tab(shared), new Tab(shared)];
    const first = new ProgressStore(() => one);
    const second = new ProgressStore(() => two);
    first.change(read('a'));
    second.change(read('b'));
    expect(names(shared)).toEqual(['b']);
    one.catchUp();
    first.follow();
    two.catchUp();
    second.follow();
    expect(names(shared)).toEqual(['a', 'b']);
    expect(namesOf(first.progress, 'read')).toEqual(['a', 'b']);
    expect(namesOf(second.progress, 'read')).toEqual(['a', 'b']);
  });

  it('come to agree on everything, whatever both do, and then fall silent', () => {
    const step = fc.record({ tab: fc.nat(2), deed: fc.option(deed, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(step), fc.array(marking, { maxLength: 4 }), (steps, last) => {
        const shared = new FakeShelf();
        const tabs = [0, 1, 2].map(() => new Tab(shared));
        const stores = tabs.map((tab) => new ProgressStore(() => tab));
        for (const { tab, deed } of steps) {
          if (deed) stores[tab]?.change(deed);
          else {
            tabs[tab]?.catchUp();
            stores[tab]?.follow();
          }
        }
        for (const [index, { kind, name }] of last.entries()) {
          stores[index % 3]?.change((progress) => mark(progress, kind, `new ${name}`, 1000));
        }
        const all = stores.map(({ progress }) => progress).reduce(merge);
        for (let round = 0; round < 3; round += 1) {
          for (const [index, tab] of tabs.entries()) {
            tab.catchUp();
            stores[index]?.follow();
          }
        }
        const settled = shared.getItem(KEY);
        for (const { progress } of stores) expect(writeProgress(progress)).toBe(writeProgress(all));
        if (settled !== null) expect(settled).toBe(writeProgress(all));
        for (const { kind, name } of last) expect(isMarked(all, kind, `new ${name}`)).toBe(true);
      }),
    );
  });

  it('do not bring back what one of them has cleared', () => {
    const shelf = new FakeShelf();
    const first = new ProgressStore(() => shelf);
    const second = new ProgressStore(() => shelf);
    first.change(read('a'));
    second.follow();
    second.change((progress) => clear(progress, 200));
    first.change(read('b'));
    expect(names(shelf)).toEqual(['b']);
  });
});

describe('a store that cannot be read', () => {
  it('is set aside for download, and the book starts afresh', () => {
    const shelf = new FakeShelf();
    shelf.setItem(KEY, '{"format":');
    const store = new ProgressStore(() => shelf);
    expect(store.progress).toEqual(NOTHING);
    expect(store.unread).toBe('{"format":');
    store.change(read('a'));
    expect(names(shelf)).toEqual(['a']);
    store.dropUnread();
    expect(store.unread).toBeUndefined();
    expect(names(shelf)).toEqual(['a']);
  });

  it('keeps both texts when it happens twice, and what this page knows already', () => {
    const shelf = new FakeShelf();
    shelf.setItem(KEY, 'one');
    const store = new ProgressStore(() => shelf);
    store.change(read('a'));
    shelf.setItem(KEY, 'two');
    store.change(read('b'));
    expect(store.unread).toBe('one\ntwo');
    expect(names(shelf)).toEqual(['a', 'b']);
  });

  it('is left where it is while there is no room to set it aside', () => {
    const shelf = new FakeShelf();
    const long = 'x'.repeat(500);
    shelf.setItem(KEY, long);
    shelf.room = 510;
    const store = new ProgressStore(() => shelf);
    store.change(read('a'));
    expect(shelf.getItem(KEY)).toBe(long);
    expect(store.trouble).toBe('full');
    expect(store.unread).toBe(long);
    store.dropUnread();
    expect(store.unread).toBeUndefined();
    expect(store.trouble).toBeUndefined();
    expect(names(shelf)).toEqual(['a']);
  });

  it('may be of a later edition of the book, and is kept as well', () => {
    const shelf = new FakeShelf();
    const later = JSON.stringify({ ...JSON.parse(writeProgress(NOTHING)), version: 2 });
    shelf.setItem(KEY, later);
    expect(new ProgressStore(() => shelf).unread).toBe(later);
  });
});

describe('where nothing can be kept', () => {
  it('marks last as long as the page: storage is off', () => {
    const store = new ProgressStore(() => {
      throw new DOMException('Access is denied.', 'SecurityError');
    });
    expect(store.trouble).toBe('off');
    store.change(read('a'));
    expect(isMarked(store.progress, 'read', 'a')).toBe(true);
    expect(store.trouble).toBe('off');
    expect(store.unread).toBeUndefined();
  });

  it('marks last as long as the page until there is room again', () => {
    const shelf = new FakeShelf();
    shelf.room = 10;
    const store = new ProgressStore(() => shelf);
    store.change(read('a'));
    expect(store.trouble).toBe('full');
    expect(isMarked(store.progress, 'read', 'a')).toBe(true);
    expect(shelf.items.has(KEPT)).toBe(false);
    shelf.room = Infinity;
    store.change(read('b'));
    expect(store.trouble).toBeUndefined();
    expect(names(shelf)).toEqual(['a', 'b']);
  });
});
