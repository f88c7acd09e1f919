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
    expect(onlyPython.map(({ id }) => id)).toEqual([]);
  });

  it('says of every other rule why no snippet decides it', () => {
    const silent = rules.filter((rule) => !isDecided(rule) && !/\w{3}.*\.$/.test(rule.why ?? ''));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
