/**
 * TypeScript without its types where Node's own stripper is not at hand: position for position the
 * same text.
 *
 * @module
 */

import { parseWithAcorn } from './acorn-parser.ts';
import { Blanks } from './blanks.ts';
import { child, childList, children, textField, type SyntaxNode } from './syntax.ts';
import { Tokens } from './tokens.ts';
import { isFlagged, isTypeMember, isTypeStatement, REFUSED, TYPES } from './type-only.ts';

/** Code has types that cannot just be taken away, or is no TypeScript. */
export class StripError extends Error {
  override name = 'StripError' as const;
  /** Where in the code, from 0. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Takes the types of a module away. @throws {StripError} */
export function stripWithAcorn(code: string): string {
  const { body, comments, error } = parseWithAcorn(code);
  if (error) throw new StripError(error.message, error.offset);
  const stripper = new Stripper(code, new Tokens(code, comments));
  for (const node of body) stripper.visit(node);
  return stripper.text();
}

const MEMBERS = new Set(['MethodDefinition', 'PropertyDefinition', 'AccessorProperty']);

const MODIFIERS = new Set([
  'private',
  'public',
  'protected',
  'readonly',
  'override',
  'abstract',
  'declare',
]);

class Stripper {
  readonly #code: string;
  readonly #tokens: Tokens;
  readonly #blanks: Blanks;

  constructor(code: string, tokens: Tokens) {
    this.#code = code;
    this.#tokens = tokens;
    this.#blanks = new Blanks(code);
  }

  text(): string {
    return this.#blanks.text();
  }

  visit(node: SyntaxNode): void {
    if (TYPES.has(node.type)) return this.#blanks.blank(node.start, node.end);
    if (isTypeStatement(node)) return this.#removeStatement(node);
    const refusal = REFUSED[node.type];
    if (refusal !== undefined) throw new StripError(refusal, node.start);
    if (MEMBERS.has(node.type) || node.type.startsWith('TSAbstract'))
      return this.#visitMember(node);
    if (node.type === 'TSIndexSignature') return this.#blanks.blank(node.start, node.end);
    this.#visitOwn(node);
    for (const part of children(node)) this.visit(part);
  }

  #visitOwn(node: SyntaxNode): void {
    switch (node.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        return this.#removeCast(node);
      case 'TSNonNullExpression':
        return this.#blanks.blank(node.end - 1, node.end);
      case 'ClassDeclaration':
      case 'ClassExpression':
        return this.#stripHead(node);
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
        return this.#removeTypeSpecifiers(node);
      case 'ArrowFunctionExpression':
        return this.#keepArrowOnOneLine(node);
      case 'VariableDeclarator':
        return this.#removeSign(node, 'definite', child(node, 'id'));
    }
    if (isFlagged(node, 'optional') && /^(Identifier|\w+Pattern)$/.test(node.type))
      this.#removeSign(node, 'optional', node);
    for (const parameter of childList(node, 'params')) this.#removeThis(parameter);
  }

  /** Taking a statement away must not join those around it. */
  #removeStatement({ start, end }: SyntaxNode): void {
    this.#blanks.blank(start, end);
    const before = this.#code[this.#tokens.endBefore(start) - 1] ?? ';';
    if (before !== ';' && this.#code[end - 1] !== ';' && this.#goesOn(end, /^[([`+\-/]$/))
      this.#blanks.put(start, ';');
  }

  #removeCast(node: SyntaxNode): void {
    const from = child(node, 'expression')?.end ?? node.start;
    this.#blanks.blank(from, node.end);
    if (this.#goesOn(node.end, /^[([`]$/)) this.#blanks.put(this.#tokens.next(from).start, ';');
  }

