import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

const root = join(import.meta.dirname, '../../..');
let book: ScratchBook;

beforeEach(() => {
  book = makeScratchBook();
  const options = JSON.stringify(book.options);
  const engine = JSON.stringify(join(root, 'src/doctest/vitest'));
  book.write(
    'setup.ts',
    `import { setupDoctest } from ${engine.slice(0, -1)}/setup.ts";\nexport default setupDoctest(${options});\n`,
  );
  book.write(
    'vitest.config.ts',
    `import { chapterTests } from ${engine.slice(0, -1)}/chapters-plugin.ts";\nexport default { plugins: [chapterTests(${options})], test: { include: ['content/**/*.mdx'], globalSetup: ['setup.ts'] } };\n`,
  );
});

afterEach(() => book.remove());

interface Assertion {
  title: string;
  status: string;
  location: { line: number; column: number } | null;
  failureMessages: string[];
}

function runVitest(): { status: number | null; assertions: Assertion[] } {
  const report = join(book.options.root, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      vitest,
      'run',
      '--root',
      book.options.root,
      '--includeTaskLocation',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { encoding: 'utf8', cwd: book.options.root },
  );
  if (!existsSync(report)) throw new Error(`Vitest reported nothing: ${stdout}${stderr}`);
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: Assertion[] }[];
  };
  return { status, assertions: testResults.flatMap(({ assertionResults }) => assertionResults) };
}

describe('a chapter in Vitest', () => {
  it('is a test for each fence, at the line of the fence, failing with what the engine found', () => {
    book.write(
      'content/a.mdx',
      '# Title\n\n```ts title="Right"\n1 // => 1\n```\n\n```ts id=wrong\n1; // => 2\n2; // => 3\n```\n\n```ts no-run\n1\n```\n',
    );
    const { status, assertions } = runVitest();
    expect(status).toBe(1);
    expect(
      assertions.map(({ title, status, location }) => [title, status, location?.line]),
    ).toEqual([
      ['line 3: Right', 'passed', 3],
      ['line 7: wrong', 'failed', 7],
      ['the chapter as a whole, and its claims', 'passed', 15],
    ]);
    expect(assertions[1]?.failureMessages.join('\n')).toContain(
      'content/a.mdx:8:4  The value differs.  [wrong]',
    );
    expect(assertions[1]?.failureMessages.join('\n')).toContain(
      'content/a.mdx:9:4  The value differs.  [wrong]',
    );
  });

  it('fails as a whole where its text cannot be read, or a snippet does not end', () => {
    book.write('content/a.mdx', '```ts nonsense\n1\n```\n');
    book.write(
      'content/b.mdx',
      '```ts id=endless timeout=100\nwhile (true);\n```\n\n```ts id=later\n1 // => 1\n```\n',
    );
    const { status, assertions } = runVitest();
    expect(status).toBe(1);
    expect(assertions.map(({ title, status }) => [title, status])).toEqual([
      ['the chapter as a whole, and its claims', 'failed'],
      ['line 1: endless', 'failed'],
      ['line 5: later', 'failed'],
      ['the chapter as a whole, and its claims', 'passed'],
    ]);
    expect(assertions[1]?.failureMessages.join('\n')).toContain(
      'Stopped after 100 ms: the snippet does not end.',
    );
  });
});
