/**
 * What of a declaration is code that can be called.
 *
 * @module
 */

import { nodeIn, nodesBelow, type SyntaxNode } from '#models/declarations';

/** Code with a body of its own. */
export interface Callable {
  /** The body: a block, or the expression of an arrow function. */
  body: SyntaxNode;
  isBlock: boolean;
  isGenerator: boolean;
  /** What names the class of `this` inside: JavaScript, or `null` where there is none. */
  self: 'this?.constructor ?? null' | 'new.target' | 'null';
}

/** The code of a declaration; undefined for a type, a class, or a variable that holds no function. */
export function callableOf(declared: SyntaxNode): Callable | undefined {
  switch (declared.type) {
    case 'FunctionDeclaration':
      return fromFunction(declared, 'null');
    case 'VariableDeclaration': {
      const [first] = nodesBelow(declared);
      return fromFunction(first && nodeIn(first, 'init'), 'null');
    }
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return fromFunction(nodeIn(declared, 'value'), selfOf(declared));
    default:
      return undefined;
  }
}

/** Every `yield` of a function's own, outermost first. */
export function yieldsIn(node: SyntaxNode): SyntaxNode[] {
  return nodesBelow(node).flatMap((part) => {
    if (part.type.startsWith('Function') && part.type !== 'FunctionBody') return [];
    const below = yieldsIn(part);
    return part.type === 'YieldExpression' ? [part, ...below] : below;
  });
}

function selfOf(member: SyntaxNode): Callable['self'] {
  if (Reflect.get(member, 'static') === true) return 'null';
  return Reflect.get(member, 'kind') === 'constructor' ? 'new.target' : 'this?.constructor ?? null';
}

function fromFunction(node: SyntaxNode | undefined, self: Callable['self']): Callable | undefined {
  const known = node && /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/;
  const body = node && known?.test(node.type) ? nodeIn(node, 'body') : undefined;
  if (node === undefined || body === undefined) return undefined;
  const isBlock = body.type === 'BlockStatement' || body.type === 'FunctionBody';
  return { body, isBlock, isGenerator: Reflect.get(node, 'generator') === true, self };
}
