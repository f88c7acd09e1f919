/**
 * The functions of a module, with their names and bodies.
 *
 * @module
 */

import {
  child,
  children,
  isFunction,
  textField,
  type ParseCode,
  type SyntaxNode,
} from './syntax.ts';

/** A function of a module. */
export interface ModuleFunction {
  /** `shiftPathInfo`, `Headers.get`, `HttpResponse.content.setter`, `validator.<locals>.inner`; `''` where it has no name. */
  name: string;
  start: number;
  end: number;
  body: { start: number; end: number; isBlock: boolean };
}

/** Lists every function of a module that has a body, outermost first. */
export function listFunctions(code: string, parse: ParseCode): ModuleFunction[] {
  return functionsIn(parse(code).body);
}

/** The same, of a module that is parsed already. */
export function functionsIn(body: SyntaxNode[]): ModuleFunction[] {
  const found: ModuleFunction[] = [];
  for (const node of body) gather(node, { path: [], name: '' }, found);
  return numberTwins(found);
}

/** Two functions of one name are told apart by a number: `connect.<locals>.deref (2)`. */
function numberTwins(functions: ModuleFunction[]): ModuleFunction[] {
  const seen = new Map<string, number>();
  return functions.map((found) => {
    const count = (seen.get(found.name) ?? 0) + 1;
    seen.set(found.name, count);
    return count === 1 ? found : { ...found, name: `${found.name} (${count})` };
  });
}

/** Where a function's body stands: a block with its braces, an expression with its parentheses. */
export function bodyOf(source: string, { body }: ModuleFunction): { start: number; end: number } {
  if (body.isBlock) return body;
  const start = source.lastIndexOf('=>', body.start) + 2;
  let missing = source.slice(start, body.start).split('(').length - 1;
  let end = body.end;
  for (; missing > 0; end += 1) if (source[end] === ')') missing -= 1;
  return { start, end };
}

interface Scope {
  /** Names around. */
  path: string[];
  /** The name that what comes next would get: of the variable, property or method it is assigned to. */
  name: string;
}

/** Below these there are no functions. */
const ONLY_TYPES = /^TS(TypeAnnotation|TypeAlias|TypeParameter|Interface)/;

function gather(node: SyntaxNode, scope: Scope, found: ModuleFunction[]): void {
  if (isFunction(node)) {
    gatherFunction(node, scope, found);
    return;
  }
  if (ONLY_TYPES.test(node.type)) return;
  const inner = scopeOf(node, scope);
  for (const part of children(node)) gather(part, inner, found);
}

function gatherFunction(node: SyntaxNode, { path, name }: Scope, found: ModuleFunction[]): void {
  const own = textField(child(node, 'id'), 'name') || name;
  const body = child(node, 'body');
  const full = [...path, own || '<anonymous>'].join('.');
  if (body) {
    const isBlock = body.type === 'BlockStatement' || body.type === 'FunctionBody';
    found.push({
      name: full,
      start: node.start,
      end: node.end,
      body: { start: body.start, end: body.end, isBlock },
    });
  }
  const inside = { path: own ? [...path, own, '<locals>'] : path, name: '' };
  for (const part of children(node)) gather(part, inside, found);
}

function scopeOf(node: SyntaxNode, scope: Scope): Scope {
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return {
        path: [...scope.path, textField(child(node, 'id'), 'name') || scope.name],
        name: '',
      };
    case 'VariableDeclarator':
      return { ...scope, name: textField(child(node, 'id'), 'name') };
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'Property':
      return { ...scope, name: keyOf(node) };
    default:
      return node.type.endsWith('Expression') || node.type === 'ClassBody'
        ? scope
        : { ...scope, name: '' };
  }
}

function keyOf(node: SyntaxNode): string {
  const key = child(node, 'key');
  const name = textField(key, 'name') || textField(key, 'value');
  const own = key?.type === 'PrivateIdentifier' ? `#${name}` : name;
  return textField(node, 'kind') === 'set' ? `${own}.setter` : own;
}