  /** Whether the next line begins with what would be read as more of this statement. */
  #goesOn(end: number, hazard: RegExp): boolean {
    const next = this.#tokens.next(end);
    return next.onNewLine && hazard.test(next.text);
  }

  /** Of a class: `abstract`, `implements …`. */
  #stripHead(node: SyntaxNode): void {
    if (isFlagged(node, 'abstract')) {
      const word = this.#tokens.next(node.start);
      if (word.text === 'abstract') this.#blanks.blank(word.start, word.end);
    }
    const [first, ...others] = childList(node, 'implements');
    if (!first) return;
    const word = this.#tokens.endBefore(first.start);
    this.#blanks.blank(word - 'implements'.length, (others.at(-1) ?? first).end);
  }

  #visitMember(node: SyntaxNode): void {
    if (isTypeMember(node)) return this.#blanks.blank(node.start, node.end);
    const key = child(node, 'key');
    const begin = childList(node, 'decorators').at(-1)?.end ?? node.start;
    if (key) this.#removeModifiers(begin, key);
    const type = child(node, 'typeAnnotation');
    if (key) {
      const end = isFlagged(node, 'computed') ? this.#tokens.next(key.end).end : key.end;
      const { text, start } = this.#tokens.next(end);
      if (text === '?' || text === '!') this.#blanks.blank(start, start + 1);
    }
    if (type && key && this.#needsEnd(node, key, type)) this.#blanks.put(type.start, ';');
    for (const part of children(node)) this.visit(part);
  }

  /** A property named as a modifier of JavaScript would become one. */
  #needsEnd(node: SyntaxNode, key: SyntaxNode, type: SyntaxNode): boolean {
    return (
      !child(node, 'value') &&
      ['get', 'set', 'static'].includes(this.#code.slice(key.start, key.end)) &&
      this.#tokens.next(type.end).text !== ';'
    );
  }

  #removeModifiers(from: number, key: SyntaxNode): void {
    let first: number | undefined;
    let token = this.#tokens.next(from);
    let isStatic = false;
    for (
      ;
      token.start < key.start && /^\w/.test(token.text);
      token = this.#tokens.next(token.end)
    ) {
      if (token.text === 'static') isStatic = true;
      if (!MODIFIERS.has(token.text)) continue;
      first ??= token.start;
      this.#blanks.blank(token.start, token.end);
    }
    const joins = /^(?:[[*]|in|instanceof)$/.test(token.text);
    if (first !== undefined && joins && !isStatic) this.#blanks.put(first, ';');
  }

  #removeTypeSpecifiers(node: SyntaxNode): void {
    for (const part of childList(node, 'specifiers')) {
      const kinds = [textField(part, 'importKind'), textField(part, 'exportKind')];
      if (kinds.includes('type')) this.#removeWithComma(part);
    }
  }

  #removeThis(parameter: SyntaxNode): void {
    if (parameter.type === 'Identifier' && textField(parameter, 'name') === 'this')
      this.#removeWithComma(parameter);
  }

  #removeWithComma({ start, end }: SyntaxNode): void {
    const next = this.#tokens.next(end);
    this.#blanks.blank(start, next.text === ',' ? next.end : end);
  }

  /** `?` or `!` behind a name or a pattern. */
  #removeSign(node: SyntaxNode, flag: string, named: SyntaxNode | undefined): void {
    if (!named || !isFlagged(node, flag)) return;
    const type = child(named, 'typeAnnotation');
    const end = this.#tokens.endBefore(type ? type.start : named.end);
    if (/[?!]/.test(this.#code[end - 1] ?? '')) this.#blanks.blank(end - 1, end);
  }

  /** No line break may stand before `=>`, nor between `async` or `return` and its parameters. */
  #keepArrowOnOneLine(node: SyntaxNode): void {
    const parameters = child(node, 'typeParameters');
    if (parameters && this.#hasLineBreak(parameters.start, parameters.end)) {
      const before = this.#code.slice(0, this.#tokens.endBefore(parameters.start));
      if (isFlagged(node, 'async') || /\b(?:return|throw|yield)$/.test(before)) {
        const open = this.#tokens.next(parameters.end);
        this.#blanks.put(parameters.start, '(');
        this.#blanks.blank(open.start, open.end);
      }
    }
    const result = child(node, 'returnType');
    if (!result) return;
    const close = this.#tokens.endBefore(result.start) - 1;
    if (!this.#hasLineBreak(close, this.#tokens.next(result.end).start)) return;
    this.#blanks.blank(close, close + 1);
    this.#blanks.put(result.end - 1, ')');
  }

  #hasLineBreak(start: number, end: number): boolean {
    return /[\n\u2028\u2029]/.test(this.#code.slice(start, end));
  }
}
