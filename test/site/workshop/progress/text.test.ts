import * as fc from 'fast-check';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { mark, NOTHING } from '../../../../site/workshop/progress/progress.ts';
import {
  LONGEST,
  ProgressTextError,
  readProgress,
  writeExport,
  writeProgress,
} from '../../../../site/workshop/progress/text.ts';
import { readFile } from '../../../../site/workshop/progress/files.ts';
import { GET } from '../../../../site/pages/progress.schema.json.ts';
import { progress, withoutTimes } from './arbitrary.ts';

fc.configureGlobal({ seed: 2228 });

const rules = z.fromJSONSchema((await GET().json()) as Parameters<typeof z.fromJSONSchema>[0]);
const VALID = writeProgress(mark(NOTHING, 'read', '1-wsgi/environ', 7));

function refusal(text: string): string {
  try {
    readProgress(text);
  } catch (error) {
    expect(error).toBeInstanceOf(ProgressTextError);
    return (error as Error).message;
  }
  throw new Error(`This was read: ${text}`);
}

function isRead(text: string): boolean {
  try {
    readProgress(text);
    return true;
  } catch {
    return false;
  }
}

const changed = (changes: object) => JSON.stringify({ ...JSON.parse(VALID), ...changes });

describe('progress as text', () => {
  it('comes back as it was, names of the language included', () => {
    fc.assert(
      fc.property(progress, (record) => {
        expect(writeProgress(readProgress(writeProgress(record)))).toBe(writeProgress(record));
      }),
    );
  });

  it('is exported without what was taken back, and comes back with every mark', () => {
    fc.assert(
      fc.property(progress, (record) => {
        const text = writeExport(record);
        expect(withoutTimes(readProgress(text))).toEqual(withoutTimes(record));
        expect(text).not.toContain('takenBack');
      }),
    );
  });

  it('satisfies the published description', () => {
    fc.assert(
      fc.property(progress, (record) => {
        expect(rules.safeParse(JSON.parse(writeProgress(record))).success).toBe(true);
        expect(rules.safeParse(JSON.parse(writeExport(record))).success).toBe(true);
      }),
    );
  });
});

describe('a hostile text', () => {
  it('is read just when the published description allows it', () => {
    const odd = fc.constantFrom<unknown>(null, [], {}, '', 'x', -1, 1.5, 1e300, true, 'a\u0000b');
    const spot = fc.constantFrom('format', 'version', 'cleared', 'read', 'ran', 'solved', 'more');
    const mark = fc.dictionary(
      fc.constantFrom('made', 'takenBack', 'more'),
      fc.oneof(fc.nat(), odd),
    );
    const marks = fc.dictionary(fc.string({ maxLength: 4 }), fc.oneof(mark, odd));
    const place = fc.dictionary(
      fc.constantFrom('chapter', 'anchor', 'section', 'done', 'at'),
      fc.oneof(odd, fc.boolean(), fc.nat()),
      { minKeys: 4 },
    );
    fc.assert(
      fc.property(
        fc.dictionary(spot, fc.oneof(odd, marks), { maxKeys: 1 }),
        fc.option(place, { nil: undefined }),
        (changes, place) => {
          const text = changed({ ...changes, ...(place ? { place } : {}) });
          expect(isRead(text), text).toBe(rules.safeParse(JSON.parse(text)).success);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never does more than be refused in a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(refusal(text)).toMatch(/^This is not progress in this book: .+\.$/s);
      }),
    );
  });

  it.each([
    ['not JSON', '{', 'it is not JSON'],
    ['nested a million deep', '['.repeat(900_000), 'it is not JSON'],
    ['another format', changed({ format: 'x' }), 'its "format" is not "round-trip progress"'],
    [
      'a later version',
      changed({ version: 2 }),
      'it has the version 2, and this edition of the book reads 1',
    ],
    ['a part missing', changed({ ran: undefined }), '"ran" is missing'],
    ['a part too many', changed({ extra: 1 }), '"extra" is nothing that it may have'],
    [
      'a time that is none',
      changed({ read: { a: { made: -1 } } }),
      'the time of "a" in "read" is not a number of milliseconds',
    ],
    [
      'a name too long',
      changed({ read: { ['x'.repeat(300)]: { made: 1 } } }),
      'is not a text of 1 to 200 characters',
    ],
  ])('says what is wrong with it: %s', (_, text, words) => {
    expect(refusal(text)).toContain(words);
  });

  it('pollutes no prototype', () => {
    readProgress(changed({ read: JSON.parse('{"__proto__": {"made": 1}}') }));
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(refusal('{"__proto__": {"format": "round-trip progress"}}')).toContain('"format"');
  });
});

describe('a huge file', () => {
  it('is refused by its length, and unread by its size', async () => {
    expect(refusal(' '.repeat(LONGEST + 1))).toContain('has 1000001 characters');
    const blob = { size: 5_000_000_000, text: () => Promise.reject(new Error('was read')) };
    await expect(readFile(blob as unknown as Blob)).rejects.toThrow('it has 5000000000 bytes');
  });
});
