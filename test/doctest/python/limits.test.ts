import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PythonJudge, PythonJudgeError } from '#doctest/python/judge';
import { fenced } from './fenced.ts';

const judge = new PythonJudge({ outputLimit: 1000 });
const STUBBORN = 'while True:\n    try:\n        while True: pass\n    except BaseException: pass';

beforeAll(() => judge.start());
afterAll(() => judge.close());

describe('a snippet that does not end', () => {
  it('is stopped at the line where it is, and ends its chapter', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced('x = 1\nwhile True: pass', { timeout: 1000 }),
      fenced('1', { id: 'two' }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[0]?.failures).toEqual([
      { line: 11, column: 1, message: 'stopped after 1000 ms: the snippet does not end' },
    ]);
  });

  it('is stopped at its example, and keeps what was found before', async () => {
    const code = '>>> 1\n2\n>>> print("a")\na\n>>> while True:\n...     pass\n>>> 3\n4';
    const [result] = await judge.run('content/a.mdx', [fenced(code, { timeout: 1000 })]);
    expect(result?.printed).toBe('1\na\n');
    expect(result?.failures.map(({ line, message }) => [line, message])).toEqual([
      [10, 'gives 1, not 2'],
      [14, 'stopped after 1000 ms: the snippet does not end'],
    ]);
  });

  it('cannot pass by ending when it is told to', async () => {
    const code = 'try:\n    while True: pass\nexcept KeyboardInterrupt:\n    print("ended")';
    const [result] = await judge.run('content/a.mdx', [fenced(code, { timeout: 1000 })]);
    expect(result).toMatchObject({
      status: 'failed',
      printed: 'ended\n',
      failures: [{ line: 10, message: 'stopped after 1000 ms: the snippet does not end' }],
    });
  });

  it('loses its thread when it refuses to stop, and the next chapter has a new one', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced(STUBBORN, { timeout: 300 }),
      fenced('1', { id: 'two' }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[0]?.failures).toEqual([
      { line: 10, column: 1, message: 'stopped after 300 ms: the snippet does not end' },
    ]);
    const [next] = await judge.run('content/b.mdx', [fenced('>>> 1 + 1\n2')]);
    expect(next?.status).toBe('passed');
  });
});

describe('a snippet that prints too much', () => {
  it.each([
    ['in a loop', 'while True: print("x" * 99)', 10],
    ['at once', 'x = 1\nprint("x" * 10**6)', 11],
    ['to stderr', 'import sys\nwhile True: print("x", file=sys.stderr)', 11],
    ['in an example', '>>> 1\n1\n>>> for n in range(10**9): n', 12],
  ])('is stopped: %s', async (_title, code, line) => {
    const results = await judge.run('content/a.mdx', [fenced(code), fenced('1')]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[0]?.failures).toEqual([
      { line, column: 1, message: 'printed more than 1000 bytes' },
    ]);
    expect(results[0]?.printed.length).toBeLessThanOrEqual(1000);
  });

  it('may print just as much as it may', async () => {
    const [result] = await judge.run('content/a.mdx', [fenced('print("x" * 999)')]);
    expect(result?.status).toBe('passed');
  });
});

describe('a snippet that ends more than itself', () => {
  it('raises KeyboardInterrupt as any other exception', async () => {
    const [result] = await judge.run('content/a.mdx', [fenced('x = 1\nraise KeyboardInterrupt')]);
    expect(result?.failures).toEqual([
      { line: 11, column: 1, message: 'raises KeyboardInterrupt' },
    ]);
  });

  it('ends its chapter when it exits', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced('import sys\nsys.exit("bye")'),
      fenced('1'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[0]?.failures[0]).toMatchObject({ line: 11, message: 'raises SystemExit: bye' });
  });
});

describe('a chapter that is given up', () => {
  it('is interrupted by its signal', async () => {
    const controller = new AbortController();
    const reason = new Error('The chapter has changed.');
    setTimeout(() => controller.abort(reason), 200);
    const run = judge.run('content/a.mdx', [fenced('while True: pass')], controller.signal);
    await expect(run).rejects.toBe(reason);
    const [next] = await judge.run('content/b.mdx', [fenced('>>> 1 + 1\n2')]);
    expect(next?.status).toBe('passed');
  });

  it('is told when the judge is closed under it', async () => {
    const run = judge.run('content/a.mdx', [fenced(STUBBORN)]);
    setTimeout(() => void judge.close(), 200);
    await expect(run).rejects.toThrow(
      new PythonJudgeError('The Python judge was closed while content/a.mdx ran.'),
    );
  });
});
