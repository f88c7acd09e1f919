/**
 * acorn with TypeScript, as the engine uses it in a browser: the tree of rolldown's parser, as far
 * as the engine looks at it.
 *
 * @module
 */

import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import type { Comment, ParseCode, ParsedCode, SyntaxNode } from './syntax.ts';

const TypeScriptParser = Parser.extend(tsPlugin());

/** How many results are kept: more than a chapter has snippets and expectations. */
const KEPT = 1000;

const known = new Map<string, ParsedCode>();

/** Parses TypeScript with acorn. A text that was parsed lately is not parsed again. */
export const parseWithAcorn: ParseCode = (code) => {
  const found = known.get(code);
  if (found) return found;
  const parsed = parse(code);
  if (known.size >= KEPT) known.clear();
  known.set(code, parsed);
  return parsed;
};

function parse(code: string): ParsedCode {
  const comments = new Map<number, Comment>();
  try {
    const { body } = TypeScriptParser.parse(code, {
      sourceType: 'module',
      ecmaVersion: 'latest',
      preserveParens: true,
      locations: true,
      onComment(isBlock, value, start, end) {
        comments.set(start, { type: isBlock ? 'Block' : 'Line', value, start, end });
      },
    });
    return { body: body as SyntaxNode[], comments: inOrder(comments) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { message, pos = 0 } = error as SyntaxError & { pos?: number };
    const reason = message.replace(/ \(\d+:\d+\)$/, '');
    return { body: [], comments: inOrder(comments), error: { message: reason, offset: pos } };
  }
}

/** The parser looks ahead and turns back, and then meets a comment again. */
function inOrder(comments: Map<number, Comment>): Comment[] {
  return [...comments.values()].toSorted((left, right) => left.start - right.start);
}
