import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placeOf, surprises, surprisesOf } from '../../site/surprises/surprises.ts';

const CONTENT = join(import.meta.dirname, '../../content');
const CHAPTER = '3-django-code/when-things-go-wrong';

const chapter = (id: string) => readFileSync(join(CONTENT, `${id}.mdx`), 'utf8');

describe('the surprises', () => {
  it('are each told in a chapter that there is, at a snippet that it has', () => {
    const lost = surprises.filter((surprise) => {
      const { chapter: id, anchor } = placeOf(surprise);
      const fence = new RegExp(`^\`\`\`\\w+ (?:.* )?id=${anchor}(?: |$)`, 'm');
      return !existsSync(join(CONTENT, `${id}.mdx`)) || !fence.test(chapter(id));
    });
    expect(lost).toEqual([]);
  });

  it('all stand in one of the groups of their chapter, and in no other', () => {
    const groups = Array.from(chapter(CHAPTER).matchAll(/<Surprises numbers="([\d ]+)" \/>/g));
    const listed = groups.flatMap(([, numbers = '']) => surprisesOf(numbers));
    expect(listed.toSorted((a, b) => a.number - b.number)).toEqual(surprises);
  });

  it('are found by their numbers, and a number too many is an error', () => {
    expect(surprisesOf('7 3').map(({ number }) => number)).toEqual([7, 3]);
    expect(() => surprisesOf('7 37')).toThrow('There is no surprise "37".');
  });

  it('have to name a snippet before a page can lead to them', () => {
    const [first] = surprises;
    if (first === undefined) throw new Error('There are no surprises.');
    expect(() => placeOf({ ...first, chapter: CHAPTER })).toThrow(
      'Surprise 1 names no snippet of a chapter.',
    );
  });
});
