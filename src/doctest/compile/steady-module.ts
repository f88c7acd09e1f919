/**
 * Whether a module can be run in one go, and its exports handed on by value.
 *
 * @module
 */

import { child, children, isFunction, textField, visit, type SyntaxNode } from './syntax.ts';

/**
 * Whether a module does not wait at its top, does not ask about itself by `import.meta`, and never
 * assigns anew to some of its names.
 */
export function isSteady(body: SyntaxNode[], names: ReadonlySet<string>): boolean {
  return body.every((statement) => keepsSteady(statement, names, false));
}

function keepsSteady(node: SyntaxNode, names: ReadonlySet<string>, inFunction: boolean): boolean {
  switch (node.type) {
    case 'MetaProperty':
      if (textField(child(node, 'meta'), 'name') === 'import') return false;
      break;
    case 'AwaitExpression':
      if (!inFunction) return false;
      break;
    case 'VariableDeclaration':
      if (!inFunction && textField(node, 'kind') === 'await using') return false;
      break;
    case 'ForOfStatement':
      if (!inFunction && Reflect.get(node, 'await') === true) return false;
      if (assigns(child(node, 'left'), names)) return false;
      break;
    case 'ForInStatement':
    case 'AssignmentExpression':
      if (assigns(child(node, 'left'), names)) return false;
      break;
    case 'UpdateExpression':
      if (assigns(child(node, 'argument'), names)) return false;
      break;
  }
  const inside = inFunction || isFunction(node);
  return children(node).every((part) => keepsSteady(part, names, inside));
}

/** Whether one of the names stands in what is assigned to. Names of inner scopes count too. */
function assigns(target: SyntaxNode | undefined, names: ReadonlySet<string>): boolean {
  let found = false;
  if (target && target.type !== 'VariableDeclaration')
    visit(target, (node) => {
      if (node.type === 'Identifier' && names.has(textField(node, 'name'))) found = true;
      return !found && node.type !== 'MemberExpression';
    });
  return found;
}
