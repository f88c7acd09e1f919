import { describe, expect, it } from 'vitest';
import { gather, paragraphs } from '../../site/markdown/rows.ts';

const element = (tagName: string) => ({ type: 'element', tagName, children: [] });
const snippet = { type: 'mdxJsxFlowElement', name: 'Snippet', children: [] };
const sentence = {
  type: 'mdxJsxFlowElement',
  name: 'Claim',
  children: [{ type: 'text', value: 'So it is.' }],
};
const blank = { type: 'text', value: '\n' };

describe('rows', () => {
  it('put the snippets that follow a run of prose beside it', () => {
    const [p, more] = [element('p'), element('p')];
    expect(gather([p, blank, p, snippet, blank, snippet, more])).toEqual([
      { prose: [p, p], code: [snippet, snippet] },
      { prose: [more], code: [] },
    ]);
  });

  it('begin anew at each h2, but not at an h3', () => {
    const [h2, h3, p] = [element('h2'), element('h3'), element('p')];
    expect(gather([p, h2, p, h3, p])).toEqual([
      { prose: [p], code: [] },
      { prose: [h2, p, h3, p], code: [] },
    ]);
  });

  it('may begin with code', () => {
    expect(gather([snippet])).toEqual([{ prose: [], code: [snippet] }]);
  });
});

describe('claims that stand alone in a paragraph', () => {
  it('get their paragraph back, with spaces between them', () => {
    const [whole] = paragraphs([sentence, sentence]);
    expect(whole).toMatchObject({ tagName: 'p' });
    expect(whole?.children).toEqual([sentence, { type: 'text', value: ' ' }, sentence]);
  });

  it('are left alone where they hold paragraphs of their own', () => {
    const block = { ...sentence, children: [element('p')] };
    expect(paragraphs([block])).toEqual([block]);
  });
});

describe('a source lens', () => {
  const lens = { type: 'mdxJsxFlowElement', name: 'Source', children: [] };

  it('has a row for itself, and what follows begins another', () => {
    const [p, more] = [element('p'), element('p')];
    expect(gather([p, lens, more, snippet, lens, snippet])).toEqual([
      { prose: [p], code: [] },
      { prose: [], code: [], wide: lens },
      { prose: [more], code: [snippet] },
      { prose: [], code: [], wide: lens },
      { prose: [], code: [snippet] },
    ]);
  });
});
