import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PythonFence } from '#doctest/python/fence';
import { PythonProcessError } from '#doctest/python/process';
import { runInProcess } from '#doctest/python/run-in-process';
import { fenced } from './fenced.ts';

const folder = mkdtempSync(join(tmpdir(), 'prelude-'));
const prelude = join(folder, 'prelude.py');
writeFileSync(
  prelude,
  'import sys\nsys.modules["given"] = type(sys)("given")\nsys.modules["given"].words = sys.argv[1:]\n',
);

const STUBBORN = 'while True:\n    try:\n        while True: pass\n    except BaseException: pass';

afterAll(() => rmSync(folder, { recursive: true }));

const run = (...fences: (string | PythonFence)[]) =>
  runInProcess(
    { python: 'python3', prelude: [prelude, 'one', 'two'] },
    'content/a.mdx',
    fences.map((fence) => (typeof fence === 'string' ? fenced(fence) : fence)),
    1000,
  );

const complaints = async (...fences: (string | PythonFence)[]) =>
  (await run(...fences)).results.flatMap(({ failures }) =>
    failures.map(({ line, message }) => `${line}: ${message}`),
  );

describe('fences in a Python process', () => {
  it('share a namespace, and are judged by doctest', async () => {
    const { version, results } = await run('x = [1, "a"]', ">>> x\n[1, 'a']\n>>> len(x)\n3");
    expect(version).toMatch(/^3\.\d+\.\d+$/);
    expect(results.map(({ status }) => status)).toEqual(['passed', 'failed']);
    expect(results[1]).toMatchObject({
      checks: 2,
      printed: "[1, 'a']\n2\n",
      value: 2,
      failures: [{ line: 12, message: 'gives 2, not 3', replacement: '2' }],
    });
  });

  it('begin after the prelude, which has its arguments, while they have none', async () => {
    const code = ">>> import given, sys\n>>> given.words\n['one', 'two']\n>>> sys.argv\n['']";
    expect(await complaints(code)).toEqual([]);
  });

  it('find their own names under __main__', async () => {
    const code =
      '>>> def view(): pass\n>>> import importlib\n>>> importlib.import_module("__main__").view is view\nTrue';
    expect(await complaints(code)).toEqual([]);
  });

  it('see nothing of the environment, and work in an empty folder that is gone afterwards', async () => {
    process.env['SECRET_OF_THE_TEST'] = 'seen';
    const { folder, results } = await run(
      ">>> import os\n>>> os.environ.get('SECRET_OF_THE_TEST')\n>>> os.listdir()\n[]\n>>> _ = open('left.txt', 'w')",
    );
    delete process.env['SECRET_OF_THE_TEST'];
    expect(results[0]?.failures).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  it('say in a sentence that there is no such Python', async () => {
    const program = { python: '/nowhere/python', prelude: [prelude] as const };
    await expect(runInProcess(program, 'a.mdx', [fenced('1')], 1000)).rejects.toThrow(
      PythonProcessError,
    );
  });
});

describe('a hostile fence', () => {
  it('is stopped in an endless loop, at its line, and ends its scene', async () => {
    const { results } = await run(fenced('x = 1\nwhile True: pass', { timeout: 1000 }), '1');
    expect(results.map(({ status }) => status)).toEqual(['failed', 'not-run']);
    expect(results[0]?.failures).toEqual([
      { line: 11, column: 1, message: 'stopped after 1000 ms: the snippet does not end' },
    ]);
  });

  it('is ended when it refuses to stop', async () => {
    expect(await complaints(fenced(STUBBORN, { timeout: 300 }))).toEqual([
      expect.stringMatching(/^1[0-3]: stopped after 300 ms: the snippet does not end$/),
    ]);
  });

  it('is stopped when it only waits', async () => {
    const code = '>>> import time\n>>> time.sleep(1000)';
    expect(await complaints(fenced(code, { timeout: 1000 }))).toEqual([
      '11: stopped after 1000 ms: the snippet does not end',
    ]);
  });

  it('fails by its exit, however it exits', async () => {
    expect(await complaints('>>> import sys\n>>> sys.exit("bye")')).toEqual([
      '11: raises SystemExit: bye',
    ]);
    expect(await complaints('import os\nos._exit(3)')).toEqual([
      '10: ends Python itself: its process ended with exit code 3',
    ]);
  });

  it('is stopped when it prints without end, and cannot print past its streams', async () => {
    expect(await complaints('while True: print("x" * 99)')).toEqual([
      '10: printed more than 1000 bytes',
    ]);
    const { results } = await run('>>> import os\n>>> os.write(1, b"x" * 100000)\n100000');
    expect(results[0]).toMatchObject({ status: 'passed', printed: '100000\n' });
  });

  it('reaches nothing but this machine', async () => {
    const connect = (address: string) =>
      `>>> import socket\n>>> socket.create_connection(('${address}', 9), 1)`;
    const [refused] = await complaints(connect('192.0.2.1'));
    expect(refused).toContain('There is no network here: 192.0.2.1 is not reached');
    const here =
      ">>> import socket\n>>> server = socket.create_server(('127.0.0.1', 0))\n>>> socket.create_connection(server.getsockname()).close()";
    expect(await complaints(here)).toEqual([]);
  });

  it('leaves no process behind', async () => {
    const { results } = await run(
      "import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(1000)']).pid",
    );
    const pid = Number(results[0]?.value);
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

/** Whether a process runs; one that has ended and is not yet waited for does not. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const status = `/proc/${pid}/stat`;
  return !existsSync(status) || !/\) [ZX] /.test(readFileSync(status, 'utf8'));
}
