/**
 * The imports of a module that is about to be run: what is left of them without types.
 *
 * @module
 */

import { child, childList, textField, type SyntaxNode } from './syntax.ts';

/** One import. Offsets of its specifier in the module's text, quotes included. */
export interface ModuleImport {
  start: number;
  end: number;
  specifier: string;
  /** The names that the other module has to export. */
  names: string[];
}

/** The imports that remain once types are gone. */
export function moduleImports(body: SyntaxNode[]): ModuleImport[] {
  return body.flatMap((node) => {
    const source = node.type === 'ImportDeclaration' && child(node, 'source');
    if (!source || textField(node, 'importKind') === 'type') return [];
    const names = childList(node, 'specifiers')
      .filter((part) => textField(part, 'importKind') !== 'type')
      .flatMap((part) => importedName(part) ?? []);
    const { start, end } = source;
    return [{ start, end, specifier: textField(source, 'value'), names }];
  });
}

function importedName(part: SyntaxNode): string | undefined {
  if (part.type === 'ImportNamespaceSpecifier') return undefined;
  if (part.type === 'ImportDefaultSpecifier') return 'default';
  const imported = child(part, 'imported');
  return textField(imported, 'name') || textField(imported, 'value');
}
