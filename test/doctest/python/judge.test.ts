import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { canonical, sameValue } from '#doctest/python/canonical';
import type { PythonFence, PythonResult } from '#doctest/python/judge';
import { PythonJudge } from '#doctest/python/judge';
import { fenced } from './fenced.ts';

const judge = new PythonJudge();
let version = '';

beforeAll(async () => {
  ({ version } = await judge.start());
});
afterAll(() => judge.close());

async function one(fence: PythonFence): Promise<PythonResult> {
  const [result] = await judge.run('content/one.mdx', [fence]);
  if (result === undefined) throw new Error('One fence has one result.');
  return result;
}

it('runs CPython 3.14.2', () => {
  expect(version).toBe('3.14.2');
});

describe('a fence of examples', () => {
  it('passes when every example gives what stands under it', async () => {
    expect(
      await one(fenced('>>> x = 20\n>>> x + 1\n21\n>>> print("a\\n\\nb")\na\n<BLANKLINE>\nb')),
    ).toEqual({
      id: 'one',
      status: 'passed',
      examples: 3,
      checks: 2,
      printed: '21\na\n\nb\n',
      value: null,
      failures: [],
    });
  });

  it('reports each mismatch at its own line, with what would have to stand there', async () => {
    const code = ['>>> 1 + 1', '3', '>>> 2', '>>> print("a\\n\\nb")', 'a', '>>> x = 1', '2'];
    expect((await one(fenced(code.join('\n')))).failures).toEqual([
      {
        line: 10,
        column: 1,
        message: 'gives 2, not 3',
        expected: '3',
        received: '2',
        replacement: '2',
        wantStart: 11,
        wantLines: 1,
      },
      {
        line: 12,
        column: 1,
        message: 'gives 2, but nothing is expected',
        expected: '',
        received: '2',
        replacement: '2',
        wantStart: 13,
        wantLines: 0,
      },
      {
        line: 13,
        column: 1,
        message: 'gives text that differs from what is expected in line 2',
        expected: 'a',
        received: 'a\n\nb',
        replacement: 'a\n<BLANKLINE>\nb',
        wantStart: 14,
        wantLines: 1,
      },
      {
        line: 15,
        column: 1,
        message: 'gives nothing, not 2',
        expected: '2',
        received: '',
        replacement: '',
        wantStart: 16,
        wantLines: 1,
      },
    ]);
  });

  it('takes ... for any text, but no other whitespace than is written', async () => {
    expect((await one(fenced('>>> object()\n<object object at 0x...>'))).status).toBe('passed');
    expect((await one(fenced('>>> print("a  b")\na b'))).failures[0]?.message).toBe(
      'gives a  b, not a b',
    );
  });

  it('expects an exception by a traceback', async () => {
    const expected = 'Traceback (most recent call last):\n    ...\nValueError: b';
    const result = await one(
      fenced(
        `>>> raise ValueError("b")\n${expected}\n>>> raise ValueError("a")\n${expected}\n>>> 5\n${expected}\n>>> 1/0`,
      ),
    );
    expect(result.checks).toBe(3);
    expect(result.failures.map(({ line, message }) => [line, message])).toEqual([
      [14, 'raises ValueError: a, not ValueError: b'],
      [18, 'raises nothing, not ValueError: b'],
      [22, 'raises ZeroDivisionError: division by zero'],
    ]);
    expect(result.failures[0]?.replacement).toBe(
      'Traceback (most recent call last):\n    ...\nValueError: a',
    );
  });

  it('places an indented example at its prompt', async () => {
    const result = await one(fenced('  >>> for n in [1]:\n  ...     n\n  2', { column: 4 }));
    expect(result.failures).toEqual([
      {
        line: 10,
        column: 6,
        message: 'gives 1, not 2',
        expected: '2',
        received: '1',
        replacement: '  1',
        wantStart: 12,
        wantLines: 1,
      },
    ]);
  });

  it('reports a syntax error and goes on', async () => {
    const { failures } = await one(fenced('>>> def (:\n>>> 1\n2'));
    expect(failures.map(({ line, message }) => [line, message])).toEqual([
      [10, 'raises SyntaxError: invalid syntax'],
      [11, 'gives 1, not 2'],
    ]);
  });

  it('refuses what doctest cannot read, at its line', async () => {
    expect((await one(fenced('>>> 1\n1\n>>>2'))).failures).toEqual([
      {
        line: 12,
        column: 1,
        message: "cannot be read as a doctest: lacks blank after >>>: '>>>2'",
      },
    ]);
  });

  it('refuses directives that would hollow out a check', async () => {
    const { failures } = await one(fenced('>>> 1  # doctest: +SKIP\n2'));
    expect(failures.map(({ message }) => message)).toEqual([
      'the directive SKIP is not allowed: only ELLIPSIS holds in this book',
      'gives 1, not 2',
    ]);
  });

  it('takes sys.exit(), input() and a closed stdout for the exceptions they are', async () => {
    const code = '>>> import sys\n>>> sys.exit(3)\n>>> input()\n>>> sys.stdout.close()\n>>> 1';
    expect((await one(fenced(code))).failures.map(({ message }) => message)).toEqual([
      'raises SystemExit: 3',
      'raises EOFError: EOF when reading a line',
      'raises ValueError: I/O operation on closed file.',
    ]);
  });
});

