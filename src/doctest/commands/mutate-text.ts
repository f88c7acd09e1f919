/**
 * Makes an expectation say something else.
 *
 * @module
 */

import type { ParseCode, SyntaxNode } from '../compile/syntax.ts';
import { visit } from '../compile/syntax.ts';

/**
 * An expected value, changed: its last literal says another value. Where there is no literal, the
 * whole expression becomes one that nothing else equals.
 */
export function mutateExpression(text: string, parse: ParseCode): string {
  const code = `(${text}\n)`;
  const literals: SyntaxNode[] = [];
  for (const node of parse(code).body) {
    visit(node, (part) => {
      const isKey = part.type === 'Property' && Reflect.get(part, 'computed') === false;
      if (isKey)
        visit(
          Reflect.get(part, 'value') as SyntaxNode,
          (inner) => void (inner.type === 'Literal' && literals.push(inner)),
        );
      else if (part.type === 'Literal') literals.push(part);
      return !isKey;
    });
  }
  const last = literals.at(-1);
  if (!last) return `(Symbol('mutant') as never)`;
  const literal = code.slice(last.start, last.end);
  return (code.slice(0, last.start) + mutateLiteral(literal) + code.slice(last.end)).slice(1, -2);
}

function mutateLiteral(literal: string): string {
  if (literal === 'true') return 'false';
  if (literal === 'false') return 'true';
  if (literal === 'null') return `(Symbol('mutant') as never)`;
  if (/^['"]/.test(literal)) return `${literal.slice(0, -1)}~${literal.at(-1)}`;
  if (/^\d+n$/.test(literal)) return `${literal.slice(0, -1)}1n`;
  if (literal.startsWith('/')) return `/mutant/`;
  return `(${literal} + 1)`;
}

/** Expected text, changed in its first letter or digit outside a wildcard; `undefined` if it has none. */
export function mutateText(text: string): string | undefined {
  const index = text.search(/[\p{L}\p{N}]/u);
  const at = index === -1 ? text.search(/[^\s…]/) : index;
  if (at === -1) return undefined;
  const change = text[at] === '#' ? '%' : '#';
  return text.slice(0, at) + change + text.slice(at + 1);
}
