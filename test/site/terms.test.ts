import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossary, piecesOf, termOf } from '../../site/glossary/glossary.ts';
import { markTerms } from '../../site/markdown/terms.ts';

const TERMS = [
  { id: 'wsgi', term: 'WSGI', definition: 'x' },
  { id: 'wsgi-server', term: 'WSGI server', also: ['WSGI servers'], definition: 'x' },
  { id: 'start', term: 'start_response', definition: 'x' },
];

interface Node {
  type: string;
  name?: string;
  tagName?: string;
  value?: string;
  attributes?: { type: string; name: string; value: string }[];
  children?: Node[];
}

const text = (value: string): Node => ({ type: 'text', value });
const element = (tagName: string, ...children: Node[]): Node => ({
  type: 'element',
  tagName,
  children,
});

/** The tree in short: a marked term as `[id:text]`. */
function shown({ type, name, value = '', attributes = [], children = [] }: Node): string {
  if (type === 'text') return value;
  const inner = children.map((child) => shown(child)).join('');
  return name === 'Term' ? `[${attributes[0]?.value}:${inner}]` : inner;
}

const marked = (...children: Node[]): string =>
  shown(markTerms({ type: 'root', children }, TERMS) as Node);

describe('terms in a chapter', () => {
  it('are marked where they are first used, the longer term before the shorter', () => {
    expect(
      marked(element('p', text('A WSGI server knows WSGI, and WSGI servers know WSGI.'))),
    ).toBe('A [wsgi-server:WSGI server] knows [wsgi:WSGI], and WSGI servers know WSGI.');
  });

  it('are marked whatever their capitals, and as whole words alone', () => {
    expect(
      marked(element('p', text('Wsgi is no wsgi-thing, nor mod.wsgi, nor start_responses.'))),
    ).toBe('[wsgi:Wsgi] is no wsgi-thing, nor mod.wsgi, nor start_responses.');
  });

  it('are left alone in headings, links and listings, and marked after them', () => {
    expect(
      marked(
        element('h2', text('WSGI')),
        element('p', element('a', text('WSGI')), element('code', text('import WSGI'))),
        element('pre', element('code', text('WSGI'))),
        element('p', text('WSGI')),
      ),
    ).toBe('WSGIWSGIimport WSGIWSGI[wsgi:WSGI]');
  });

  it('are marked in an answer, and not in the question that unfolds it', () => {
    expect(
      marked(element('details', element('summary', text('WSGI?')), element('p', text('WSGI.')))),
    ).toBe('WSGI?[wsgi:WSGI].');
  });

  it('are marked where code is the term and no more', () => {
    expect(marked(element('p', element('code', text('start_response')), text(' and WSGI')))).toBe(
      '[start:start_response] and [wsgi:WSGI]',
    );
  });

  it('are marked inside claims too', () => {
    const claim = { type: 'mdxJsxTextElement', name: 'Claim', children: [text('WSGI holds')] };
    expect(marked(element('p', claim))).toBe('[wsgi:WSGI] holds');
  });
});

describe('the glossary', () => {
  const chapters = globSync('content/*/*.mdx', { cwd: join(import.meta.dirname, '../..') })
    .filter((path) => !path.endsWith('glossary.mdx'))
    .map((path) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8').toLowerCase());

  it('defines each term once', () => {
    const ids = glossary.map(({ id }) => id);
    const forms = glossary.flatMap(({ term, also = [] }) => [term, ...also]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(forms).size).toBe(forms.length);
  });

  it('has no term that the book does not use', () => {
    const unused = glossary.filter(({ term, also = [] }) => {
      const forms = [term, ...also].map((form) => form.toLowerCase());
      return !chapters.some((chapter) => forms.some((form) => chapter.includes(form)));
    });
    expect(unused).toEqual([]);
  });

  it('marks code in its definitions, and knows its terms alone', () => {
    expect(piecesOf('the `x` of y')).toEqual([
      { text: 'the ', code: false },
      { text: 'x', code: true },
      { text: ' of y', code: false },
    ]);
    expect(() => termOf('no-such')).toThrow('The glossary has no term "no-such".');
  });
});
