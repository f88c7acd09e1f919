import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChapterError } from '../../../src/doctest/failure.ts';
import type { SnippetReport } from '../../../src/doctest/model.ts';
import { changeSnippet } from '../../../src/doctest/page/change-snippet.ts';
import { lineWithin, readModuleFile } from '../../../src/doctest/page/page-chapter.ts';
import { PageRun, type PageOutcome } from '../../../src/doctest/page/page-run.ts';
import { sceneOf } from '../../../src/doctest/page/scene-of.ts';
import { markViews } from '../../../src/doctest/report/mark-views.ts';
import { carryOut, moduleFileOf } from './in-node.ts';

const CHAPTER = `
\`\`\`ts id=names
const names: string[] = ['Ada'];
console.log('begun');
\`\`\`

\`\`\`output
begun
\`\`\`

\`\`\`ts id=aside isolated
console.log('aside'); 2 + 2
\`\`\`

\`\`\`ts id=more
names.push('Grace' as string);
names.length; // => 2
names; // => ['Ada', 'Grace']
\`\`\`

\`\`\`ts id=refused throws
throw new RangeError('no more names');
\`\`\`

\`\`\`ts id=never
throw new Error('this is not reached');
\`\`\`
`;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'page-run-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const data = moduleFileOf(CHAPTER) ?? expect.unreachable();
const snippetOf = (id: string) =>
  data.snippets.find((snippet) => snippet.id === id) ?? expect.unreachable();

async function runBook(id: string): Promise<PageOutcome> {
  const { ordinal } = snippetOf(id);
  const run = new PageRun(readModuleFile(data), sceneOf(data.snippets, ordinal), ordinal);
  await carryOut(run, folder);
  return run.outcome();
}

async function runChanged(id: string, code: string): Promise<PageOutcome & { lines: number[] }> {
  const { ordinal } = snippetOf(id);
  const module = changeSnippet(data.file, data.snippets, ordinal, code);
  const run = new PageRun(module, 0, ordinal);
  await carryOut(run, folder);
  const outcome = run.outcome();
  const fence = module.chapter.fences.at(-1) ?? expect.unreachable();
  return { ...outcome, lines: outcome.report.failures.map(({ line }) => lineWithin(fence, line)) };
}

const summary = ({ status, checks, printed, value }: SnippetReport) => ({
  status,
  checks,
  printed,
  value,
});

describe('a snippet of the book in a page', () => {
  it('is run behind those of its scene, and none after it', async () => {
    const { report, others } = await runBook('more');
    expect(summary(report)).toEqual({ status: 'passed', checks: 2, printed: '', value: undefined });
    expect(others).toEqual([]);
  });

  it('is run alone where it is isolated', async () => {
    const { report } = await runBook('aside');
    expect(summary(report)).toEqual({
      status: 'passed',
      checks: 0,
      printed: 'aside\n',
      value: '4',
    });
  });

  it('is held against what its output fence says', async () => {
    const { report } = await runBook('names');
    expect(report).toMatchObject({ checks: 1, outputHeld: true, printed: 'begun\n' });
  });

  it('shows what it throws where it should', async () => {
    const { report } = await runBook('refused');
    expect(report).toMatchObject({ status: 'passed', printed: 'RangeError: no more names\n' });
  });

  it('has its marks at its own lines', () => {
    const { chapter, sites } = readModuleFile(data);
    const fence = chapter.fences.find(({ id }) => id === 'more') ?? expect.unreachable();
    const marks = sites.map((marker) => ({ marker, ok: true }));
    const report = { marks } as unknown as SnippetReport;
    expect(markViews(report, fence)).toEqual([
      { line: 2, start: 14, end: 21, kind: 'value', ok: true, expected: '2' },
      { line: 3, start: 7, end: 29, kind: 'value', ok: true, expected: "['Ada', 'Grace']" },
    ]);
  });
});

