/**
 * The imports of a chapter's snippets: collected at the top of its module, each name once.
 *
 * @module
 */

import type { FailureList } from '../failure.ts';
import type { Fence, Place } from '../model.ts';
import type { FenceSource } from './fence-source.ts';
import type { MappedText } from './mapped-text.ts';
import { child, childList, textField, type SyntaxNode } from './syntax.ts';

/** One import of the chapter, for messages about modules and names that are not there. */
export interface ChapterImport {
  specifier: string;
  names: { name: string; place: Place }[];
  place: Place;
  fence: string;
}

/** Gathers imports while the chapter is compiled. */
export class ImportList {
  readonly imports: ChapterImport[] = [];
  readonly #origin = new Map<string, string>();
  readonly #failures: FailureList;

  constructor(failures: FailureList) {
    this.#failures = failures;
  }

  /** Writes an import's text unless all of its names are there already. */
  add(node: SyntaxNode, fence: Fence, source: FenceSource, into: MappedText): void {
    const module = child(node, 'source');
    const specifier = textField(module, 'value');
    const parts = childList(node, 'specifiers');
    const place = source.place(module?.start ?? node.start);
    this.imports.push({
      specifier,
      names: parts.map((part) => ({ name: importedName(part), place: source.place(part.start) })),
      place,
      fence: fence.id,
    });
    const fresh = parts.filter((part) => this.#isNew(part, specifier, fence, source));
    if (parts.length > 0 && fresh.length === 0) return;
    if (fresh.length === parts.length) {
      source.copyTo(into, node.start, node.end);
      into.write(';\n');
      return;
    }
    const keyword = textField(node, 'importKind') === 'type' ? 'import type' : 'import';
    for (const part of fresh) {
      into.write(`${keyword} { `);
      source.copyTo(into, part.start, part.end);
      into.write(' } from ');
      if (module) source.copyTo(into, module.start, module.end);
      into.write(';\n');
    }
  }

  #isNew(part: SyntaxNode, specifier: string, fence: Fence, source: FenceSource): boolean {
    const local = textField(child(part, 'local'), 'name');
    const origin = `${importedName(part)} of ${specifier}`;
    const known = this.#origin.get(local);
    if (known === undefined) {
      this.#origin.set(local, origin);
      return true;
    }
    if (known !== origin) {
      this.#failures.add(
        source.place(part.start),
        `"${local}" is imported twice in this chapter: as ${known}, and here as ${origin}.`,
        { id: fence.id },
      );
    }
    return false;
  }
}

function importedName(part: SyntaxNode): string {
  if (part.type === 'ImportDefaultSpecifier') return 'default';
  if (part.type === 'ImportNamespaceSpecifier') return '*';
  return textField(child(part, 'imported'), 'name');
}
