import { describe, expect, it } from 'vitest';
import { isExercise, setInBoxes } from '../../site/markdown/exercises.ts';

const element = (tagName: string) => ({ type: 'element', tagName, children: [] });
const part = (value: string) => ({
  type: 'mdxJsxFlowElement',
  name: 'Snippet',
  attributes: [{ type: 'mdxJsxAttribute', name: 'part', value }],
});
const hint = { type: 'mdxJsxFlowElement', name: 'Hint', children: [] };
const blank = { type: 'text', value: '\n' };

describe('an exercise', () => {
  it('is set in three boxes: the task, what is worked with, what helps', () => {
    const p = element('p');
    const parts = ['setup', 'starter', 'check', 'check'].map(part);
    const [task, work, help] = setInBoxes([p, blank, ...parts, hint, hint, p]);
    expect(task).toMatchObject({ properties: { className: ['exercise-task'] }, children: [p, p] });
    expect(work).toMatchObject({ properties: { className: ['exercise-work'] }, children: parts });
    expect(help).toMatchObject({
      properties: { className: ['exercise-help'] },
      children: [hint, hint],
    });
  });

  it('has its solution last, with the wrong answers below it', () => {
    const [solution, wrong] = [part('solution'), part('wrong')];
    const [, , help] = setInBoxes([solution, wrong, hint]);
    expect(help?.children).toMatchObject([hint, { name: 'Solution', children: [solution, wrong] }]);
  });

  it('keeps modules above everything', () => {
    const esm = { type: 'mdxjsEsm', value: 'export const a = 1' };
    expect(setInBoxes([element('p'), esm])[0]).toBe(esm);
  });

  it('is known by its folder', () => {
    expect(isExercise(new URL('file:///book/content/exercises/add.mdx'))).toBe(true);
    expect(isExercise(new URL('file:///book/content/1-wsgi/environ.mdx'))).toBe(false);
    expect(isExercise(undefined)).toBe(false);
  });
});
