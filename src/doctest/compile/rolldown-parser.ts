/**
 * rolldown's parser, as the engine uses it in Node.
 *
 * @module
 */

import { parseSync } from 'rolldown/utils';
import type { ParsedCode, SyntaxNode } from './syntax.ts';

/** A snippet is parsed when it is checked, when it is shown, and in every attempt at an exercise. */
const KEPT = { texts: 5000, length: 10_000 };

const known = new Map<string, ParsedCode>();

/** Parses TypeScript with rolldown. What comes out is shared by all who ask: nobody changes it. */
export function parseWithRolldown(code: string): ParsedCode {
  const parsed = known.get(code) ?? parse(code);
  if (code.length <= KEPT.length) {
    if (known.size >= KEPT.texts) known.clear();
    known.set(code, parsed);
  }
  return parsed;
}

function parse(code: string): ParsedCode {
  const { program, comments, errors } = parseSync('snippet.ts', code, {
    lang: 'ts',
    sourceType: 'module',
  });
  const [error] = errors;
  return {
    body: program.body as unknown as SyntaxNode[],
    comments,
    ...(error && { error: { message: error.message, offset: error.labels[0]?.start ?? 0 } }),
  };
}
