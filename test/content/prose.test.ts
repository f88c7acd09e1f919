import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const LONGEST = 40;

interface Chapter {
  path: string;
  head: string;
  text: string;
}

const chapters: Chapter[] = globSync('content/*/*.mdx', { cwd: ROOT }).map((path) => {
  const [, head = '', text = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(join(ROOT, path), 'utf8')) ?? [];
  return { path, head, text };
});

/** The sentences of a chapter, without code, tables and tags; a link counts by its words. */
function sentencesOf(text: string): string[] {
  const prose = text
    .replaceAll(/^(`{3,})[\s\S]*?^\1`*$/gm, '\n\n')
    .replaceAll(/`[^`]*`/g, 'code')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^(?:[-*]|\d+\.|#+|\|.*|import .*)(?=\s|$)/gm, '\n\n');
  return prose
    .split(/\n\s*\n|(?<=[.?!]["')]?)\s+/)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

describe.each(chapters)('$path', ({ path, head, text }) => {
  it('says at its top what its page shows', () => {
    const [first, second] = path.startsWith('content/exercises/')
      ? [/^title: \S/m, /^difficulty: [123]$/m]
      : [/^question: \S/m, /^minutes: \d+$/m];
    expect(head).toMatch(first);
    expect(head).toMatch(second);
    // What stands there is shown as it is.
    expect(head).not.toContain('`');
  });

  it(`has no sentence of more than ${LONGEST} words`, () => {
    const long = sentencesOf(text).filter((sentence) => sentence.split(' ').length > LONGEST);
    expect(long).toEqual([]);
  });

  it('says in words what a picture shows', () => {
    expect(text).not.toMatch(/!\[\s*\]\(|<img(?![^>]*\balt="[^"]+")/);
  });
});

it('a sentence is told from the next, from code and from a list', () => {
  const text =
    'One two. Three `a. B` four?\n\n```ts\nconst x = 1. + 2;\n```\n- five [six seven](/x) <b>eight</b>\n- nine';
  expect(sentencesOf(text)).toEqual([
    'One two.',
    'Three code four?',
    'five six seven eight',
    'nine',
  ]);
});
