/**
 * All tags of a folder of TypeScript, to be looked up from either side.
 *
 * @module
 */

import { globSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { attachModels, type ModelTag } from './collect.ts';

/** A symbol of the port with the Python that it models, and its own text. */
export interface TaggedSymbol extends ModelTag {
  /** The text of the declaration, without its doc comment, dedented. */
  code: string;
  /** The line on which the declaration begins, from 1. */
  first: number;
}

interface ReadFile {
  stamp: string;
  symbols: TaggedSymbol[];
}

/** The tags below a folder; a file is read again when it has changed. */
export class TagIndex {
  readonly #root: string;
  readonly #folder: string;
  readonly #files = new Map<string, ReadFile>();

  /** @param folder from the project's root, such as `src/runtime` */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** Every tagged symbol, by file and then in the order of the source. */
  all(): TaggedSymbol[] {
    return globSync('**/*.ts', { cwd: join(this.#root, this.#folder) })
      .map((path) => `${this.#folder}/${path.split(sep).join('/')}`)
      .toSorted()
      .flatMap((file) => this.in(file));
  }

  /** The tagged symbols of one file, by its path from the root; none where there is no such file. */
  in(file: string): TaggedSymbol[] {
    const path = join(this.#root, file);
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status) return [];
    const stamp = `${status.mtimeMs} ${status.size}`;
    const known = this.#files.get(file);
    if (known?.stamp === stamp) return known.symbols;
    const symbols = readSymbols(file, readFileSync(path, 'utf8'));
    this.#files.set(file, { stamp, symbols });
    return symbols;
  }

  /** What `path#symbol` models, as `module:qualified.name`. */
  modelsOf(reference: string): string[] {
    const [file = '', symbol] = reference.split('#');
    return this.in(file)
      .filter((tagged) => tagged.symbol === symbol)
      .map(nameOf);
  }

  /** The symbols that model `module:qualified.name`. */
  modelling(name: string): TaggedSymbol[] {
    return this.all().filter((tagged) => nameOf(tagged) === name);
  }
}

/** The Python name of a tag, as it stands in it. */
export function nameOf({ module, qualname }: Pick<ModelTag, 'module' | 'qualname'>): string {
  return `${module}:${qualname}`;
}

function readSymbols(file: string, source: string): TaggedSymbol[] {
  const { tags } = attachModels(file, source);
  return tags.map(({ declaration: { start, node }, line, symbol, module, qualname }) => {
    const margin = start - (source.lastIndexOf('\n', start - 1) + 1);
    const code = source.slice(start, node.end).replaceAll(new RegExp(`^ {${margin}}`, 'gm'), '');
    const first = source.slice(0, start).split('\n').length;
    return { file, line, symbol, module, qualname, code, first };
  });
}
