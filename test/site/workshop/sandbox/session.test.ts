import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Session, type Line } from '../../../../site/workshop/sandbox/session.ts';

const error = { name: 'RangeError', message: 'too far', stack: 'at the end' };

/** A line that keeps what goes over it. */
function keepingLine(): Line & { sent: unknown[]; ends: string[] } {
  const sent: unknown[] = [];
  const ends: string[] = [];
  return {
    sent,
    ends,
    send: (ask, message, transfer) => sent.push([ask, message, transfer]),
    end: (all) => ends.push(all ? 'the frame' : 'the worker'),
  };
}

describe('a session of the sandbox', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives each message its own answer, in whatever order they come', async () => {
    const line = keepingLine();
    const session = new Session(line);
    const buffer = new ArrayBuffer(1);
    const answers = [session.ask('a'), session.ask('b', { transfer: [buffer] })];
    expect(line.sent).toEqual([
      [1, 'a', []],
      [2, 'b', [buffer]],
    ]);
    session.take({ type: 'answer', ask: 2, value: 'B' });
    session.take({ type: 'answer', ask: 1, value: 'A' });
    expect(await Promise.all(answers)).toEqual(['A', 'B']);
    expect(vi.getTimerCount()).toBe(0);
    expect(line.ends).toEqual([]);
  });

  it('passes on what is told for a message, and no more once it is answered', async () => {
    const session = new Session(keepingLine());
    const heard: unknown[] = [];
    const answer = session.ask('a', { hear: (event) => heard.push(event) });
    session.take({ type: 'events', ask: 1, events: [1, 2] });
    session.take({ type: 'events', ask: 9, events: ['for nobody'] });
    session.take({ type: 'answer', ask: 1, value: undefined });
    await answer;
    session.take({ type: 'events', ask: 1, events: ['too late'] });
    session.take({ type: 'answer', ask: 1, value: 'twice' });
    expect(heard).toEqual([1, 2]);
  });

  it('ends when more is told than a program may tell', async () => {
    const line = keepingLine();
    const session = new Session(line);
    const heard: unknown[] = [];
    const answer = session.ask('a', { hear: (event) => heard.push(event) });
    session.take({ type: 'events', ask: 1, events: Array(1999).fill(0) });
    session.take({ type: 'events', ask: 1, events: [1, 2] });
    await expect(answer).rejects.toThrow('Stopped: more than 2000 events.');
    expect(heard).toHaveLength(1999);
    expect(line.ends).toEqual(['the worker']);
  });

  it('tears the frame down past the limit, a second unless told, and is closed', async () => {
    const line = keepingLine();
    const session = new Session(line);
    const answer = expect(session.ask('a')).rejects.toThrow('Stopped after 1 s.');
    vi.advanceTimersByTime(999);
    expect(session.closed).toBe(false);
    vi.advanceTimersByTime(1);
    await answer;
    expect(session.closed).toBe(true);
    expect(line.ends).toEqual(['the frame']);
    await expect(session.ask('b')).rejects.toMatchObject({ name: 'SandboxClosedError' });
    expect(line.sent).toHaveLength(1);
  });

  it('takes its time with a limit of its own, and has no watchdog after the answer', async () => {
    const line = keepingLine();
    const session = new Session(line);
    const answer = session.ask('a', { limit: 5000 });
    vi.advanceTimersByTime(4999);
    session.take({ type: 'answer', ask: 1, value: 'in time' });
    expect(await answer).toBe('in time');
    vi.advanceTimersByTime(10_000);
    expect(session.closed).toBe(false);
    expect(line.ends).toEqual([]);
  });

  it('tears the frame down when its asker aborts, and not when that comes after the answer', async () => {
    const line = keepingLine();
    const session = new Session(line);
    const early = new AbortController();
    const first = session.ask('a', { signal: early.signal });
    session.take({ type: 'answer', ask: 1, value: 'A' });
    await first;
    early.abort();
    expect(session.closed).toBe(false);
    await expect(session.ask('b', { signal: early.signal })).rejects.toThrow('Stopped.');
    const late = new AbortController();
    const second = session.ask('c', { signal: late.signal });
    late.abort();
    await expect(second).rejects.toMatchObject({ name: 'SandboxClosedError' });
    expect(line.ends).toEqual(['the frame']);
  });

  it('gives up only its worker when it is closed at rest, and the frame when it works', async () => {
    const atRest = keepingLine();
    const session = new Session(atRest);
    session.close();
    session.close();
    expect(atRest.ends).toEqual(['the worker']);
    const atWork = keepingLine();
    const busy = new Session(atWork);
    const answers = [busy.ask('a'), busy.ask('b')];
    busy.close();
    for (const answer of answers) await expect(answer).rejects.toThrow('Stopped.');
    expect(atWork.ends).toEqual(['the frame']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('throws what the program threw, and goes on', async () => {
    const session = new Session(keepingLine());
    const answer = session.ask('a');
    session.take({ type: 'failed', ask: 1, error });
    await expect(answer).rejects.toMatchObject({
      name: 'RangeError',
      message: 'too far',
      stackInside: 'at the end',
    });
    expect(session.closed).toBe(false);
  });

  it('is closed when its worker breaks', async () => {
    const line = keepingLine();
    const session = new Session(line);
    const answer = session.ask('a');
    session.take({ type: 'broken', error });
    await expect(answer).rejects.toThrow('too far');
    expect(session.closed).toBe(true);
    expect(line.ends).toEqual(['the worker']);
  });

  it('throws what keeps a message from being sent, and goes on', async () => {
    const session = new Session({
      send: () => {
        throw new DOMException('not that', 'DataCloneError');
      },
      end: () => undefined,
    });
    await expect(session.ask('a')).rejects.toMatchObject({ name: 'DataCloneError' });
    expect(vi.getTimerCount()).toBe(0);
    expect(session.closed).toBe(false);
  });
});
