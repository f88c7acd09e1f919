import { describe, expect, it } from 'vitest';
import type { Json, Recording } from '../model.ts';
import { pack, unpack, withCalls, withLists } from './pack.ts';

const OUT = {
  start: [[0, 'a:make']],
  requests: [
    {
      status: '200 OK',
      calls: [
        [0, 'a:call'],
        [1, 'a:make', 'b:Kind'],
      ],
    },
    { status: '404 Not Found', calls: [[0, 'a:call']] },
  ],
};

function recording(out: Record<string, Json>): Recording {
  return {
    format: 1,
    suite: 'django-trace',
    python: '3.11.7',
    cases: [{ in: { id: 'one' }, out }],
  };
}

describe('a packed recording', () => {
  it('names each function and class once, and calls them by number', () => {
    const { names, cases } = pack(recording(OUT));
    expect(names).toEqual(['a:call', 'a:make', 'b:Kind']);
    expect(cases[0]?.out).toEqual({
      start: [[0, 1]],
      requests: [
        {
          status: '200 OK',
          calls: [
            [0, 0],
            [1, 1, 2],
          ],
        },
        { status: '404 Not Found', calls: [[0, 0]] },
      ],
    });
  });

  it('is the recording again when it is unpacked', () => {
    expect(unpack(pack(recording(OUT)))).toEqual(recording(OUT));
  });

  it('is the recording itself where there are no calls', () => {
    const plain = recording({ value: 1 });
    expect(pack(plain)).toBe(plain);
    expect(unpack(plain)).toEqual(plain);
  });
});

describe('an outcome', () => {
  it('has each call changed and the rest left', () => {
    const changed = withCalls(OUT, ([depth = 0]) => [Number(depth) + 1]);
    expect(changed).toEqual({
      start: [[1]],
      requests: [
        { status: '200 OK', calls: [[1], [2]] },
        { status: '404 Not Found', calls: [[1]] },
      ],
    });
  });

  it('of another suite stays as it is', () => {
    const other = { start: ['ValueError', 'no'], events: [] };
    expect(withLists(other, () => null)).toBe(other);
  });
});
