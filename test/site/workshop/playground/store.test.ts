import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY } from '../../../../site/workshop/playground/draft.ts';
import { readSaved, writeSaved } from '../../../../site/workshop/playground/saved.ts';
import {
  KEY,
  ProjectStore,
  type Saved,
  type Shelf,
  UNREAD,
} from '../../../../site/workshop/playground/store.ts';

fc.configureGlobal({ seed: 2228 });

const cookie = {
  name: 'sid',
  value: '1',
  path: '/',
  expires: null,
  httpOnly: true,
  sameSite: 'Lax',
};
const saved: Saved = {
  project: { name: 'Mine', files: { 'wsgi.ts': 'export {};', 'templates/a.html': '<p>ä</p>' } },
  touched: true,
  draft: { ...EMPTY, path: '/x/' },
  cookies: [cookie],
};

/** A storage with so much room, in characters. */
class Room implements Shelf {
  readonly texts = new Map<string, string>();
  readonly room: number;

  constructor(room = Infinity) {
    this.room = room;
  }

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    const others = [...this.texts].filter(([known]) => known !== key);
    const used = others.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    if (used + key.length + text.length > this.room)
      throw new DOMException('no room', 'QuotaExceededError');
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.texts.delete(key);
  }
}

describe('the kept project', () => {
  it('comes back as it was', () => {
    const store = new ProjectStore(() => shelf);
    const shelf = new Room();
    expect(store.load()).toBeUndefined();
    expect(store.save(saved)).toBe('kept');
    expect(new ProjectStore(() => shelf).load()).toEqual(saved);
    expect(store.unread).toBeUndefined();
  });

  it('tells that there is no room, and that storage is off', () => {
    expect(new ProjectStore(() => new Room(50)).save(saved)).toBe('full');
    const off = new ProjectStore(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    expect(off.save(saved)).toBe('off');
    expect(off.load()).toBeUndefined();
    expect(off.unread).toBeUndefined();
  });

  it.each(['{', '[]', '{"version":2}', '{"version":1,"project":{"name":"x","files":{"../a":""}}}'])(
    'starts afresh where it finds %s, and keeps it for downloading',
    (text) => {
      const shelf = new Room();
      shelf.texts.set(KEY, text);
      const store = new ProjectStore(() => shelf);
      expect(store.load()).toBeUndefined();
      expect(store.unread).toBe(text);
      expect(store.save(saved)).toBe('kept');
      expect(new ProjectStore(() => shelf).unread).toBe(text);
      store.dropUnread();
      expect(shelf.texts.has(UNREAD)).toBe(false);
      expect(store.load()).toEqual(saved);
    },
  );

  it('lets an unreadable text stay where there is no room to set it aside', () => {
    const shelf = new Room(KEY.length + 20);
    shelf.texts.set(KEY, '{"old":"abcdefghijk"}'.slice(0, 20));
    const store = new ProjectStore(() => shelf);
    expect(store.load()).toBeUndefined();
    expect(store.save(saved)).toBe('full');
    expect(store.unread).toBe('{"old":"abcdefghijk"');
    expect(shelf.texts.get(KEY)).toBe('{"old":"abcdefghijk"');
    store.dropUnread();
    expect(shelf.texts.size).toBe(0);
  });

  it('reads whatever lies in storage without throwing, and gives it back when it has been read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const read = readSaved(text);
        if (read) expect(readSaved(writeSaved(read))).toEqual(read);
      }),
    );
  });

  it('leaves out cookies and drafts that are none', () => {
    const odd = { ...saved, draft: 'GET /', cookies: [cookie, { name: 'half' }, null, 3] };
    const read = readSaved(JSON.stringify({ version: 1, ...odd }));
    expect(read).toEqual({ ...saved, draft: EMPTY });
  });
});
