/**
 * What TypeScript knows of the names in a chapter's snippets, for readers who point at one.
 *
 * @module
 */

import { SyntaxKind, type Node } from 'typescript7/unstable/ast';
import { SymbolFlags, type Checker, type Symbol, type Type } from 'typescript7/unstable/async';
import { isCompiled, type CompiledChapter } from '../compile/compile-chapter.ts';
import type { Chapter, Fence } from '../model.ts';
import type { TypeProgram } from './type-program.ts';

/** A name in a snippet: line from 1, column and length in UTF-16 units from 0, and which text. */
export type NamedPlace = [line: number, column: number, length: number, text: number];

/** The names of one chapter; JSON. */
export interface ChapterNames {
  /** What is said of a name: its type, and on the lines below it the first sentence of its comment. */
  texts: string[];
  /** The names of each snippet by its id, in the order in which they stand. */
  names: Record<string, NamedPlace[]>;
}

/** Asks for the names of some chapters that are open. */
export async function nameTypes(
  program: TypeProgram,
  files: string[],
): Promise<Map<string, ChapterNames>> {
  const found = new Map<string, ChapterNames>();
  const describer = new Describer(program.checker);
  for (const { chapter, compiled } of program.inputs) {
    if (!files.includes(chapter.file)) continue;
    const nodes = listNames(await program.syntaxOf(chapter));
    found.set(chapter.file, await nameChapter(chapter, compiled, nodes, describer));
  }
  return found;
}

async function nameChapter(
  chapter: Chapter,
  compiled: CompiledChapter,
  nodes: Map<number, Node>,
  describer: Describer,
): Promise<ChapterNames> {
  const words = listWords(chapter, compiled, nodes);
  const said = await describer.describe(words.map(({ node }) => node));
  const texts = new Map<string, number>();
  const names: ChapterNames['names'] = {};
  for (const [index, { fence, line, column, length }] of words.entries()) {
    const text = said[index];
    if (text === undefined) continue;
    if (!texts.has(text)) texts.set(text, texts.size);
    (names[fence.id] ??= []).push([line, column, length, texts.get(text) ?? 0]);
  }
  return { texts: [...texts.keys()], names };
}

/** The names in a module, by where they begin; that of a private one begins behind its `#`. */
function listNames(module: Node): Map<number, Node> {
  const names = new Map<number, Node>();
  const visit = (node: Node): void => {
    if (node.kind === SyntaxKind.Identifier) names.set(node.getStart(), node);
    else if (node.kind === SyntaxKind.PrivateIdentifier) names.set(node.getStart() + 1, node);
    else node.forEachChild(visit);
  };
  visit(module);
  return names;
}

interface Word {
  fence: Fence;
  line: number;
  column: number;
  length: number;
  node: Node;
}

/** Names to TypeScript, of which there is nothing to say: `undefined`, and that in `as const`. */
const SAYS_ALL = new Set(['const', 'undefined']);

/** Words of snippets that are names. */
function listWords(
  { source, fences }: Chapter,
  { pieces }: CompiledChapter,
  nodes: Map<number, Node>,
): Word[] {
  const moduleOffset = new Map<number, number>();
  for (const { at, from, length } of pieces)
    for (let step = 0; step < length; step += 1) moduleOffset.set(from + step, at + step);
  return fences.filter(isCompiled).flatMap((fence) =>
    fence.lineStarts.flatMap(({ offset }, index) => {
      const text = source.slice(offset, source.indexOf('\n', offset));
      return [...text.matchAll(/[A-Za-z_$][\w$]*/g)].flatMap(
        ({ 0: word, index: column }): Word[] => {
          const node = nodes.get(moduleOffset.get(offset + column) ?? -1);
          return node && !SAYS_ALL.has(word)
            ? [{ fence, line: index + 1, column, length: word.length, node }]
            : [];
        },
      );
    }),
  );
}

const SHOWN = 400;

/** Describes names; each symbol and type is asked for once. */
class Describer {
  readonly #checker: Checker;
  readonly #types = new Map<number, Promise<string>>();
  readonly #symbols = new Map<number, Promise<{ kind: string; comment: string }>>();

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  async describe(nodes: Node[]): Promise<(string | undefined)[]> {
    const symbols = await this.#checker.getSymbolAtLocation(nodes);
    const types = await this.#checker.getTypeAtLocation(nodes.map(typedNode));
    return Promise.all(
      symbols.map(async (symbol, index) => {
        const type = types[index];
        if (!symbol || !type || symbol.flags & SymbolFlags.Module) return undefined;
        const { kind, comment } = await this.#symbol(symbol);
        const name = tidy(symbol.name);
        const text = kind ? `${kind} ${name}` : `${name}: ${await this.#type(type)}`;
        return comment ? `${text}\n${comment}` : text;
      }),
    );
  }

  #type(type: Type): Promise<string> {
    let text = this.#types.get(type.id);
    if (!text) this.#types.set(type.id, (text = this.#checker.typeToString(type).then(tidy)));
    return text;
  }

  #symbol(symbol: Symbol): Promise<{ kind: string; comment: string }> {
    let found = this.#symbols.get(symbol.id);
    if (!found) this.#symbols.set(symbol.id, (found = this.#lookUp(symbol)));
    return found;
  }

  async #lookUp(symbol: Symbol): Promise<{ kind: string; comment: string }> {
    const isAlias = symbol.flags & SymbolFlags.Alias;
    const meant = isAlias ? await this.#checker.getAliasedSymbol(symbol) : symbol;
    const comment = await this.#checker.getDocumentationCommentOfSymbol(meant);
    return { kind: kindOf(meant), comment: firstSentence(comment) };
  }
}

/** The node that has a name's type: of a private name that is read, TypeScript says it of the whole `this.#name`. */
function typedNode(node: Node): Node {
  const isRead =
    node.kind === SyntaxKind.PrivateIdentifier &&
    node.parent.kind === SyntaxKind.PropertyAccessExpression;
  return isRead ? node.parent : node;
}

/** What a symbol is called whose type says nothing more than its name. */
function kindOf({ flags }: Symbol): string {
  if (flags & SymbolFlags.Class) return 'class';
  if (flags & SymbolFlags.Interface) return 'interface';
  if (flags & SymbolFlags.TypeAlias) return 'type';
  return '';
}

function firstSentence(comment: string): string {
  const [paragraph = ''] = plain(comment).split(/\n\s*\n|\n@/);
  return /^.*?\.(?=\s|$)/s.exec(paragraph.replaceAll('\n', ' '))?.[0] ?? paragraph;
}

/** A comment without marks that are drawn nowhere; a link in a line of its own is no sentence. */
function plain(comment: string): string {
  return comment
    .replaceAll(/^\[[^\]]*\]\([^)]*\)$/gm, '')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\{@link\w* ([^}|]*)[^}]*\}/g, '$1')
    .replaceAll('**', '')
    .trim();
}

/** A type or a name as a reader may see it: without where the module lies, or the number of a private name. */
export function tidy(text: string): string {
  const told = text
    .replaceAll(/import\("[^"]*\/([^"/]+)"\)/g, 'import("$1")')
    .replaceAll(/__#\d+@(?=#)/g, '');
  return told.length > SHOWN ? `${told.slice(0, SHOWN)}…` : told;
}
