/**
 * Code into coloured runs, at build time.
 *
 * @module
 */

import { createHighlighter, type BundledLanguage, bundledLanguages } from 'shiki';
import { classOf, theme } from './palette.ts';

/** A stretch of one line in one kind of ink. */
export interface Run {
  text: string;
  /** A class of the stylesheet, or `''` for plain ink. */
  className: string;
}

const ALIASES: Record<string, string> = { console: 'shellsession', pycon: 'python', py: 'python' };

/** By the clock, a line could lose its colours on a busy machine. */
const NO_LIMIT = 0;

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** The lines of some code as runs; a language that Shiki does not know is set in plain ink. */
export async function highlight(code: string, language: string): Promise<Run[][]> {
  const lines = code.replace(/\n$/, '').split('\n');
  const name = ALIASES[language] ?? language;
  if (!isKnown(name)) return lines.map((text) => [{ text, className: '' }]);
  highlighter ??= createHighlighter({ themes: [theme], langs: [] });
  const shiki = await highlighter;
  await shiki.loadLanguage(name);
  const tokens = shiki.codeToTokensBase(lines.join('\n'), {
    lang: name,
    theme,
    tokenizeTimeLimit: NO_LIMIT,
  });
  return tokens.map((line) =>
    join(line.map(({ content, color }) => ({ text: content, className: classOf(color) }))),
  );
}

function isKnown(name: string): name is BundledLanguage {
  return Object.hasOwn(bundledLanguages, name);
}

function join(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const blank = run.text.trim() === '';
    if (last && (last.className === run.className || blank)) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}
