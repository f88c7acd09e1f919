import { describe, expect, it } from 'vitest';
import { countStandings, evidenceOf, standingOf } from '../../site/components/rule/evidence.ts';

const addressOf = (chapter: string) => `/1-wsgi/${chapter}/`;

describe('a rule on a page', () => {
  it('is kept, broken, kept in part or caught, as its snippets show', () => {
    const labels = [
      standingOf('a'),
      standingOf('', 'b'),
      standingOf('a', 'b'),
      standingOf('', '', 'c'),
      standingOf(),
    ].map((standing) => standing?.label);
    expect(labels).toEqual(['kept', 'broken', 'kept in part', 'caught', undefined]);
  });

  it('leads to snippets of its own chapter and of others', () => {
    expect(evidenceOf('here the-body#there', addressOf)).toEqual([
      { address: '#here', text: 'here' },
      { address: '/1-wsgi/the-body/#there', text: 'there' },
    ]);
  });

  it('is counted with its like', () => {
    const text =
      '<Rule id="A" holds="x">a</Rule>\n\n<Rule id="B" holds="y">b</Rule>\n\n<Rule id="C" why="z">c</Rule>\n';
    const counts = countStandings([text, 'A <Rule> in prose']);
    expect(counts.map(({ label, count }) => [label, count])).toEqual([
      ['kept', 2],
      ['not run', 1],
    ]);
  });
});