describe('a fence of plain code', () => {
  it('prints what its output fence says', async () => {
    const result = await one(fenced('print("a")\nprint("b")', { output: 'a\n…' }));
    expect(result).toMatchObject({ status: 'passed', checks: 1, examples: 0, printed: 'a\nb\n' });
  });

  it('fails when it prints something else', async () => {
    const something = await one(fenced('print("a")', { output: 'b' }));
    expect(something.failures).toEqual([
      {
        line: 10,
        column: 1,
        message: 'prints something else than its output fence says',
        expected: 'b',
        received: 'a',
        replacement: 'a',
      },
    ]);
    expect((await one(fenced('1', { output: 'b' }))).failures[0]?.message).toBe('prints nothing');
  });

  it('captures bytes written below print, and keeps stderr out', async () => {
    const code =
      'import sys\nsys.stdout.buffer.write(b"a\\r\\n")\nprint("b", file=sys.stderr)\nprint("c")';
    expect((await one(fenced(code))).printed).toBe('a\r\nc\n');
  });

  it('reports an exception at the innermost line of the fence', async () => {
    const code = 'import json\ndef parse():\n    return json.loads("{")\n\nparse()';
    expect((await one(fenced(code))).failures).toEqual([
      {
        line: 12,
        column: 5,
        message:
          'raises json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
        received:
          'json.decoder.JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)',
      },
    ]);
  });

  it('reports a syntax error at its line before anything runs', async () => {
    const result = await one(fenced('print("a")\nreturn 1'));
    expect(result.printed).toBe('');
    expect(result.failures.map(({ line, message }) => [line, message])).toEqual([
      [11, "raises SyntaxError: 'return' outside function"],
    ]);
  });

  it('keeps a future import to the end of the fence', async () => {
    const code =
      'from __future__ import annotations\ndef f(x: Unknown): pass\nf(1)\ndef g(x: Unknown): pass\nprint(g.__annotations__)';
    expect((await one(fenced(code))).printed).toBe("{'x': 'Unknown'}\n");
  });

  it('may have CRLF line ends', async () => {
    expect((await one(fenced('>>> 1\r\n1\r\n>>> 2\r\n2'))).status).toBe('passed');
  });

  it('is not taken for examples when its docstring holds some', async () => {
    const result = await one(fenced('def f():\n    """\n    >>> f()\n    1\n    """\nf()'));
    expect(result).toMatchObject({ status: 'passed', examples: 0, value: null });
  });

  it('knows its own lines when it prints a traceback', async () => {
    const code =
      'import traceback\ntry:\n    1/0\nexcept Exception:\n    print(traceback.format_exc())';
    expect((await one(fenced(code))).printed).toContain(
      '  File "content/one.mdx", line 12, in <module>\n    1/0\n',
    );
  });
});

describe('the value of a fence', () => {
  it('is that of the last expression', async () => {
    expect(await one(fenced('>>> 1\n1\n>>> "x"\n\'x\'\n>>> y = 3'))).toMatchObject({
      value: 'x',
      valueRepr: "'x'",
    });
    expect(await one(fenced('(1, b"a")\ny = 3'))).toMatchObject({
      value: { list: [1, { bytes: '61' }] },
      valueRepr: "(1, b'a')",
    });
    expect(await one(fenced('y = 3'))).not.toHaveProperty('value');
    expect(await one(fenced('"""A docstring."""\ny = 3'))).not.toHaveProperty('value');
  });

  it('is the exception where the last example rightly raises one', async () => {
    const code =
      '>>> raise KeyError("a")\nTraceback (most recent call last):\n    ...\nKeyError: \'a\'';
    expect((await one(fenced(code))).value).toEqual({ exception: 'KeyError', message: "'a'" });
  });

  it.each([
    ['None', undefined],
    ['[True, 1, 1.5, 1.0, 2**53, -2**60]', [true, 1, 1.5, 1, 2n ** 53n, -(2n ** 60n)]],
    ['[float("nan"), -0.0, float("inf")]', [Number.NaN, -0, Infinity]],
    ['"é\\ud800😀"', 'é\ud800😀'],
    ['bytearray(b"\\x00\\xff")', new Uint8Array([0, 255])],
    [
      '{"a": (), 1: {}}',
      new Map<string | number, unknown>([
        [1, {}],
        ['a', []],
      ]),
    ],
    ['ValueError("no", 1)', Object.assign(new Error("('no', 1)"), { name: 'ValueError' })],
  ])('equals its JavaScript twin: %s', async (code, twin) => {
    const { value } = await one(fenced(code));
    expect(value).toBeDefined();
    expect(sameValue(value ?? null, canonical(twin))).toBe(true);
  });

  it.each([
    ['{1, 2}', '{1, 2}'],
    ['range(3)', 'range(0, 3)'],
    ['{(1,): 2}', '{(1,): 2}'],
    ['__import__("http").HTTPStatus.OK', '<HTTPStatus.OK: 200>'],
  ])('has no twin: %s', async (code, repr) => {
    expect((await one(fenced(code))).value).toEqual({ repr });
  });

  it('may contain itself', async () => {
    expect((await one(fenced('x = [1]\nx.append(x)\nx'))).value).toEqual({
      list: [1, { repr: '[1, [...]]' }],
    });
  });
});
