import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  askedReleases,
  changesOf,
  latestSeries,
  readProbes,
} from '../../site/releases/releases.ts';

const CHAPTER = new URL('../../content/3-django-code/what-came-after.mdx', import.meta.url);

describe('later releases', () => {
  it('are named in the chapter that tells of them, each of them', () => {
    const text = readFileSync(CHAPTER, 'utf8');
    expect(askedReleases.filter((release) => !text.includes(release))).toEqual([]);
    expect(text).toContain(`Django ${latestSeries}`);
  });

  it('are told by what changed, and since when', () => {
    const answers = Object.fromEntries(
      askedReleases.map((release) => [release, Number(release[0]) < 4 ? 'old' : 'new']),
    );
    expect(changesOf(answers)).toEqual([
      { since: '2.2', outcome: 'old' },
      { since: '4.0', outcome: 'new' },
    ]);
  });

  it('begin with 2.2 in every question, each of which has words', () => {
    const probes = readProbes();
    expect(probes.length).toBe(10);
    expect(probes.every(({ changes }) => changes[0]?.since === '2.2')).toBe(true);
    expect(probes.find(({ question }) => question.includes('sys.exit'))?.changes.length).toBe(1);
  });
});
