import { describe, expect, it } from 'vitest';
import { weighsAtMost } from '../../../../site/workshop/sandbox/weight.ts';

const KB = 1024;
const round: { self?: unknown } = {};
round.self = round;

describe('the weight of what comes out of a worker', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a short text', 'x'.repeat(100)],
    ['a thing that holds itself', round],
    ['some of everything', [1n, new Date(), /x/, new Map([[1, { a: 'b' }]]), new Set([null])]],
  ])('is light for %s', (_, data) => {
    expect(weighsAtMost(data, 2 * KB)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a long text', 'x'.repeat(KB)],
    ['a long name', { ['x'.repeat(KB)]: 1 }],
    ['a text in a map in a set in a list', [new Set([new Map([[1, 'x'.repeat(KB)]])])]],
    ['many small things', Array.from({ length: KB }, () => ({}))],
    ['a long list of nothing', Array(1e9)],
    ['a buffer', new ArrayBuffer(2 * KB)],
    ['a view of a buffer', new DataView(new ArrayBuffer(2 * KB), 0, 1)],
    ['a large number', 2n ** 40_000n],
    ['an error of much text', new Error('x'.repeat(KB))],
  ])('is heavy for %s', (_, data) => {
    expect(weighsAtMost(data, 2 * KB)).toBe(false);
  });

  it('is that of a buffer once, however many views there are', () => {
    const buffer = new ArrayBuffer(KB);
    const views = Array.from({ length: 8 }, () => new Uint8Array(buffer));
    expect(weighsAtMost(views, 2 * KB)).toBe(true);
    expect(weighsAtMost(views, KB)).toBe(false);
  });
});
