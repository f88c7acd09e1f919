/**
 * The names that a snippet gives to those after it, and the names that it takes from those before.
 *
 * @module
 */

import { child, childList, children, textField, visit, type SyntaxNode } from './syntax.ts';

/** The names that a snippet declares for itself and for later ones. */
export function declaredNames(body: SyntaxNode[]): Set<string> {
  const names = new Set<string>();
  for (const node of body) {
    for (const declarator of childList(node, 'declarations')) {
      const pattern = child(declarator, 'id');
      if (pattern) gather(pattern, names);
    }
    if (/^(?:Function|Class)Declaration$/.test(node.type)) {
      names.add(textField(child(node, 'id'), 'name'));
    }
  }
  return names;
}

/** Every name in a snippet that may be one of another: its imports are its own. */
export function usedNames(body: SyntaxNode[]): Set<string> {
  const names = new Set<string>();
  for (const node of body) {
    if (node.type === 'ImportDeclaration') continue;
    visit(node, (part) => {
      if (part.type === 'Identifier') names.add(textField(part, 'name'));
    });
  }
  return names;
}

function gather(pattern: SyntaxNode, names: Set<string>): void {
  if (pattern.type === 'Identifier') {
    names.add(textField(pattern, 'name'));
    return;
  }
  const bound = pattern.type === 'AssignmentPattern' ? [child(pattern, 'left')] : partsOf(pattern);
  for (const part of bound) if (part) gather(part, names);
}

function partsOf(pattern: SyntaxNode): (SyntaxNode | undefined)[] {
  return children(pattern)
    .map((part) => (part.type === 'Property' ? child(part, 'value') : part))
    .filter((part) => part && !part.type.startsWith('TS'));
}
