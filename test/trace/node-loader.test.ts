import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const TRACE = join(import.meta.dirname, '../../src/trace');
const folder = mkdtempSync(join(tmpdir(), 'traced-'));

const INSIDE = `
/** @models polls.views:index */
export function index(name: string): string {
  return greet(name);
}

/** @models polls.views:greet */
function greet(name: string): string {
  return \`Hello, \${name}\`;
}
`;
const OUTSIDE = '/** @models news.views:index */\nexport const index = (): string => "news";\n';

/** Imports both modules, calls them, and prints the calls and a line number of an error. */
const PROGRAM = `
import { recordCalls } from ${JSON.stringify(pathToFileURL(join(TRACE, 'calls.ts')).href)};
const polls = await import('./inside/polls.ts');
const news = await import('./outside/news.ts');
const { calls, ended } = recordCalls(() => [polls.index('Ann'), news.index()]);
console.log(JSON.stringify({ calls, ended, text: String(polls.index) }));
`;

/** What a program prints, as JSON. */
function run(...words: string[]): { calls: unknown[]; ended: unknown; text: string } {
  const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof run>;
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(() => {
  mkdirSync(join(folder, 'inside'));
  mkdirSync(join(folder, 'outside'));
  write('package.json', '{"type": "module"}');
  write('inside/polls.ts', INSIDE);
  write('outside/news.ts', OUTSIDE);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('modules below a folder that is traced', () => {
  it('report their calls, others do not', () => {
    const loader = JSON.stringify(pathToFileURL(join(TRACE, 'node-loader.ts')).href);
    const program = write(
      'traced.ts',
      `import { traceModules } from ${loader};\ntraceModules(new URL('inside/', import.meta.url));\n${PROGRAM}`,
    );
    const { calls, ended } = run(program);
    expect(calls).toEqual([
      { depth: 0, name: 'polls.views:index' },
      { depth: 1, name: 'polls.views:greet' },
    ]);
    expect(ended).toEqual({ value: ['Hello, Ann', 'news'] });
  });

  it('are refused where a tag describes nothing, with file and line', () => {
    const loader = JSON.stringify(pathToFileURL(join(TRACE, 'node-loader.ts')).href);
    write('inside/wrong.ts', 'export {};\n// @models polls.views:nothing\n');
    const program = write(
      'wrong.ts',
      `import { traceModules } from ${loader};\ntraceModules(new URL('inside/', import.meta.url));\nawait import('./inside/wrong.ts');\n`,
    );
    expect(() => run(program)).toThrow('inside/wrong.ts:2 The tag');
  });
});

describe('modules that nobody traces', () => {
  it('are as they were written: nothing is recorded, and nothing is in them', () => {
    const { calls, text } = run(write('plain.ts', PROGRAM));
    expect(calls).toEqual([]);
    expect(text).not.toContain('__trace');
  });
});

describe('node --import register.ts', () => {
  it('has the runtime report its calls', () => {
    const util = pathToFileURL(join(TRACE, '../runtime/wsgiref/util.ts')).href;
    const calls = pathToFileURL(join(TRACE, 'calls.ts')).href;
    const program = write(
      'runtime.ts',
      `import { recordCalls } from ${JSON.stringify(calls)};
import { guessScheme } from ${JSON.stringify(util)};
console.log(JSON.stringify(recordCalls(() => guessScheme({ HTTPS: 'on' }))));`,
    );
    expect(run('--import', join(TRACE, 'register.ts'), program)).toEqual({
      calls: [{ depth: 0, name: 'wsgiref.util:guess_scheme' }],
      ended: { value: 'https' },
    });
  });
});
