import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PythonJudge, PythonJudgeError } from '#doctest/python/judge';
import { fenced } from './fenced.ts';

const judge = new PythonJudge();

beforeAll(() => judge.start());
afterAll(() => judge.close());

describe('the fences of a chapter', () => {
  it('share one namespace', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced('from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int'),
      fenced('>>> Point(1)\nPoint(x=1)', { id: 'two', line: 20 }),
    ]);
    expect(results.map(({ id, status }) => [id, status])).toEqual([
      ['one', 'passed'],
      ['two', 'passed'],
    ]);
  });

  it('do not run once plain code has raised', async () => {
    const results = await judge.run('content/a.mdx', [fenced('1/0'), fenced('1', { id: 'two' })]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[1]).toEqual({
      id: 'two',
      status: 'not-run',
      examples: 0,
      checks: 0,
      printed: '',
      failures: [],
    });
  });

  it('run on after an example that fails, or an output fence that does not hold', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced('>>> 1\n2'),
      fenced('print(1)', { output: '2' }),
      fenced('1'),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'failed', 'passed']);
  });

  it('blame the line of the fence that runs for what an earlier one defined', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced('def fail():\n    raise OSError("no")'),
      fenced('x = 1\nfail()', { line: 30 }),
    ]);
    expect(results[1]?.failures[0]).toMatchObject({ line: 31, message: 'raises OSError: no' });
  });
});

describe('the next chapter', () => {
  it('sees nothing of the one before', async () => {
    await judge.run('content/a.mdx', [
      fenced(
        [
          'import builtins, os, signal, sys, time, warnings',
          'name = 1',
          'builtins.added = 1',
          'os.environ["ADDED"] = "1"',
          'del os.environ["HOME"]',
          'os.chdir("/dev")',
          'sys.path.append("/added")',
          'time.time = lambda: 0.0',
          'warnings.simplefilter("error")',
          'signal.signal(signal.SIGINT, signal.SIG_IGN)',
          'sys.stdout = sys.stderr = None',
          'sys.displayhook = lambda value: None',
          'sys.setrecursionlimit(200)',
          'builtins.len = lambda value: 7',
        ].join('\n'),
      ),
    ]);
    const [result] = await judge.run('content/b.mdx', [
      fenced(
        [
          '>>> import os, signal, sys, time, warnings',
          '>>> "name" in globals(), hasattr(__builtins__, "added"), len([])',
          '(False, False, 0)',
          '>>> "ADDED" in os.environ, "HOME" in os.environ, os.getcwd() == "/dev"',
          '(False, True, False)',
          '>>> "/added" in sys.path, time.time() > 0, sys.getrecursionlimit() > 200',
          '(False, True, True)',
          '>>> warnings.warn("a warning")',
          '>>> signal.getsignal(signal.SIGINT) is signal.default_int_handler',
          'True',
        ].join('\n'),
      ),
    ]);
    expect(result?.failures).toEqual([]);
  });

  it('keeps its stdout when the one before closed every stream it could find', async () => {
    const code = 'import os, sys\nsys.__stdout__.close()\nos.close(1)\nsys.stdout.close()';
    const [closing] = await judge.run('content/a.mdx', [fenced(code)]);
    const [result] = await judge.run('content/b.mdx', [fenced('print(1)', { output: '1' })]);
    expect([closing?.status, result?.status]).toEqual(['passed', 'passed']);
  });

  it('waits for its turn', async () => {
    const order: string[] = [];
    await Promise.all(
      ['a', 'b', 'c'].map(async (file) => {
        await judge.run(file, [fenced('1')]);
        order.push(file);
      }),
    );
    expect(order).toEqual(['a', 'b', 'c']);
  });
});

describe('the outside', () => {
  it('cannot be reached over the network', async () => {
    const { createServer } = await import('node:net');
    let connections = 0;
    const server = createServer(() => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const [result] = await judge.run('content/a.mdx', [
      fenced(`import socket\nsocket.create_connection(("127.0.0.1", ${port}), 1)`),
    ]);
    server.close();
    expect(result?.failures[0]?.message).toBe('raises OSError: [Errno 23] Host is unreachable');
    expect(connections).toBe(0);
  });

  it('shows none of its variables', async () => {
    const [result] = await judge.run('content/a.mdx', [fenced('import os\nsorted(os.environ)')]);
    expect(result?.valueRepr).toBe(
      "['HOME', 'LANG', 'LD_LIBRARY_PATH', 'LOGNAME', 'PATH', 'PWD', 'PYTHONHASHSEED', 'TZ', 'USER']",
    );
  });
});

describe('a snippet that ends Python itself', () => {
  it('ends no more than its chapter', async () => {
    const results = await judge.run('content/a.mdx', [
      fenced('import os\nos._exit(3)'),
      fenced('1', { id: 'two' }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[0]?.failures).toEqual([
      { line: 10, column: 1, message: 'ends Python itself: Program terminated with exit(3)' },
    ]);
  });
});

describe('a closed judge', () => {
  it('runs nothing and says so', async () => {
    const closed = new PythonJudge();
    await closed.close();
    await expect(closed.run('content/a.mdx', [fenced('1')])).rejects.toThrow(
      new PythonJudgeError('The Python judge is closed.'),
    );
  });
});
