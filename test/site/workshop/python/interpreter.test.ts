import { beforeAll, describe, expect, it } from 'vitest';
import type { PythonFence } from '../../../../src/doctest/python/fence.ts';
import type { Interpreter } from '../../../../site/workshop/programs/python/interpreter.ts';
import { startPython } from './start-python.ts';

const fence = (code: string, more: Partial<PythonFence> = {}): PythonFence => ({
  id: 'here',
  code,
  line: 10,
  column: 1,
  timeout: 1000,
  ...more,
});

describe('Python in a page', () => {
  let python: Interpreter;

  beforeAll(async () => {
    python = await startPython();
  });

  function runScene(...fences: PythonFence[]) {
    python.begin('content/a.mdx', false);
    try {
      return fences.map((one) => python.run(one));
    } finally {
      python.end();
    }
  }

  it('is the Python that the book is built with', () => {
    expect(python.version).toBe('3.14.2');
  });

  it("judges a session by Python's own doctest, and says what differs at its line", () => {
    const [held, broken] = runScene(fence('>>> 1 + 1\n2'), fence('>>> x = 1\n>>> x\n2'));
    expect(held).toMatchObject({ status: 'passed', checks: 1, printed: '2\n', value: 2 });
    expect(broken?.failures).toMatchObject([{ line: 11, expected: '2', received: '1' }]);
  });

  it('lets a snippet see the names of those above it, and no other scene', () => {
    const [, second] = runScene(fence('n = 20'), fence('>>> n + 1\n21'));
    expect(second?.status).toBe('passed');
    const [alone] = runScene(fence('>>> n\n20'));
    expect(alone?.failures[0]?.message).toBe("raises NameError: name 'n' is not defined");
  });

  it('holds what is printed against the output that is expected', () => {
    const [held, broken] = runScene(
      fence("print('a b')", { output: 'a…' }),
      fence("print('b')", { output: 'a' }),
    );
    expect(held).toMatchObject({ status: 'passed', printed: 'a b\n' });
    expect(broken?.failures).toMatchObject([{ expected: 'a', received: 'b' }]);
  });

  it('runs nothing after a snippet that ends its scene, and goes on with the next scene', () => {
    const [ended, after] = runScene(fence('raise SystemExit(3)'), fence('>>> 1\n1'));
    expect(ended?.status).toBe('failed');
    expect(after?.status).toBe('not-run');
    expect(runScene(fence('>>> 1\n1'))[0]?.status).toBe('passed');
  });

  it('stops endless output', () => {
    const [result] = runScene(fence("while True: print('again and again')"));
    expect(result?.failures[0]?.message).toBe('printed more than 65536 bytes');
  });

  it('gives Python nothing of the page', () => {
    const [result] = runScene(
      fence(">>> import js\n>>> hasattr(js, 'fetch'), hasattr(js, 'self')\n(False, False)"),
    );
    expect(result?.status).toBe('passed');
  });
});
