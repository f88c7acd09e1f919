import { expect, it } from 'vitest';
import { tidy, type ChapterNames } from '../../../src/doctest/check/name-types.ts';
import { Engine } from '../../../src/doctest/engine.ts';
import { makeScratchBook } from '../scratch-book.ts';

const CHAPTER = `A list:

- first

  \`\`\`ts id=one
  /** How many there are. They are counted. */
  const count = ['count', "count"].length; // count
  \`\`\`

\`\`\`ts id=two
interface Box { size: number }
const box: Box = { size: count };
\`\`\`

\`\`\`python id=three
>>> count = 1
\`\`\`
`;

/** The names of a snippet as \`line:column word\`, with what is said of each. */
function read({ names, texts }: ChapterNames, id: string): string[][] {
  return (names[id] ?? []).map(([line, column, length, text]) => [
    `${line}:${column}+${length}`,
    texts[text] ?? '',
  ]);
}

/** The names of a book's only chapter. */
async function namesOf(chapter: string): Promise<ChapterNames> {
  const book = makeScratchBook();
  book.write('content/a.mdx', chapter);
  const engine = new Engine(book.options);
  try {
    const names = (await engine.nameTypes()).get('content/a.mdx');
    if (!names) throw new Error('The chapter has no names.');
    return names;
  } finally {
    await engine.close();
    book.remove();
  }
}

it('says what a name is, where it stands in its snippet, and what its comment says first', async () => {
  const names = await namesOf(CHAPTER);
  expect(read(names, 'one')).toEqual([
    ['2:6+5', 'count: number\nHow many there are.'],
    ['2:33+6', expect.stringMatching(/^length: number\n/)],
  ]);
  expect(read(names, 'two')).toEqual([
    ['1:10+3', 'interface Box'],
    ['1:16+4', 'size: number'],
    ['2:6+3', 'box: Box'],
    ['2:11+3', 'interface Box'],
    ['2:19+4', 'size: number'],
    ['2:25+5', 'count: number\nHow many there are.'],
  ]);
  expect(Object.keys(names.names)).toEqual(['one', 'two']);
});

it('knows names that look like keywords, stand in templates, or are private, and leaves others out', async () => {
  const names = await namesOf(
    "```ts id=one\nclass Road { #from = 'x'; get type() { return `${this.#from}-from`; } }\nconst none = [undefined, new Road().type] as const;\n```\n",
  );
  expect(read(names, 'one')).toEqual([
    ['1:6+4', 'class Road'],
    ['1:14+4', '#from: string'],
    ['1:30+4', 'type: string'],
    ['1:55+4', '#from: string'],
    ['2:6+4', 'none: readonly [undefined, string]'],
    ['2:29+4', 'class Road'],
    ['2:36+4', 'type: string'],
  ]);
});

it('says sentences of comments without marks that nobody draws', async () => {
  const { texts } = await namesOf(
    '```ts id=one\n/** **See** {@link Map} and [this](https://example.com). */\nconst a = 1;\n/**\n * [Reference](https://example.com)\n */\nconst b = 2;\n```\n',
  );
  expect(texts).toEqual(['a: 1\nSee Map and this.', 'b: 2']);
});

it('tells no path of this computer in a type, and no number of a private name', () => {
  expect(tidy('typeof import("/somewhere/book/src/signals")')).toBe('typeof import("signals")');
  expect(tidy('{ __#12@#handler: string; }')).toBe('{ #handler: string; }');
});
