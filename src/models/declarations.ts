/**
 * What a module of TypeScript declares, by where it begins: at its top, in its classes, and
 * inside its functions.
 *
 * @module
 */

import type { parseSync } from 'rolldown/utils';

type Program = ReturnType<typeof parseSync>['program'];

/** A node of the syntax tree; offsets in UTF-16 units. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
}

/** Something that a doc comment can describe. */
export interface Declaration {
  /** Its name, after those of the classes and functions around it. */
  symbol: string;
  /** Where it begins, an `export` included; a UTF-16 offset. */
  start: number;
  /** The class, function, method or variable itself, without an `export`. */
  node: SyntaxNode;
}

/** A field of a node that holds a node, if it does. */
export function nodeIn(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value: unknown = Reflect.get(node, field);
  return isNode(value) ? value : undefined;
}

/** All nodes directly below one, in the order of the source. */
export function nodesBelow(node: SyntaxNode): SyntaxNode[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter(isNode);
}

/** Whether a declaration is that of an overload, which has no body. */
export function isSignature(node: SyntaxNode): boolean {
  if (node.type === 'TSDeclareFunction') return true;
  return nodeIn(node, 'value')?.type === 'TSEmptyBodyFunctionExpression';
}

/** Every declaration of a program, by its start. */
export function declarationsIn(program: Program): ReadonlyMap<number, Declaration> {
  const found = new Map<number, Declaration>();
  for (const statement of program.body) gather(statement, statement.start, [], found);
  return found;
}

type Found = Map<number, Declaration>;

function gather(node: SyntaxNode, start: number, around: readonly string[], found: Found): void {
  if (/^Export(Named|Default)Declaration$/.test(node.type)) {
    const inner = nodeIn(node, 'declaration');
    if (inner) gather(inner, start, around, found);
    return;
  }
  const name = declaredName(node);
  if (name !== null) found.set(start, { symbol: [...around, name].join('.'), start, node });
  const inside = name === null ? around : [...around, name];
  const path = isFunction(node) ? [...inside, '<locals>'] : inside;
  for (const part of nodesBelow(node)) gather(part, part.start, path, found);
}

function declaredName(node: SyntaxNode): string | null {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return nameOf(nodeIn(node, 'id')) ?? 'default';
    case 'TSInterfaceDeclaration':
    case 'TSTypeAliasDeclaration':
      return nameOf(nodeIn(node, 'id'));
    case 'VariableDeclaration': {
      const [first] = nodesBelow(node);
      const id = first && nodeIn(first, 'id');
      return id?.type === 'Identifier' ? nameOf(id) : null;
    }
    case 'MethodDefinition':
    case 'TSAbstractMethodDefinition':
    case 'PropertyDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'AccessorProperty':
    case 'TSMethodSignature':
    case 'TSPropertySignature':
      return nameOf(nodeIn(node, 'key'));
    default:
      return null;
  }
}

function nameOf(key: SyntaxNode | undefined): string | null {
  if (key === undefined) return null;
  const name: unknown = Reflect.get(key, 'name') ?? Reflect.get(key, 'value');
  if (typeof name === 'string') return key.type === 'PrivateIdentifier' ? `#${name}` : name;
  const symbol = nameOf(nodeIn(key, 'property'));
  return symbol === null ? null : `[Symbol.${symbol}]`;
}

function isFunction(node: SyntaxNode): boolean {
  return /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type);
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as SyntaxNode).type === 'string' &&
    typeof (value as SyntaxNode).start === 'number'
  );
}
