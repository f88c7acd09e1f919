import { describe, expect, it } from 'vitest';
import { countChapter, inWords } from '../../../../site/workshop/progress/counts.ts';
import { nameOf } from '../../../../site/workshop/progress/deeds.ts';
import { mark, moveTo, NOTHING } from '../../../../site/workshop/progress/progress.ts';
import { resume } from '../../../../site/workshop/progress/resume.ts';

const CHAPTERS = ['1/a', '1/b', '1/c'];
const at = (chapter: string, done: boolean) =>
  moveTo(NOTHING, { chapter, anchor: 'two', section: 'Two', done }, 5);

describe('going on where one left off', () => {
  it('leads to the section, also in a chapter that was read before', () => {
    const goal = { chapter: '1/b', anchor: 'two', section: 'Two' };
    expect(resume(at('1/b', false), CHAPTERS)).toMatchObject(goal);
    expect(resume(mark(at('1/b', false), 'read', '1/b', 6), CHAPTERS)).toMatchObject(goal);
  });

  it('leads after the end of a chapter to the next that is not read', () => {
    expect(resume(at('1/a', true), CHAPTERS)?.chapter).toBe('1/b');
    const read = mark(at('1/a', true), 'read', '1/b', 6);
    expect(resume(read, CHAPTERS)).toEqual({ chapter: '1/c', anchor: '', section: '' });
  });

  it('leads nowhere at the end of the book, for a new reader, and from a chapter that is gone', () => {
    expect(resume(at('1/c', true), CHAPTERS)).toBeUndefined();
    expect(resume(NOTHING, CHAPTERS)).toBeUndefined();
    expect(resume(at('1/old', false), CHAPTERS)).toBeUndefined();
  });
});

describe('the counts of a chapter', () => {
  it('are of its own snippets and exercises, not of one whose name begins alike', () => {
    const deeds = [
      ['read', '1/a'],
      ['ran', '1/a#x'],
      ['ran', '1/a#y'],
      ['ran', '1/ab#x'],
      ['solved', '1/a#z'],
    ] as const;
    const progress = deeds.reduce((sum, [kind, name]) => mark(sum, kind, name, 1), NOTHING);
    expect(countChapter(progress, '1/a')).toEqual({ read: true, ran: 2, solved: 1 });
    expect(countChapter(progress, '1/ab')).toEqual({ read: false, ran: 1, solved: 0 });
    expect(inWords(progress)).toBe('1 chapter read, 3 snippets run and 1 exercise solved');
  });
});

describe('the name of a deed', () => {
  it('is that of its chapter and its snippet or exercise', () => {
    expect(nameOf({ chapter: '1/a', snippet: 'x', ok: true }, '1/b')).toBe('1/a#x');
    expect(nameOf({ exercise: 'x' }, '1/b')).toBe('1/b#x');
    expect(nameOf({ exercise: '1/c#x' }, '1/b')).toBe('1/c#x');
  });

  it('is none where the event says nothing of use', () => {
    for (const detail of [
      null,
      undefined,
      'x',
      {},
      { snippet: 3 },
      { exercise: 'x'.repeat(300) },
    ]) {
      expect(nameOf(detail, '1/b')).toBeUndefined();
    }
  });
});
