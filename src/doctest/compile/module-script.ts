/**
 * A module as a script: a function that is handed what it imports and returns what it exports. V8
 * keeps the compiled code of a script for other threads, that of functions which ran included; of a
 * module it does not. Text is only blanked out, so that each line and column stays what it is.
 *
 * @module
 */

import { isSteady } from './steady-module.ts';
import { child, childList, textField, type SyntaxNode } from './syntax.ts';

/** A module that another one asks for. */
export interface ScriptImport {
  specifier: string;
  /** Names of its exports; `*` is its namespace, or all of them where they are exported again. */
  names: string[];
}

/** What a script needs to know of a module. */
export interface ModuleScript {
  /** In the order in which they stand; a script asks for them by their places in this list. */
  imports: ScriptImport[];
  /** Names that it declares and exports, or exports again one by one. */
  exports: string[];
  /** Those of them that are there before the module runs: functions. */
  hoisted: string[];
  /** Places in `imports` of modules all of whose names it exports. */
  stars: number[];
  /** Stretches of its text that a script has no use for. */
  blanks: { start: number; end: number }[];
  /** What stands before its text, on its first line. */
  head: string;
  /** What stands behind its text. */
  tail: string;
}

/**
 * What a script of a module is; undefined where it would not do just what the module does.
 *
 * @param source the module's text
 * @param body the statements that a parser found in it
 */
export function readModule(source: string, body: SyntaxNode[]): ModuleScript | undefined {
  if (source.startsWith('#!')) return undefined;
  const parts = new Parts();
  for (const node of body) if (!parts.add(node)) return undefined;
  return parts.isConstant() && isSteady(body, parts.locals()) ? parts.join() : undefined;
}

/** A module's text without the stretches that a script has no use for. */
export function blankOut(source: string, blanks: ModuleScript['blanks']): string {
  let text = '';
  let done = 0;
  for (const { start, end } of blanks) {
    text += source.slice(done, start) + source.slice(start, end).replace(/[^\n\r]/g, ' ');
    done = end;
  }
  return text + source.slice(done);
}

class Parts {
  /** Names inside the module by their exported names. */
  readonly #exports = new Map<string, string>();
  /** Names at the top that are declared once and for all. */
  readonly #constants = new Set<string>();
  readonly #functions = new Set<string>();
  readonly #imports: ScriptImport[] = [];
  readonly #requests: string[] = [];
  readonly #stars: number[] = [];
  readonly #blanks: ModuleScript['blanks'] = [];

  /** Takes a statement in; false where a script can not say it. */
  add(node: SyntaxNode): boolean {
    if (isOfTypes(node)) return true;
    switch (node.type) {
      case 'ImportDeclaration':
        return this.#addImport(node);
      case 'ExportNamedDeclaration':
        return this.#addExport(node);
      case 'ExportAllDeclaration':
        return this.#addStar(node);
      case 'ExportDefaultDeclaration':
      case 'TSExportAssignment':
      case 'TSImportEqualsDeclaration':
        return false;
      default:
        this.#declare(node);
        return true;
    }
  }

