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
  /** JavaScript for each argument that has a name; a pattern has none. */
  given: string[];
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
  return ownNodes(node, /^YieldExpression$/);
}

/** Every `return` and `throw` of a function's own that has a value, in order. */
export function exitsIn(node: SyntaxNode): SyntaxNode[] {
  return ownNodes(node, /^(?:Return|Throw)Statement$/).filter((exit) => nodeIn(exit, 'argument'));
}

function ownNodes(node: SyntaxNode, wanted: RegExp): SyntaxNode[] {
  return nodesBelow(node).flatMap((part) => {
    if (FUNCTION.test(part.type)) return [];
    const below = ownNodes(part, wanted);
    return wanted.test(part.type) ? [part, ...below] : below;
  });
}

const FUNCTION = /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/;

function selfOf(member: SyntaxNode): Callable['self'] {
  if (Reflect.get(member, 'static') === true) return 'null';
  return Reflect.get(member, 'kind') === 'constructor' ? 'new.target' : 'this?.constructor ?? null';
}

function fromFunction(node: SyntaxNode | undefined, self: Callable['self']): Callable | undefined {
  const body = node && FUNCTION.test(node.type) ? nodeIn(node, 'body') : undefined;
  if (node === undefined || body === undefined) return undefined;
  const isBlock = body.type === 'BlockStatement' || body.type === 'FunctionBody';
  const isGenerator = Reflect.get(node, 'generator') === true;
  const params = Reflect.get(node, 'params') as SyntaxNode[];
  return { body, isBlock, isGenerator, self, given: params.flatMap(nameOf) };
}

function nameOf(parameter: SyntaxNode): string[] {
  switch (parameter.type) {
    case 'Identifier': {
      const name = String(Reflect.get(parameter, 'name'));
      return name === 'this' ? [] : [name];
    }
    case 'AssignmentPattern':
      return namesIn(parameter, 'left');
    case 'TSParameterProperty':
      return namesIn(parameter, 'parameter');
    case 'RestElement':
      return namesIn(parameter, 'argument').map((name) => `...${name}`);
    default:
      return [];
  }
}

function namesIn(parameter: SyntaxNode, field: string): string[] {
  const inner = nodeIn(parameter, field);
  return inner === undefined ? [] : nameOf(inner);
}
