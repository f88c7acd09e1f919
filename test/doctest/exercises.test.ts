import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EnvironmentRunner } from '../../src/doctest/book.ts';
import { fixBook } from '../../src/doctest/commands/fix.ts';
import { mutateExpectations } from '../../src/doctest/commands/mutate-expectations.ts';
import { mutateRuntime } from '../../src/doctest/commands/mutate-runtime.ts';
import { Engine } from '../../src/doctest/engine.ts';
import { describe as describeFailure } from '../../src/doctest/failure.ts';
import { exerciseView, partViews } from '../../src/doctest/report/exercise-views.ts';
import { summarize, summaryLine } from '../../src/doctest/report/summary.ts';
import { makeScratchBook, type ScratchBook } from './scratch-book.ts';

let book: ScratchBook;
let engine: Engine;

beforeEach(() => {
  book = makeScratchBook({ exercises: 'content/exercises', python: false });
  engine = new Engine(book.options);
  book.write('content/a-chapter.mdx', '<Exercise id="double" />\n');
});

afterEach(async () => {
  await engine.close();
  book.remove();
});

const fence = (meta: string, code: string) => `\`\`\`ts ${meta}\n${code}\n\`\`\`\n`;

const parts = {
  starter: fence('starter', 'const double = (n: number) => n;'),
  check: fence('check title="Two is four"', 'double(2); // => 4'),
  hidden: fence('check hidden="Is zero even?"', 'double(0); // => 0\ndouble(3); // => 6'),
  solution: fence('solution', 'const double = (n: number) => n * 2;'),
  wrong: fence('wrong="It squares."', 'const double = (n: number) => n * n;'),
};

/** An exercise with some parts written otherwise, or left out. */
async function judge(changed: Partial<typeof parts> = {}) {
  book.write('content/exercises/double.mdx', Object.values({ ...parts, ...changed }).join(''));
  const report = await engine.check();
  return { ...report, said: report.failures.map(describeFailure) };
}

describe('an exercise', () => {
  it('holds when its solution passes, its starter does not, and a wrong answer fails what is hidden', async () => {
    const report = await judge();
    expect(report.said).toEqual([]);
    const summary = summarize(report);
    expect(summary).toMatchObject({ chapters: 1, checks: 3, exercises: 1 });
    expect(summaryLine(summary)).toMatch(
      /^1 chapter, 0 snippets, 3 checks, 0 claims, 1 exercise; /,
    );
  });

  it('says where its solution fails, once, with what was expected', async () => {
    const solution = fence('solution', 'const double = (n: number) => n * n;');
    const { said } = await judge({ solution });
    expect(said).toEqual([
      [
        'content/exercises/double.mdx:9:12  The solution fails this check. The value differs.  [hidden-1]',
        '    - expected  6',
        '    + received  9',
      ].join('\n'),
    ]);
  });

  it('says where its solution throws', async () => {
    const solution = fence(
      'solution',
      "throw new Error('no');\nconst double = (n: number) => n * 2;",
    );
    const { said } = await judge({ solution });
    expect(said).toEqual(['content/exercises/double.mdx:12:7  Error: no  [solution]']);
  });

  it('refuses a starter that leaves nothing to do', async () => {
    const { said } = await judge({ starter: parts.solution.replace('solution', 'starter') });
    expect(said).toEqual([
      'content/exercises/double.mdx:1:1  The starter passes every check: nothing is left to do.  [starter]',
    ]);
  });

  it('refuses a hidden check that no wrong answer fails', async () => {
    const { said } = await judge({ wrong: '' });
    expect(said).toEqual([
      'content/exercises/double.mdx:7:1  No wrong answer fails this hidden check. Keep one that does (wrong="why"), or leave the check out.  [hidden-1]',
    ]);
  });

  it('refuses a wrong answer that is right, and one that a shown check catches already', async () => {
    const right = fence('wrong="It adds."', 'const double = (n: number) => n + n;');
    const plain = fence('wrong="It does nothing."', 'const double = (n: number) => n;');
    const { said } = await judge({ wrong: parts.wrong + right + plain });
    expect(said).toEqual([
      'content/exercises/double.mdx:17:1  This wrong answer passes every check: it is right, or a hidden check is missing.  [wrong-2]',
      'content/exercises/double.mdx:20:1  This wrong answer fails a check that is shown, "Two is four". Keep one that only hidden checks catch.  [wrong-3]',
    ]);
  });

  it('goes on behind an answer that does not end', async () => {
    const endless = fence(
      'wrong="It loops."',
      'const double = (n: number) => { while (n % 2) n += 0; return n * n; };',
    );
    const { said } = await judge({
      wrong: endless + fence('wrong="It adds two."', 'const double = (n: number) => n + 2;'),
    });
    expect(said).toEqual([]);
  });

  it('gives each check an answer of its own: what one does, the next does not find', async () => {
    const count =
      'let calls = 0;\nconst double = (n: number) => { calls += 1; return calls === 1 ? n * 2 : 0; };';
    const { said } = await judge({
      solution: fence('solution', count),
      hidden: '',
      wrong: '',
      check: parts.check + fence('check title="Six is twelve"', 'double(6); // => 12'),
    });
    expect(said).toEqual([]);
  });

  it('sees to it that a check leans on nothing but what it says itself and the preparation', async () => {
    const setup = fence('setup', "import { basename } from 'node:path';");
    const check = fence('check title="Two is four"', "double(basename('/a/bc').length); // => 4");
    expect((await judge({ check: setup + check })).said).toEqual([]);
    const solution = fence(
      'solution',
      "import { basename } from 'node:path';\nconst double = (n: number) => n * 2;",
    );
    const { said } = await judge({ check, solution, hidden: '', wrong: '' });
    expect(said).toEqual([
      'content/exercises/double.mdx:5:8  With the answer "starter": TS2304: Cannot find name \'basename\'.  [check-1]',
    ]);
  });

  it('has TypeScript look at each of its answers', async () => {
    const starter = fence('starter', "const double = (n: number): number => 'two';");
    expect((await judge({ starter })).said).toEqual([
      "content/exercises/double.mdx:2:39  TS2322: Type 'string' is not assignable to type 'number'.  [starter]",
    ]);
    const admitted = starter.replace('starter', 'starter type-error=2322');
    expect((await judge({ starter: admitted })).said).toEqual([]);
    const stale = parts.starter.replace('starter', 'starter type-error=2322');
    expect((await judge({ starter: stale })).said).toEqual([
      'content/exercises/double.mdx:1:1  TypeScript was expected to refuse this with TS2322, but it did not.  [starter]',
    ]);
  });

  it('has checks that enter the runtime, or say why not', async () => {
    book.write('runtime/double.ts', 'export const twice = (n: number) => n * 2;\n');
    const own = new Engine({ ...book.options, runtime: 'runtime' });
    book.write('content/exercises/double.mdx', Object.values(parts).join(''));
    const { failures } = await own.check();
    expect(failures.map(describeFailure)).toEqual([
      expect.stringMatching(/double\.mdx:4:1 {2}The solution fails this check\. A hollow check: /),
      expect.stringMatching(/double\.mdx:7:1 {2}The solution fails this check\. A hollow check: /),
    ]);
    await own.close();
  });
});