  /** Names inside the module under which its exports are declared. */
  locals(): Set<string> {
    return new Set(this.#exports.values());
  }

  /** Whether each export has a name of its own, and one declaration. */
  isConstant(): boolean {
    const names = [...this.#exports.keys(), ...this.#imports.flatMap(({ names }) => names)];
    if (!names.every((name) => /^(\*|[\w$]+)$/.test(name))) return false;
    if (this.#exports.has('default')) return false;
    return [...this.locals()].every((local) => this.#constants.has(local));
  }

  join(): ModuleScript {
    const exports = [...this.#exports];
    const hoisted = exports.filter(([, local]) => this.#functions.has(local));
    const list = (pairs: [string, string][]) => pairs.map(([name, local]) => `${name}: ${local}`);
    const stars = this.#stars.map((place) => `...__import(${place})`);
    const early = hoisted.length > 0 ? `__hoist(() => ({ ${list(hoisted).join(', ')} })); ` : '';
    return {
      imports: this.#imports,
      exports: exports.map(([name]) => name),
      hoisted: hoisted.map(([name]) => name),
      stars: this.#stars,
      blanks: this.#blanks,
      head: `(function (__import, __hoist, __entered) { 'use strict'; ${early}${this.#requests.join('')}`,
      tail: `\nreturn { ${[...stars, ...list(exports)].join(', ')} };\n})`,
    };
  }

  #addImport(node: SyntaxNode): boolean {
    this.#blanks.push({ start: node.start, end: node.end });
    const specifiers = childList(node, 'specifiers').filter((part) => !isOfTypes(part));
    const named = specifiers.filter(({ type }) => type !== 'ImportNamespaceSpecifier');
    const whole = specifiers.find(({ type }) => type === 'ImportNamespaceSpecifier');
    const names = named.map((part) => [importedName(part), nameOf(child(part, 'local'))] as const);
    const place = this.#request(node, [...names.map(([name]) => name), ...(whole ? ['*'] : [])]);
    this.#requests.push(destructure(names, place));
    for (const [, local] of names) this.#constants.add(local);
    if (whole) {
      const local = nameOf(child(whole, 'local'));
      this.#constants.add(local);
      this.#requests.push(`const ${local} = __import(${place}, true); `);
    }
    return childList(node, 'attributes').length === 0;
  }

  #addExport(node: SyntaxNode): boolean {
    const declaration = child(node, 'declaration');
    if (declaration) {
      if (isOfTypes(declaration)) return true;
      this.#blanks.push({ start: node.start, end: declaration.start });
      const declared = this.#declare(declaration);
      for (const name of declared) this.#exports.set(name, name);
      return declared.length > 0;
    }
    this.#blanks.push({ start: node.start, end: node.end });
    const specifiers = childList(node, 'specifiers').filter((part) => !isOfTypes(part));
    const names = specifiers.map(
      (part) => [nameOf(child(part, 'local')), nameOf(child(part, 'exported'))] as const,
    );
    if (!child(node, 'source')) {
      for (const [local, name] of names) this.#exports.set(name, local);
      return true;
    }
    const place = this.#request(
      node,
      names.map(([name]) => name),
    );
    const again = names.map(([name, exported], index) => {
      const local = `__again${place}_${index}`;
      this.#constants.add(local);
      this.#exports.set(exported, local);
      return [name, local] as const;
    });
    this.#requests.push(destructure(again, place));
    return names.every(([name]) => name !== 'default');
  }

  #addStar(node: SyntaxNode): boolean {
    this.#blanks.push({ start: node.start, end: node.end });
    this.#stars.push(this.#request(node, ['*']));
    this.#requests.push(`__import(${this.#imports.length - 1}); `);
    return !child(node, 'exported');
  }

  #request(node: SyntaxNode, names: string[]): number {
    this.#imports.push({ specifier: textField(child(node, 'source'), 'value'), names });
    return this.#imports.length - 1;
  }

  /** The names that a statement declares, where it is one that declares names. */
  #declare(node: SyntaxNode): string[] {
    const declarations = childList(node, 'declarations');
    const named = node.type === 'VariableDeclaration' ? declarations : [node];
    const names = named.map((part) => nameOf(child(part, 'id')));
    const isConstant = textField(node, 'kind') === 'const';
    if (isConstant || /^(Class|Function)Declaration$/.test(node.type))
      for (const name of names) this.#constants.add(name);
    if (node.type === 'FunctionDeclaration') for (const name of names) this.#functions.add(name);
    return names;
  }
}

function destructure(names: readonly (readonly [string, string])[], place: number): string {
  const list = names.map(([name, local]) => (name === local ? name : `${name}: ${local}`));
  return list.length > 0
    ? `const { ${list.join(', ')} } = __import(${place}); `
    : `__import(${place}); `;
}

/** Whether a statement, or a part of an import, is gone once types are. */
function isOfTypes(node: SyntaxNode): boolean {
  if (/^TS(TypeAlias|Interface)/.test(node.type) || Reflect.get(node, 'declare') === true)
    return true;
  return [textField(node, 'importKind'), textField(node, 'exportKind')].includes('type');
}

function importedName(part: SyntaxNode): string {
  return part.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(child(part, 'imported'));
}

/** An identifier's name, or a text in its place; `''` where it is neither. */
function nameOf(node: SyntaxNode | undefined): string {
  return textField(node, 'name') || textField(node, 'value');
}
