/**
 * The little the engine needs to know of a syntax tree, and of a parser. The parser is handed in:
 * rolldown's in Node, another with the same tree in a browser.
 *
 * @module
 */

/** A node of an ESTree; offsets in UTF-16 units. */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
}

/** A comment of the code; `value` without its slashes or stars. */
export interface Comment {
  type: 'Line' | 'Block';
  value: string;
  start: number;
  end: number;
}

/** What a parser makes of a piece of TypeScript. */
export interface ParsedCode {
  body: SyntaxNode[];
  comments: Comment[];
  /** The first mistake, where there is one. */
  error?: { message: string; offset: number };
}

/** Parses TypeScript as a module. Never throws: a mistake is part of the result. */
export type ParseCode = (code: string) => ParsedCode;

/** A field of a node that holds one node, if it does. */
export function child(node: SyntaxNode, field: string): SyntaxNode | undefined {
  const value: unknown = Reflect.get(node, field);
  return isNode(value) ? value : undefined;
}

/** A field of a node that holds a list of nodes. */
export function childList(node: SyntaxNode, field: string): SyntaxNode[] {
  const value: unknown = Reflect.get(node, field);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A field of a node that holds a string, or `''`. */
export function textField(node: SyntaxNode | undefined, field: string): string {
  const value: unknown = node && Reflect.get(node, field);
  return typeof value === 'string' ? value : '';
}

/** All nodes directly below one. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const value of Object.values(node) as unknown[]) {
    if (typeof value !== 'object') continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) found.push(value);
      continue;
    }
    for (const item of value as unknown[]) if (isNode(item)) found.push(item);
  }
  return found;
}

/** Visits a node and all below it; `enter` returns false to stay out of one. */
export function visit(node: SyntaxNode, enter: (node: SyntaxNode) => boolean | void): void {
  if (enter(node) === false) return;
  for (const part of children(node)) visit(part, enter);
}

/** Whether a node is a function of any form. */
export function isFunction(node: SyntaxNode): boolean {
  return /^(Function(Declaration|Expression)|ArrowFunctionExpression)$/.test(node.type);
}

function isNode(value: unknown): value is SyntaxNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as SyntaxNode).type === 'string' &&
    typeof (value as SyntaxNode).start === 'number'
  );
}