describe('an exercise in Python', () => {
  const python = (meta: string, code: string) => `\`\`\`python env=mine ${meta}\n${code}\n\`\`\`\n`;
  const text = [
    python('starter', 'n = 1'),
    python('check title="It is two"', '>>> n\n2'),
    python('check hidden="Is it whole?"', '>>> type(n)\nint'),
    python('solution', 'n = 2'),
    python('wrong="It is a float."', 'n = 2.0'),
  ].join('');

  it('is a scene for each answer, with all checks below it', async () => {
    const scenes: string[][] = [];
    const mine: EnvironmentRunner = async ({ fences }) => {
      scenes.push(fences.map(({ id }) => id));
      const answer = fences[0]?.id;
      return fences.map(({ id, place: { line } }) => {
        const misses =
          (answer === 'starter' && id.startsWith('check')) ||
          (answer === 'wrong-1' && id.startsWith('hidden'));
        return {
          id,
          status: misses ? ('failed' as const) : ('passed' as const),
          examples: 1,
          checks: 1,
          printed: '',
          failures: misses ? [{ line, column: 1, message: 'no' }] : [],
          judge: 'mine',
        };
      });
    };
    book.write('content/exercises/double.mdx', text);
    const own = new Engine({ ...book.options, environments: { mine } });
    expect((await own.check()).failures).toEqual([]);
    const checks = ['check-1', 'hidden-1'];
    expect(scenes).toEqual([
      ['solution', ...checks],
      ['starter', ...checks],
      ['wrong-1', ...checks],
    ]);
  });
});

describe('what pages are given of an exercise', () => {
  it('is all that judges an answer, and how each part came out with the solution', async () => {
    const { exercises } = await judge();
    const [judged] = exercises;
    if (!judged?.exercise) throw new Error('nothing was judged');
    expect(exerciseView(judged.exercise)).toEqual({
      id: 'double',
      language: 'ts',
      setup: [],
      starter: 'const double = (n: number) => n;',
      checks: [
        { id: 'check-1', code: 'double(2); // => 4', title: 'Two is four' },
        { id: 'hidden-1', code: 'double(0); // => 0\ndouble(3); // => 6', hint: 'Is zero even?' },
      ],
      solution: 'const double = (n: number) => n * 2;',
    });
    const views = [...partViews(judged, book.options).values()];
    expect(views.map(({ id, part, title }) => [id, part, title])).toEqual([
      ['double-starter', 'starter', undefined],
      ['double-check-1', 'check', 'Two is four'],
      ['double-solution', 'solution', undefined],
      ['double-wrong-1', 'wrong', 'It squares.'],
    ]);
    expect(views[1]).toMatchObject({ status: 'passed', marks: [{ line: 1, ok: true }] });
  });
});

