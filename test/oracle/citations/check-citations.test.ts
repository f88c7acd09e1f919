import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../../src/doctest/model.ts';
import { parseChapter } from '../../../src/doctest/parse/chapter.ts';
import { hashOf } from '../../../src/models/definition.ts';
import { InstalledSource } from '../../../src/models/installed-source.ts';
import { Places } from '../../../src/models/places.ts';
import { TagIndex } from '../../../src/models/tag-index.ts';
import { checkCitations } from './check-citations.ts';
import { originalsOf } from './originals.ts';

const FIXTURE = join(import.meta.dirname, '../../models/fixture');
const SAY = '    def say(self):\n        print(self.text)\n\n        return self';
const places = new Places(
  {
    'django.greeting.words:Greeting.say': ['django/greeting/words.py', 19, hashOf(SAY)],
    'django.greeting.words:Greeting.name': [],
  },
  {
    'django/greeting/words.py:19': hashOf('def say(self):'),
    'cpython/Lib/wsgiref/util.py:9': 'anything',
  },
);

const root = mkdtempSync(join(tmpdir(), 'citations-'));
mkdirSync(join(root, 'port'));
writeFileSync(
  join(root, 'port/words.ts'),
  '/** @models django.greeting.words:Greeting.say */\nexport const say = 1;\n/** @models django.greeting.words:Greeting.shout */\nexport const shout = 1;\n',
);
const tags = new TagIndex(root, 'port');

afterAll(() => rmSync(root, { recursive: true }));

const RECORD =
  'Run npm run oracle -- --places --write to record it, and look at the line that it shows.';

/** What the check says of a chapter, as `line:column message`. */
function complaints(
  text: string,
  { decidedBy = [], source }: { decidedBy?: string[]; source?: InstalledSource } = {},
): string[] {
  const ledger = {
    sources: {},
    claims: [{ id: 'A01', source: 's', kind: 'behaviour', claim: 'It is.', decidedBy }],
  } satisfies Ledger;
  const check = checkCitations(() => ({ places, tags, source }));
  return check([parseChapter('content/a.mdx', text)], ledger).map(
    ({ file, line, column, id, message }) => `${file}:${line}:${column} [${id}] ${message}`,
  );
}

describe('a citation of what is recorded', () => {
  it('holds, with the source at hand and without', () => {
    const chapter =
      'A.\n\n<Source of="django.greeting.words:Greeting.say" />\n\n```ts id=x src=port/words.ts#say\n```\n\n<Claim id="A01">It is.</Claim> [line](https://github.com/django/django/blob/2.2.28/django/greeting/words.py#L19)\n';
    const decidedBy = ['django/greeting/words.py:19', 'cpython/Lib/wsgiref/util.py:9'];
    expect(complaints(chapter, { decidedBy })).toEqual([]);
    expect(complaints(chapter, { decidedBy, source: new InstalledSource(FIXTURE) })).toEqual([]);
  });

  it('may be a name without a definition of its own', () => {
    expect(complaints('<Source of="django.greeting.words:Greeting.name" />\n')).toEqual([]);
  });
});

describe('a citation that has drifted fails at the line of the chapter', () => {
  it('of a lens', () => {
    expect(complaints('A.\n\n<Source of="django.greeting.words:Greeting.shout" />\n')).toEqual([
      `content/a.mdx:3:1 [] The source has no django.greeting.words:Greeting.shout, or it is not recorded yet. ${RECORD}`,
    ]);
  });

  it('of a snippet that shows a symbol', () => {
    expect(complaints('A.\n\n```ts id=x src=port/words.ts#shout\n```\n')).toEqual([
      `content/a.mdx:3:1 [x] The source has no django.greeting.words:Greeting.shout, or it is not recorded yet. ${RECORD}`,
    ]);
  });

  it('of a claim', () => {
    const decidedBy = ['django/greeting/words.py:20'];
    expect(complaints('A. <Claim id="A01">It is.</Claim>\n', { decidedBy })).toEqual([
      `content/a.mdx:1:4 [A01] The line django/greeting/words.py:20 is cited but not recorded. ${RECORD}`,
    ]);
  });

  it('of a link, at either of its ends', () => {
    const link = 'https://github.com/django/django/blob/2.2.28/django/greeting/words.py#L19-L21';
    expect(complaints(`A.\n\nSee [it](${link}).\n`)).toEqual([
      `content/a.mdx:3:10 [] The line django/greeting/words.py:21 is cited but not recorded. ${RECORD}`,
    ]);
  });

  it('where the source at hand is another one', () => {
    const other = join(root, 'other');
    mkdirSync(join(other, 'django/greeting'), { recursive: true });
    writeFileSync(join(other, 'django/greeting/words.py'), 'print(1)\n');
    const source = new InstalledSource(other);
    const text =
      '<Source of="django.greeting.words:Greeting.say" />\n\n<Claim id="A01">It.</Claim>\n';
    expect(complaints(text, { decidedBy: ['django/greeting/words.py:19'], source })).toEqual([
      expect.stringContaining(
        '1:1 [] django.greeting.words:Greeting.say is not what is recorded of django/greeting/words.py:19',
      ),
      expect.stringContaining(
        '3:1 [A01] The line django/greeting/words.py:19 is not the one that is recorded',
      ),
    ]);
  });
});

it('what stands in a fence is no lens', () => {
  expect(complaints('```text\n<Source of="django.nothing:at_all" />\n```\n')).toEqual([]);
});

it('every line that the ledger names is recorded, whether a chapter carries it or not', async () => {
  const { book } = await import('../../../doctest.config.ts');
  const { places: recorded } = originalsOf(book.root);
  const lines = book.ledger?.().claims.flatMap(({ decidedBy = [] }) => decidedBy) ?? [];
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.filter((line) => recorded.hashOfLine(line) === undefined)).toEqual([]);
});
