import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/doctest/commands/cli.ts';
import { makeScratchBook, type ScratchBook } from '../scratch-book.ts';

let book: ScratchBook;
let printed: string[];
let complained: string[];

beforeEach(() => {
  printed = [];
  complained = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complained.push(line));
  book = makeScratchBook();
  const rows = [
    { id: 'A01', source: 's', kind: 'behaviour', claim: 'One is one.', verdict: 'holds' },
    { id: 'A02', source: 's', kind: 'behaviour', claim: 'Two is one.', verdict: 'wrong' },
    { id: 'A03', source: 's', kind: 'opinion', claim: 'One is fine.' },
  ];
  const options = { ...book.options, ledger: { sources: {}, claims: rows } };
  book.write(
    'book.ts',
    `const { ledger, ...options } = ${JSON.stringify(options)};\nexport const book = { ...options, ledger: () => ledger };\n`,
  );
  book.write(
    'content/right.mdx',
    '```ts id=one\n1 // => 1\nconsole.log("shown");\n```\n\n<Claim id="A01" holds="one">One.</Claim> <Claim id="A03">Fine.</Claim>\n',
  );
});

afterEach(() => {
  vi.restoreAllMocks();
  book.remove();
});

const run = (...args: string[]) => main([...args, '--book', `${book.options.root}/book.ts`]);

describe('npm run doctest', () => {
  it('exits with 0 and one line of counts where everything holds', async () => {
    expect(await run()).toBe(0);
    expect(printed.join('\n')).toMatch(
      /^1 chapter, 1 snippet, 1 check, 2 claims; none failed, in \d+ ms$/,
    );
  });

  it('exits with 1 and every failure of every chapter where something does not', async () => {
    book.write('content/wrong.mdx', '```ts id=two\n1; // => 2\n2; // => 3\n```\n');
    book.write('content/worse.mdx', '```ts\nx +\n```\n');
    expect(await run()).toBe(1);
    expect(printed.join('\n')).toContain(
      'content/wrong.mdx:2:4  The value differs.  [two]\n    - expected  2\n    + received  1\n',
    );
    expect(printed.join('\n')).toContain('content/wrong.mdx:3:4');
    expect(printed.join('\n')).toContain('content/worse.mdx:2:4  Syntax error: Unexpected token.');
  });

  it('prints one object with --json', async () => {
    book.write('content/wrong.mdx', '```ts id=two\n1 // => 2\n```\n');
    expect(await run('--json')).toBe(1);
    const summary: unknown = JSON.parse(printed.join('\n'));
    expect(summary).toEqual({
      chapters: 2,
      snippets: 2,
      checks: 1,
      python: { snippets: 0, examples: 0 },
      environments: {},
      claims: 2,
      exercises: 0,
      failed: [
        {
          file: 'content/wrong.mdx',
          line: 2,
          column: 3,
          id: 'two',
          message: 'The value differs.',
          expected: '2',
          received: '1',
        },
      ],
      ms: expect.any(Number) as number,
    });
  });

  it('takes a part of a path as a filter', async () => {
    book.write('content/wrong.mdx', '```ts\n1 // => 2\n```\n');
    expect(await run('right')).toBe(0);
    expect(await run('nowhere')).toBe(2);
    expect(complained.at(-1)).toBe(
      'No path of a chapter or an exercise contains "nowhere", and no claim has that id.',
    );
  });

  it('runs the proof of one claim', async () => {
    expect(await run('A01')).toBe(0);
    expect(printed.join('\n')).toBe(
      [
        'A01  One is one.',
        '    carried at content/right.mdx:6',
        '',
        'one bears it out: passed, 1 check by TypeScript  content/right.mdx:1',
        '    1 // => 1',
        '    console.log("shown");',
        '    prints',
        '    shown',
        '',
        'A01: holds, proved',
      ].join('\n'),
    );
  });

  it('says what it cannot prove: an opinion, and a claim that no chapter carries', async () => {
    expect(await run('A03')).toBe(0);
    expect(printed.join('\n')).toContain('A03: opinion; no snippet decides it');
    expect(await run('A02')).toBe(1);
    expect(complained.at(-1)).toContain('A02 (behaviour): no chapter carries this claim yet.');
  });

  it('explains itself when it is called wrongly', async () => {
    expect(await run('--mutate=everything')).toBe(2);
    expect(complained.join('\n')).toContain('--mutate=everything is unknown');
    expect(await run('--nonsense')).toBe(2);
    expect(await run('one', 'two')).toBe(2);
  });
});
