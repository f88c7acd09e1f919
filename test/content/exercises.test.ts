import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/doctest/model.ts';
import { parseExercise } from '../../src/doctest/parse/exercise.ts';

const ledger = JSON.parse(readFileSync('content/claims.json', 'utf8')) as Ledger;
const carried = globSync('content/[0-9]*/*.mdx').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/<Claim id="(\w+)"/g)].map(([, id = '']) => id),
);
const exercises = globSync('content/exercises/*.mdx').map((file) => {
  const source = readFileSync(file, 'utf8');
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  return { exercise: parseExercise(file, source), id: parseExercise(file, source).id, head, text };
});

it('there are at least thirty exercises, some of them on real Django, and no two of one title', () => {
  expect(exercises.length).toBeGreaterThanOrEqual(30);
  const onDjango = exercises.filter(({ exercise }) => exercise.starter.flags.env !== undefined);
  expect(onDjango.length).toBeGreaterThanOrEqual(2);
  const titles = exercises.map(({ head }) => /^title: (.*)$/m.exec(head)?.[1]);
  expect(new Set(titles).size).toBe(titles.length);
});

describe.each(exercises)('the exercise $id', ({ exercise, head, text }) => {
  it('shows some checks and hides some, and helps with hints', () => {
    const hidden = exercise.checks.filter(({ flags }) => flags.hidden !== undefined);
    const shown = exercise.checks.length - hidden.length;
    expect(shown).toBeGreaterThanOrEqual(2);
    expect(shown).toBeLessThanOrEqual(4);
    expect(hidden.length).toBeGreaterThanOrEqual(1);
    expect(text.match(/<Hint>/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
  });

  it('rests on claims that a chapter carries', () => {
    const list = /^claims: \[(.+)\]$/m.exec(head)?.[1] ?? '';
    const claims = list.split(/,\s*/);
    expect(claims.filter((id) => !ledger.claims.some((row) => row.id === id))).toEqual([]);
    expect(claims.filter((id) => !carried.includes(id))).toEqual([]);
  });

  it('says in its task what to write, by name', () => {
    const task = text.slice(0, text.indexOf('```'));
    expect(task).toMatch(/`[^`]+`/);
    expect(task.trim().split(/\s+/).length).toBeGreaterThan(20);
  });
});
