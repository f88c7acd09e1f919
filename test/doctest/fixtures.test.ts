import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Engine } from '../../src/doctest/engine.ts';
import { describe as describeFailure } from '../../src/doctest/failure.ts';
import { fixtureBook } from './fixture-book.ts';

/** What the engine says of each chapter stands beside it: `endless-loop.mdx`, `endless-loop.txt`. */
const engine = new Engine(fixtureBook);
const said = new Map<string, string>();

beforeAll(async () => {
  for (const file of engine.files()) {
    const { failures } = await engine.check([file]);
    said.set(file, failures.map((failure) => `${describeFailure(failure)}\n`).join(''));
  }
});

afterAll(() => engine.close());

describe('a mistake in a chapter is reported whole, at its line and column', () => {
  it.each(engine.files())('%s', (file) => {
    const path = join(fixtureBook.root, file.replace(/\.mdx$/, '.txt'));
    expect(said.get(file)).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });

  it('finds nothing wrong with the one chapter that is right', () => {
    const silent = [...said].filter(([, text]) => text === '').map(([file]) => file);
    expect(silent).toEqual([`${fixtureBook.content}/holds.mdx`]);
  });
});
