import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { AttributeError, KeyError } from '#runtime/builtins';
import { UnicodeEncodeError } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { QueryDict } from '#runtime/django/http';

beforeEach(() => void freshSettings({ DATA_UPLOAD_MAX_NUMBER_FIELDS: null }));

fc.configureGlobal({ seed: 2228 });

const TEXT = fc.string({ unit: 'grapheme', maxLength: 12 });
const LATIN_1 = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((unit) => String.fromCharCode(unit)),
  maxLength: 12,
});
const KEY = fc.oneof(TEXT, fc.constantFrom('__proto__', 'constructor', '10', '9', ''));
const LISTS = fc.uniqueArray(fc.tuple(KEY, fc.array(TEXT, { minLength: 1, maxLength: 3 })), {
  selector: ([key]) => key,
});

function filled(
  lists: Iterable<readonly [string, readonly string[]]>,
  encoding = 'utf-8',
): QueryDict {
  const query = new QueryDict('', { mutable: true, encoding });
  for (const [key, list] of lists) query.setlist(key, list);
  return query;
}

describe('any fields', () => {
  it('are read as they were written, in their order', () => {
    fc.assert(
      fc.property(LISTS, fc.constantFrom('', '/', '/:@'), (lists, safe) => {
        const query = filled(lists);
        expect([...new QueryDict(query.urlencode(safe)).lists()]).toEqual(lists);
      }),
    );
  });

  it('are read as they were written in a charset of one byte a character', () => {
    fc.assert(
      fc.property(fc.array(LATIN_1, { minLength: 1 }), (list) => {
        const query = filled([['é', list]], 'latin-1');
        const read = new QueryDict(query.urlencode(), { encoding: 'latin-1' });
        expect(read.getlist('é')).toEqual(list);
      }),
    );
  });

  it('are written in ASCII, of which nothing separates but what separates them', () => {
    fc.assert(
      fc.property(LISTS, (lists) => {
        const written = filled(lists).urlencode();
        expect(written).toMatch(/^[A-Za-z0-9_.~+%=&-]*$/);
        const fields = lists.flatMap(([, list]) => list);
        expect(written.split('&').filter(Boolean)).toHaveLength(fields.length);
      }),
    );
  });

  it('are the same in a copy, which can be changed and does not change them', () => {
    fc.assert(
      fc.property(LISTS, (lists) => {
        const query = filled(lists);
        query._mutable = false;
        const copy = query.copy();
        expect([...copy.lists()]).toEqual(lists);
        copy.appendlist('new', 'x');
        for (const [key] of lists) copy.appendlist(key, 'more');
        expect([...query.lists()]).toEqual(lists);
      }),
    );
  });

  it('cannot be changed by any method where they are immutable', () => {
    fc.assert(
      fc.property(LISTS, KEY, TEXT, (lists, key, value) => {
        const query = filled(lists);
        query._mutable = false;
        const attempts = [
          () => query.set(key, value),
          () => query.setlist(key, [value]),
          () => query.setlistdefault(key, [value]),
          () => query.setdefault(key, value),
          () => query.appendlist(key, value),
          () => query.delete(key),
          () => query.pop(key),
          () => query.popitem(),
          () => query.clear(),
          () => query.update({ [key]: value, other: value }),
        ];
        for (const attempt of attempts) expect(attempt).toThrow(AttributeError);
        expect([...query.lists()]).toEqual(lists);
      }),
    );
  });
});

describe('a query string that nobody should write', () => {
  it('gives a field for every bit of it, and U+FFFD for what is no text', () => {
    const query = new QueryDict('&a&=b&%=%zz&c=%ff%e2%82');
    expect([...query.items()]).toEqual([
      ['a', ''],
      ['', 'b'],
      ['%', '%zz'],
      ['c', '\ufffd\ufffd'],
    ]);
  });

  it('has half a surrogate pair, which no address can hold', () => {
    expect(() => new QueryDict('a=\ud800').urlencode()).toThrow(UnicodeEncodeError);
  });
});

describe('what is not there', () => {
  it('cannot be taken away', () => {
    const query = new QueryDict('a=1', { mutable: true });
    expect(() => query.delete('b')).toThrow(new KeyError('b'));
    expect(() => query.pop("it's")).toThrow('"it\'s"');
    expect(query.pop('b', null)).toBeNull();
    expect(query.popitem()).toEqual(['a', ['1']]);
    expect(() => query.popitem()).toThrow("'popitem(): dictionary is empty'");
  });
});
