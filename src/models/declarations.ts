/**
 * What a module of TypeScript declares at its top and in its classes, by where it begins.
 *
 * @module
 */

import type { parseSync } from 'rolldown/utils';

type Program = ReturnType<typeof parseSync>['program'];
type Statement = Program['body'][number];

/** Something that a doc comment can describe. */
export interface Declaration {
  /** Its name, after that of its class where it is a member. */
  symbol: string;
  /** Where it begins, an `export` included; a UTF-16 offset. */
  start: number;
}

interface Member {
  start: number;
  key?: unknown;
}

function nameOf(key: unknown): string | null {
  if (typeof key !== 'object' || key === null) return null;
  if ('name' in key && typeof key.name === 'string') return key.name;
  if ('value' in key && typeof key.value === 'string') return key.value;
  if (!('property' in key)) return null;
  const symbol = nameOf(key.property);
  return symbol === null ? null : `[Symbol.${symbol}]`;
}

function membersOf(owner: string, members: readonly Member[]): Declaration[] {
  return members.flatMap((member) => {
    const name = nameOf(member.key);
    return name === null ? [] : [{ symbol: `${owner}.${name}`, start: member.start }];
  });
}

function declarationsOf(statement: Statement, start: number): Declaration[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration === null ? [] : declarationsOf(statement.declaration, start);
    case 'ClassDeclaration': {
      const symbol = statement.id?.name ?? 'default';
      return [{ symbol, start }, ...membersOf(symbol, statement.body.body)];
    }
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
      return [{ symbol: statement.id?.name ?? 'default', start }];
    case 'TSInterfaceDeclaration': {
      const symbol = statement.id.name;
      return [{ symbol, start }, ...membersOf(symbol, statement.body.body)];
    }
    case 'TSTypeAliasDeclaration':
      return [{ symbol: statement.id.name, start }];
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id }) =>
        id.type === 'Identifier' ? [{ symbol: id.name, start }] : [],
      );
    default:
      return [];
  }
}

/** Every declaration of a program, by its start. */
export function declarationsIn(program: Program): ReadonlyMap<number, Declaration> {
  const all = program.body.flatMap((statement) => declarationsOf(statement, statement.start));
  return new Map(all.map((declaration) => [declaration.start, declaration]));
}