describe('the commands', () => {
  it('--mutate changes each expectation of the checks, and the solution must fail', async () => {
    await judge({ check: fence('check title="Any"', 'double(2); // => …') + parts.check });
    const files = engine.exercises.files();
    expect(await mutateExpectations(engine, files)).toEqual({
      mutants: 4,
      killed: 3,
      survivors: [{ file: 'content/exercises/double.mdx', line: 5, what: 'the expectation "…"' }],
    });
    expect(await mutateRuntime(engine, files)).toMatchObject({ mutants: 0 });
  });

  it('--fix rewrites what the solution gives otherwise', async () => {
    vi.stubEnv('CI', '');
    vi.spyOn(console, 'log').mockImplementation(() => {});
    await judge({ check: parts.check.replace('// => 4', '// => 5') });
    const all = [...engine.files(), ...engine.exercises.files()];
    expect(await fixBook(engine, all, false)).toBe(0);
    expect(book.read('content/exercises/double.mdx')).toContain('double(2); // => 4');
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });
});

describe('the form of an exercise', () => {
  it('needs a starter, a solution and a check that is shown', async () => {
    const { said } = await judge({ starter: '', solution: '', check: '' });
    expect(said).toEqual([
      'content/exercises/double.mdx:1:1  This exercise has no starter: what does a reader begin with?',
      'content/exercises/double.mdx:1:1  This exercise has no solution.',
      'content/exercises/double.mdx:1:1  This exercise shows no check, so that nobody knows when it is solved.',
    ]);
  });

  it('has one part for each fence', async () => {
    const { said } = await judge({
      wrong:
        parts.solution +
        fence('', '1') +
        fence('starter check title="x"', '1') +
        fence('check', '1') +
        fence('solution hidden=no', '1') +
        '```python check title="other"\n>>> 1\n1\n```\n',
    });
    expect(said).toEqual([
      'content/exercises/double.mdx:14:1  An exercise has one solution.  [solution-2]',
      'content/exercises/double.mdx:17:1  Which part does this fence play? Each of an exercise is a starter, a check, a solution, wrong="why", or setup.  [snippet-6]',
      'content/exercises/double.mdx:20:1  A fence cannot be both starter and check.  [snippet-7]',
      'content/exercises/double.mdx:20:1  An exercise has one starter.  [starter-2]',
      'content/exercises/double.mdx:23:1  A check that is shown needs a title: title="What holds".  [check-2]',
      'content/exercises/double.mdx:26:1  Only a check can be hidden.  [snippet-9]',
      'content/exercises/double.mdx:26:1  An exercise has one solution.  [solution-3]',
      'content/exercises/double.mdx:29:1  The starter is ts, but this is python.  [check-3]',
    ]);
  });

  it('has flags of its own, which a chapter does not have', async () => {
    book.write('content/a-chapter.mdx', fence('solution', '1') + '<Exercise id="double" />\n');
    const { said } = await judge({
      solution: fence('solution no-run', 'const double = (n: number) => n * 2;'),
    });
    expect(said).toEqual([
      expect.stringMatching(
        /^content\/a-chapter\.mdx:1:7 {2}Unknown flag "solution"\. Known flags: /,
      ),
      expect.stringMatching(
        /^content\/exercises\/double\.mdx:11:16 {2}Unknown flag "no-run"\. Did you mean "no-runtime"/,
      ),
    ]);
  });

  it('says why a wrong answer is wrong, and what helps where a hidden check fails', async () => {
    const { said } = await judge({
      hidden: fence('check hidden', '1'),
      wrong: fence('wrong=""', '1'),
    });
    expect(said).toEqual([
      'content/exercises/double.mdx:7:13  The flag "hidden" needs a word of help for readers whose answer fails: hidden="…".',
      'content/exercises/double.mdx:13:7  The flag "wrong" needs a reason: wrong="why".',
    ]);
  });
});

describe('the place of an exercise', () => {
  it('is in a chapter, and in one only', async () => {
    book.write('content/a-chapter.mdx', '');
    expect((await judge()).said).toEqual([
      'content/exercises/double.mdx:1:1  No chapter has this exercise: write <Exercise id="double" /> where it belongs.  [double]',
    ]);
    book.write('content/a-chapter.mdx', '<Exercise id="double" />\n\n<Exercise id="duoble" />\n');
    book.write('content/b-chapter.mdx', '<Exercise id="double" />\n\n<Exercise name="double" />\n');
    expect((await judge()).said).toEqual([
      'content/a-chapter.mdx:3:1  There is no exercise "duoble".  [duoble]',
      'content/b-chapter.mdx:3:1  An <Exercise> has no attribute "name": it takes id.',
      'content/b-chapter.mdx:3:1  An <Exercise> needs an id: the name of its file.',
    ]);
    book.write('content/b-chapter.mdx', '<Exercise id="double" />\n');
    expect((await judge()).said).toContain(
      'content/b-chapter.mdx:1:1  The exercise "double" stands in the book already, at content/a-chapter.mdx:1.  [double]',
    );
  });
});
