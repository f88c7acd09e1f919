/**
 * `src=path#symbol`: the source of a symbol, read from where it lives.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { PlaceFinder } from '../parse/places.ts';
import { parseWithRolldown } from './rolldown-parser.ts';
import { child, childList, textField, type SyntaxNode } from './syntax.ts';

/** A symbol's source, dedented, with the line on which it begins. */
export interface SymbolSource {
  code: string;
  line: number;
}

/** Finds a symbol: `path#name`, `path#Class.method`. A problem is a sentence for the writer. */
export function readSymbol(root: string, reference: string): SymbolSource | { problem: string } {
  const [path = '', symbol = ''] = reference.split('#');
  const file = resolve(root, path);
  if (!file.startsWith(resolve(root) + sep))
    return { problem: `src=${reference} leads out of the project.` };
  let code: string;
  try {
    code = readFileSync(file, 'utf8');
  } catch {
    return { problem: `src=${reference}: there is no file ${path}.` };
  }
  const node = findSymbol(parseWithRolldown(code).body, symbol.split('.'));
  if (!node) return { problem: `src=${reference}: ${path} has no symbol "${symbol}".` };
  return { code: dedent(code, node), line: new PlaceFinder(code).at(node.start).line };
}

function findSymbol(body: SyntaxNode[], [first, ...rest]: string[]): SyntaxNode | undefined {
  const found = body.find((node) => namesOf(node).includes(first ?? ''));
  if (!found || rest.length === 0) return found;
  const inner = declarationOf(found);
  const members = childList(child(inner, 'body') ?? inner, 'body');
  return findSymbol(members, rest);
}

function declarationOf(node: SyntaxNode): SyntaxNode {
  return child(node, 'declaration') ?? node;
}

function namesOf(node: SyntaxNode): string[] {
  const declaration = declarationOf(node);
  const declarators = childList(declaration, 'declarations');
  if (declarators.length > 0)
    return declarators.map((part) => textField(child(part, 'id'), 'name'));
  return [
    textField(child(declaration, 'id'), 'name'),
    textField(child(declaration, 'key'), 'name'),
  ].filter(Boolean);
}

function dedent(code: string, { start, end }: SyntaxNode): string {
  const margin = start - (code.lastIndexOf('\n', start - 1) + 1);
  return code.slice(start, end).replaceAll(new RegExp(`^ {${margin}}`, 'gm'), '');
}
