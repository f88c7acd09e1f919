import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const judge = new URL('../../../src/doctest/python/judge.ts', import.meta.url).href;

function program(body: string): Promise<{ stdout: string; stderr: string }> {
  const code = `import { PythonJudge } from '${judge}'; const judge = new PythonJudge(); ${body}`;
  return promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    timeout: 55_000,
  });
}

it('a judge that nobody closes lets the process end, and Python prints nothing of its own', async () => {
  const fence = `{ id: 'a', code: 'import os\\nos.write(1, b"noise")', line: 1, column: 1, timeout: 5000 }`;
  const { stdout, stderr } = await program(
    `const [result] = await judge.run('a', [${fence}]); console.log(result.status);`,
  );
  expect(stdout).toBe('passed\n');
  expect(stderr).toBe('');
});
