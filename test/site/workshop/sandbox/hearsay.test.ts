import { describe, expect, it } from 'vitest';
import { readFromFrame } from '../../../../site/workshop/sandbox/hearsay.ts';

const said = (message: unknown): unknown =>
  readFromFrame({ type: 'said', worker: 1, said: message });

describe('what comes out of the sandbox', () => {
  it.each([
    { type: 'ready' },
    { type: 'answer', ask: 1, value: { any: ['thing'] } },
    { type: 'events', ask: 1, events: [1, null] },
    { type: 'failed', ask: 1, error: { name: 'A', message: 'b', stack: 'c' } },
    { type: 'broken', error: { name: 'A', message: 'b', stack: 'c' } },
  ])('is taken as it is when it has a shape that was agreed on: $type', (message) => {
    expect(said(message)).toEqual({ type: 'said', worker: 1, said: message });
  });

  it.each([
    undefined,
    null,
    'answer',
    [],
    {},
    { type: 'answer' },
    { type: 'answer', ask: '1', value: 1 },
    { type: 'events', ask: 1, events: 'many' },
    { type: 'events', ask: 1 },
    { type: 'order', ask: 1 },
  ])('is passed over when it has none: %j', (message) => {
    expect(said(message)).toBeUndefined();
    expect(readFromFrame(message)).toBeUndefined();
  });

  it('is passed over when no worker said it', () => {
    expect(readFromFrame({ type: 'said', worker: '1', said: { type: 'ready' } })).toBeUndefined();
  });

  it('has errors of text only, and not too much of it', () => {
    const error = { name: { toString: 1 }, message: 'x'.repeat(1e6), stack: 7 };
    expect(said({ type: 'broken', error })).toMatchObject({
      said: { error: { name: 'Error', message: 'x'.repeat(20_000), stack: '' } },
    });
    expect(said({ type: 'failed', ask: 1 })).toMatchObject({
      said: { error: { name: 'Error', message: '', stack: '' } },
    });
  });
});
