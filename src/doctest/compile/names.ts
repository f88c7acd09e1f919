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
  const enter = (node: SyntaxNode): boolean => {
    if (node.type === 'Identifier') names.add(textField(node, 'name'));
    const label = labelOf(node);
    if (!label) return true;
    for (const part of children(node)) if (part !== label) visit(part, enter);
    return false;
  };
  for (const node of body) if (node.type !== 'ImportDeclaration') visit(node, enter);
  return names;
}

/** The part of a node that names a property of something, and nothing in the snippet. */
function labelOf(node: SyntaxNode): SyntaxNode | undefined {
  if (Reflect.get(node, 'computed') === true) return undefined;
  if (node.type === 'MemberExpression') return child(node, 'property');
  return /^(?:Property|MethodDefinition|PropertyDefinition)$/.test(node.type)
    ? child(node, 'key')
    : undefined;
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
