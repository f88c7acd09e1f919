import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseChapter } from '../../src/doctest/parse/chapter.ts';

interface Recorded {
  cases: { name: string; trace: string[]; escaped: { type: string; message: string } | null }[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('middleware-traces.json', import.meta.url), 'utf8'),
) as Recorded;
const chapter = new URL('../../content/3-django-code/the-chain-of-middleware.mdx', import.meta.url);
const shown = parseChapter('chapter', readFileSync(chapter, 'utf8')).fences.map(({ output }) =>
  output?.code.split(/\s+/).join(' '),
);

it.each(cases)(
  'the chapter on middleware shows the recorded trace "$name"',
  ({ trace, escaped }) => {
    const end = escaped ? [`escaped ${escaped.type}: ${escaped.message}`] : [];
    expect(shown).toContain([...trace, ...end].join(' '));
  },
);
