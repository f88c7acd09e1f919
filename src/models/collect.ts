/**
 * Reads the `@models` tags of a module: which TypeScript stands for which Python.
 *
 * This is a folder of its own because three parties need it and none may own it: the tests,
 * the site's source lens, and whatever traces calls. The runtime does not read itself, and the
 * doctest engine knows nothing of Python's modules.
 *
 * @module
 */

import { parseSync } from 'rolldown/utils';

import { declarationsIn, type Declaration, isSignature } from './declarations.ts';

/** One tag: a symbol of the port and the Python it models. */
export interface ModelTag {
  /** Path of the module, as it was given. */
  file: string;
  /** The line of the tag, from 1. */
  line: number;
  /** The symbol, such as `shiftPathInfo` or `Headers.get`. */
  symbol: string;
  /** Python's module, such as `wsgiref.headers`. */
  module: string;
  /** The name in that module, such as `Headers.get`. */
  qualname: string;
}

/** A tag that says nothing, and why, in one sentence. */
export interface TagFailure {
  file: string;
  line: number;
  message: string;
}

/** What a module's tags say, and which of them say nothing. */
export interface ModelTags<Tag = ModelTag> {
  tags: Tag[];
  failures: TagFailure[];
}

/** A tag with the declaration it describes; of an overloaded function, the one that has a body. */
export interface AttachedTag extends ModelTag {
  declaration: Declaration;
}

const TAG = /@models\b[ \t]*([^\s*]*)/g;
const TARGET = /^((?:[a-z_]\w*)(?:\.[a-z_]\w*)*):([A-Za-z_]\w*(?:\.(?:<locals>\.)?[A-Za-z_]\w*)*)$/;

interface Comment {
  type: string;
  value: string;
  start: number;
  end: number;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function describedBy(
  comment: Comment,
  source: string,
  declarations: ReadonlyMap<number, Declaration>,
): Declaration | undefined {
  if (comment.type !== 'Block' || !comment.value.startsWith('*')) return undefined;
  const gap = /^\s*/.exec(source.slice(comment.end))?.[0].length ?? 0;
  return declarations.get(comment.end + gap);
}

function implementationOf(
  declaration: Declaration,
  declarations: ReadonlyMap<number, Declaration>,
): Declaration {
  if (!isSignature(declaration.node)) return declaration;
  const { symbol, start } = declaration;
  const later = [...declarations.values()].find(
    (other) => other.symbol === symbol && other.start > start && !isSignature(other.node),
  );
  return later ?? declaration;
}

/** Reads the tags of one module of TypeScript. @param file its path, for `file` in the answer. */
export function collectModels(file: string, source: string): ModelTags {
  const { tags, failures } = attachModels(file, source);
  const plain = tags.map(({ line, symbol, module, qualname }) => ({
    file,
    line,
    symbol,
    module,
    qualname,
  }));
  return { tags: plain, failures };
}

/** Reads the tags of one module, each with the declaration it describes. */
export function attachModels(file: string, source: string): ModelTags<AttachedTag> {
  const { program, comments } = parseSync(file, source, { lang: 'ts' });
  const declarations = declarationsIn(program);
  const found: ModelTags<AttachedTag> = { tags: [], failures: [] };

  for (const comment of comments) {
    for (const match of comment.value.matchAll(TAG)) {
      const line = lineAt(source, comment.start + '/*'.length + match.index);
      const declaration = describedBy(comment, source, declarations);
      const target = TARGET.exec(match[1] ?? '');
      if (declaration === undefined) {
        const message = `The tag ${match[0]} is not in the doc comment of a declaration.`;
        found.failures.push({ file, line, message });
      } else if (target === null) {
        const message = `The tag ${match[0]} of ${declaration.symbol} is not of the form module:qualified.name.`;
        found.failures.push({ file, line, message });
      } else {
        const [, module = '', qualname = ''] = target;
        const { symbol } = declaration;
        const code = implementationOf(declaration, declarations);
        found.tags.push({ file, line, symbol, module, qualname, declaration: code });
      }
    }
  }
  return found;
}
