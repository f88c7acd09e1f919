import { describe, expect, it } from 'vitest';
import { book } from '../../doctest.config.ts';
import { findChapter, referencesOf } from '../../src/doctest/check/bind-rules.ts';
import { isRun } from '../../src/doctest/compile/compile-chapter.ts';
import { Engine } from '../../src/doctest/engine.ts';
import type { RuleUse } from '../../src/doctest/model.ts';

const CHAPTER = 'content/1-wsgi/pep-3333-clause-by-clause.mdx';
const engine = new Engine(book);
const files = engine.files();
const { rules } = engine.read(CHAPTER);
const chapters = new Map(files.map((file) => [file, engine.read(file)]));

function runsOnTheRuntime(reference: string): boolean {
  const chapter = chapters.get(findChapter(files, reference) ?? CHAPTER);
  const fence = chapter?.fences.find(({ id }) => id === reference.split('#').pop());
  return fence !== undefined && isRun(fence) && fence.flags['no-runtime'] === undefined;
}

/** What only Python can show, and why no TypeScript stands beside it. */
const PYTHON_ONLY: Record<string, string> = {
  'PEP-47': 'The runtime has the whole body before it calls, so its stream cannot but end there.',
  'PEP-77': 'Nothing in JavaScript tells, within one run, that an object was let go.',
  'PEP-118': 'JavaScript never had an iterator protocol that asks for items by number.',
};

const isDecided = (rule: RuleUse): boolean => referencesOf(rule).length > 0;

describe('PEP 3333, clause by clause', () => {
  it('has every rule, in order', () => {
    expect(rules.map(({ id }) => id)).toEqual(
      Array.from({ length: 118 }, (_, index) => `PEP-${index + 1}`),
    );
  });

  it('shows each rule that a snippet decides on the runtime, so that breaking the runtime shows', () => {
    const onlyPython = rules.filter(
      (rule) => isDecided(rule) && !referencesOf(rule).some(runsOnTheRuntime),
    );
    expect(onlyPython.map(({ id }) => id)).toEqual(Object.keys(PYTHON_ONLY));
  });

  it('has as many rules with a must as the chapter on the validators counts', () => {
    const clauses = chapters
      .get('content/1-wsgi/the-validators.mdx')
      ?.fences.find(({ id }) => id === 'clauses');
    const listed = /const must = rows\((.*?)\);/s.exec(clauses?.code ?? '')?.[1] ?? '';
    const numbers = listed.match(/\d+(-\d+)?/g)?.flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_, index) => `PEP-${first + index}`);
    });
    const musts = engine.read(CHAPTER).source.matchAll(/<Rule id="(PEP-\d+)" level="must"/g);
    expect(numbers).toEqual([...musts].map(([, id]) => id));
  });

  it('says of every other rule why no snippet decides it', () => {
    const silent = rules.filter((rule) => !isDecided(rule) && !/\w{3}.*\.$/.test(rule.why ?? ''));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
