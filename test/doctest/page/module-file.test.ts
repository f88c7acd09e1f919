import { describe, expect, it } from 'vitest';
import { parseWithRolldown } from '../../../src/doctest/compile/rolldown-parser.ts';
import { runnableFences } from '../../../src/doctest/page/runnable.ts';
import { parseChapter } from '../../../src/doctest/parse/chapter.ts';
import { moduleFileOf } from './in-node.ts';

const fence = (flags: string, code: string): string => `\`\`\`ts ${flags}\n${code}\n\`\`\`\n\n`;

function runnable(...fences: string[]): string[] {
  const chapter = parseChapter('book/chapter.mdx', fences.join(''));
  return runnableFences(chapter, parseWithRolldown).map(({ id }) => id);
}

describe('the snippets that a page can run', () => {
  it('are those that the build runs and that need no Node', () => {
    const ids = runnable(
      fence('id=plain', '1'),
      fence('id=sockets node', '2'),
      fence('id=shown no-run', '3'),
      fence('id=mistyped type-error=2322', 'const a: string = 1;'),
      fence('id=skipped skip="why"', '4'),
      fence('id=after', '5'),
    );
    expect(ids).toEqual(['plain', 'after']);
  });

  it('are none that lean on a name of one that needs Node, at whatever distance', () => {
    const ids = runnable(
      fence('id=server node', 'const { port, ...rest } = listen();\nfunction ask() {}'),
      fence('id=asks', 'const answer = ask();'),
      fence('id=shows', 'answer.length'),
      fence('id=own', 'const port = 80;\nport'),
      fence('id=later', 'port + 1'),
      fence('id=other', 'rest'),
    );
    expect(ids).toEqual(['own', 'later']);
  });

  it('are told by scenes: those of another scene lean on nothing here', () => {
    const ids = runnable(
      fence('id=server node', 'const port = 1;'),
      fence('id=alone isolated', 'const x = port;'),
    );
    expect(ids).toEqual(['alone']);
  });
});

describe('the file of a chapter', () => {
  it('is not made where no snippet runs in a page', () => {
    expect(moduleFileOf(fence('node', '1'))).toBeUndefined();
  });

  it('has the module without types, where its imports stand, and every expectation', () => {
    const made = moduleFileOf(
      fence(
        'id=one',
        "import { a, type B } from '#runtime/a';\nimport type { C } from '#runtime/c';",
      ) + fence('id=two title="Two"', 'const b: B = a;\nb; // => 1'),
    );
    expect(made?.imports.map(([start, end]) => made.code.slice(start, end))).toEqual([
      "'#runtime/a'",
    ]);
    expect(made?.code).not.toMatch(/: B|#runtime\/c/);
    expect(made?.sites).toEqual([[1, 'value', 2, 3, 9, 10]]);
    expect(made?.snippets).toMatchObject([
      { ordinal: 0, id: 'one', flags: {} },
      { ordinal: 1, id: 'two', flags: { title: 'Two' }, code: 'const b: B = a;\nb; // => 1' },
    ]);
  });

  it('leaves out of the module what needs Node, but for imports that others use', () => {
    const made = moduleFileOf(
      fence(
        'id=one node',
        "import { readFileSync } from 'node:fs';\nimport { a } from '#a';\na()",
      ) + fence('id=two', 'a(2)'),
    );
    expect(made?.imports.map(([, , specifier]) => specifier)).toEqual(['#a']);
    expect(made?.code).not.toContain('a()');
    expect(made?.snippets).toEqual([
      { ordinal: 0, id: 'one', flags: { 'no-run': true }, code: "import { a } from '#a';" },
      { ordinal: 1, id: 'two', flags: {}, code: 'a(2)' },
    ]);
  });
});
