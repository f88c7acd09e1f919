/**
 * `--fix`: rewrites expectations that differ, exactly where they stand, and proves that a second
 * run would change nothing.
 *
 * @module
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine.ts';
import { describe } from '../failure.ts';
import type { Fix } from '../model.ts';

/** Fixes chapters; returns the exit code: 0 when nothing is left that a writer has to mend. */
export async function fixBook(engine: Engine, files: string[], json: boolean): Promise<number> {
  if (process.env.CI) {
    console.error(
      '--fix does not run in CI: an expectation is changed by somebody who looks at it.',
    );
    return 2;
  }
  const fixed: { file: string; expectations: number }[] = [];
  for (const file of files) {
    const expectations = await fixChapter(engine, file);
    if (expectations > 0) fixed.push({ file, expectations });
  }
  const again = await engine.check(files);
  const unstable = (await Promise.all(files.map((file) => fixesOf(engine, file)))).flat();
  if (unstable.length > 0)
    console.error(
      'A second run would change expectations again: something in these snippets varies.',
    );
  if (json) console.log(JSON.stringify({ fixed, failed: again.failures }, null, 2));
  else {
    const lines = fixed.map(({ file, expectations }) => `${file}: ${expectations} rewritten`);
    console.log(
      [
        ...again.failures.map(describe),
        ...lines,
        `${fixed.length} chapters changed, ${again.failures.length} failures left`,
      ].join('\n'),
    );
  }
  return again.failures.length === 0 ? 0 : 1;
}

async function fixChapter(engine: Engine, file: string): Promise<number> {
  const fixes = await fixesOf(engine, file);
  if (fixes.length === 0) return 0;
  const path = join(engine.options.root, file);
  writeFileSync(path, applyFixes(readFileSync(path, 'utf8'), fixes));
  return fixes.length;
}

/** An exercise is fixed by its solution. */
async function fixesOf(engine: Engine, file: string): Promise<Fix[]> {
  const snippets = engine.exercises.has(file)
    ? (await engine.exercises.judge(file)).tried[0]?.snippets
    : (await engine.judge(file)).snippets;
  return snippets?.flatMap((snippet) => snippet.fixes) ?? [];
}

/** A text with stretches of it replaced. */
export function applyFixes(source: string, fixes: Fix[]): string {
  return fixes
    .toSorted((left, right) => right.start - left.start)
    .reduce(
      (text, { start, end, text: replacement }) =>
        text.slice(0, start) + replacement + text.slice(end),
      source,
    );
}
