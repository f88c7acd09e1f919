/**
 * Which parts of TypeScript are types only, and which cannot just be taken away.
 *
 * @module
 */

import { child, childList, textField, type SyntaxNode } from './syntax.ts';

/** What has an effect when it runs, so that more than types would go. */
export const REFUSED: Record<string, string> = {
  TSEnumDeclaration: 'An enum makes code of types: use an object instead',
  TSModuleDeclaration: 'A namespace with values makes code of types: use a module instead',
  TSParameterProperty:
    'A parameter that declares a property makes code of types: assign the property in the constructor',
  TSImportEqualsDeclaration: 'import … = … makes code of types: use import … from',
  TSExportAssignment: 'export = … makes code of types: use export default',
  TSTypeAssertion: 'A type in front of an expression is not supported: use "as" behind it',
};

/** What is nothing but a type, with the sign before it. */
export const TYPES = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation',
]);

const TYPE_STATEMENTS = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction',
  'TSNamespaceExportDeclaration',
]);

/** Whether a node has a flag, such as `optional`. */
export function isFlagged(node: SyntaxNode, flag: string): boolean {
  return Reflect.get(node, flag) === true;
}

/** Whether nothing of a statement is left when it runs. */
export function isTypeStatement(node: SyntaxNode): boolean {
  if (TYPE_STATEMENTS.has(node.type)) return true;
  if (node.type === 'TSModuleDeclaration') return isFlagged(node, 'declare') || hasOnlyTypes(node);
  if (/^(Variable|Class|Function|TSEnum)Declaration$/.test(node.type))
    return isFlagged(node, 'declare');
  if (node.type === 'ImportDeclaration') return textField(node, 'importKind') === 'type';
  if (!node.type.startsWith('Export')) return false;
  const declaration = child(node, 'declaration');
  return (
    textField(node, 'exportKind') === 'type' || (!!declaration && isTypeStatement(declaration))
  );
}

function hasOnlyTypes(namespace: SyntaxNode): boolean {
  const body = child(namespace, 'body');
  if (!body) return true;
  return body.type === 'TSModuleDeclaration'
    ? hasOnlyTypes(body)
    : childList(body, 'body').every(isTypeStatement);
}

/** Whether nothing of a class's member is left when it runs. */
export function isTypeMember(node: SyntaxNode): boolean {
  if (
    isFlagged(node, 'declare') ||
    isFlagged(node, 'abstract') ||
    node.type.startsWith('TSAbstract')
  )
    return true;
  const value = child(node, 'value');
  return node.type === 'MethodDefinition' && (!value || !child(value, 'body'));
}