describe('a changed snippet', () => {
  it('is judged as one of the book, at its own lines', async () => {
    const code = "names.push('Grace', 'Edsger');\n\nnames.length; // => 2\nnames[0]; // => 'Ada'";
    const { report, lines } = await runChanged('more', code);
    expect(lines).toEqual([3]);
    expect(report.marks.map(({ ok }) => ok)).toEqual([false, true]);
    expect(report.failures).toMatchObject([
      { message: 'The value differs.', expected: '2', received: '3' },
    ]);
  });

  it('is told the line on which it throws', async () => {
    const code = "const made: number = 1;\n\n\nthrow new TypeError('stop');";
    const { report, lines } = await runChanged('more', code);
    expect(lines).toEqual([4]);
    expect(report.failures).toMatchObject([{ message: 'TypeError: stop' }]);
  });

  it('is not held against the output of the text that it replaces', async () => {
    const { report } = await runChanged('names', "console.log('other');");
    expect(report).toMatchObject({ status: 'passed', checks: 0, printed: 'other\n' });
  });

  it.each([
    ['const a = ;', 1, 11, 'Syntax error: Unexpected token.'],
    ['1;\nenum A { B }', 2, 1, 'An enum makes code of types: use an object instead.'],
    ['1;\nif (true) {} // => 1', 2, 14, '"// =>" must stand behind an expression or'],
  ])('that does not compile is refused at its place: %j', (code, line, column, message) => {
    const { ordinal } = snippetOf('more');
    const compile = () => changeSnippet(data.file, data.snippets, ordinal, code);
    expect(compile).toThrow(ChapterError);
    try {
      compile();
    } catch (error) {
      const [failure] = (error as ChapterError).failures;
      expect(failure).toMatchObject({ column, message: expect.stringContaining(message) });
      // Behind a snippet of two lines.
      expect(failure?.line).toBe(2 + line);
    }
  });
});

describe('a run that was ended from outside', () => {
  it('is held against the snippet that was open', async () => {
    const { ordinal } = snippetOf('more');
    const run = new PageRun(readModuleFile(data), 0, ordinal);
    run.hear({ type: 'begin', ordinal: 0 });
    run.stop('Stopped after 1 s: the snippet does not end.');
    const { report, others } = run.outcome();
    expect(report.status).toBe('not-run');
    expect(others).toMatchObject([{ id: 'names', message: expect.stringMatching(/^Stopped/) }]);
  });

  it('is held against the snippet that was asked for where nothing was told', () => {
    const run = new PageRun(readModuleFile(data), 0, snippetOf('more').ordinal);
    run.stop('Stopped.');
    expect(run.outcome().report).toMatchObject({
      status: 'failed',
      failures: [{ message: 'Stopped.' }],
    });
  });
});

describe('what comes out of a worker', () => {
  it.each([
    undefined,
    null,
    7,
    'end',
    {},
    { type: 'constructor' },
    { type: 'end' },
    { type: 'end', end: { ordinal: '0', printed: {}, held: 'all', mismatches: [null, 7, {}] } },
    { type: 'end', end: { ordinal: 3, value: { toString: 'x' }, milliseconds: 'fast' } },
    { type: 'threw', ordinal: 3, error: null, end: [] },
    { type: 'stray', ordinal: 1e99, complaint: 5, error: { name: [], message: {} } },
    { type: 'link', error: 7 },
    { type: 'loaded', address: {} },
  ])('harms nobody, whatever it is: %j', (message) => {
    const run = new PageRun(readModuleFile(data), 0, snippetOf('more').ordinal);
    run.hear(message);
    expect(run.outcome().report).toMatchObject({ id: 'more' });
  });
});

describe('a snippet that prints too much', () => {
  it('is stopped, and told of once, even where it goes on', async () => {
    const code = "for (let n = 0; n < 5; n += 1) try { console.log('x'.repeat(40_000)); } catch {}";
    const { report } = await runChanged('names', code);
    expect(report.failures).toMatchObject([
      { message: 'Stopped: the snippet printed more than 65536 bytes.' },
    ]);
  });
});
