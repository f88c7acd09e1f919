/**
 * rolldown's parser, as the engine uses it in Node.
 *
 * @module
 */

import { parseSync } from 'rolldown/utils';
import type { ParsedCode, SyntaxNode } from './syntax.ts';

/** Parses TypeScript with rolldown. */
export function parseWithRolldown(code: string): ParsedCode {
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
