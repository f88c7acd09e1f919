/**
 * What stays of snippets that a page cannot run: the imports that others use.
 *
 * @module
 */

import { isRun } from '../compile/compile-chapter.ts';
import { usedNames } from '../compile/names.ts';
import { child, childList, textField, type ParseCode, type SyntaxNode } from '../compile/syntax.ts';
import type { Chapter, Fence } from '../model.ts';
import type { PageSnippet } from './data.ts';

/** The imports, by the snippets that have them. */
export function leftImports(chapter: Chapter, running: Fence[], parse: ParseCode): PageSnippet[] {
  const missing = chapter.fences.filter((fence) => isRun(fence) && !running.includes(fence));
  if (missing.length === 0) return [];
  const used = new Set(running.flatMap(({ code }) => [...usedNames(parse(code).body)]));
  return missing.flatMap(({ ordinal, id, code, flags }) => {
    const imports = parse(code).body.filter((node) => isUsed(node, used));
    if (imports.length === 0) return [];
    const { scene, isolated } = flags;
    return {
      ordinal,
      id,
      code: imports.map(({ start, end }) => code.slice(start, end)).join('\n'),
      flags: { ...(scene && { scene }), ...(isolated && { isolated }), 'no-run': true },
    };
  });
}

function isUsed(node: SyntaxNode, used: Set<string>): boolean {
  return (
    node.type === 'ImportDeclaration' &&
    childList(node, 'specifiers').some((part) => used.has(textField(child(part, 'local'), 'name')))
  );
}
