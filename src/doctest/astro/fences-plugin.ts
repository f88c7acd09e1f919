/**
 * Puts what the engine found into a chapter's page: each fence becomes `<Snippet view={…} />`, each
 * `<Claim>` gets its `view`. Sätteri gives its plugins no positions, so fences are matched by order.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri';
import type { Engine } from '../engine.ts';
import { describe } from '../failure.ts';
import type { Chapter, Failure, Ledger, SnippetView } from '../model.ts';
import { claimView } from '../report/snippet-views.ts';

/** What a chapter's page is compiled with. */
export interface PageContent {
  chapter: Chapter;
  failures: Failure[];
  /** By the ordinals of fences: what snippets show, or the keys by which they find it. */
  views: Map<number, SnippetView | string>;
}

interface Node {
  type: string;
  name?: string | null;
  children?: Node[];
}

interface Attribute {
  type: 'mdxJsxAttribute';
  name: string;
  value: string;
}

/** The engine's own mdast plugin. */
export function fencesPlugin(
  engine: Engine,
  contentOf: (file: string, source: string) => Promise<PageContent>,
): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'doctest:fences',
    async before(root, context) {
      if (!context.fileURL) return;
      const path = fileURLToPath(context.fileURL);
      const file = relative(engine.options.root, path).split(sep).join('/');
      const { chapter, failures, views } = await contentOf(file, readFileSync(path, 'utf8'));
      if (chapter.fences.length === 0 && failures.length > 0) {
        throw new Error(failures.map(describe).join('\n'));
      }
      const ledger = engine.ledger();
      let ordinal = 0;
      for (const node of walk(root as Node)) {
        if (node.type === 'code') {
          const view = views.get(ordinal);
          if (view) context.replaceNode(node as never, snippetElement(view) as never);
          else context.removeNode(node as never);
          ordinal += 1;
        } else if (node.name === 'Claim' && ledger) {
          const attributes = withView(node as Claim, chapter, ledger);
          const { type, name, children } = node;
          context.replaceNode(node as never, { type, name, attributes, children } as never);
        }
      }
      if (ordinal !== chapter.fences.length) {
        throw new Error(
          `${file}: the page has ${ordinal} fences, the engine read ${chapter.fences.length}.`,
        );
      }
    },
  });
}

function* walk(node: Node): Generator<Node> {
  for (const child of node.children ?? []) {
    yield child;
    yield* walk(child);
  }
}

function snippetElement(view: SnippetView | string): object {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Snippet',
    attributes: [attribute('view', view)],
    children: [],
  };
}

function attribute(name: string, value: unknown): Attribute {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { type: 'mdxJsxAttribute', name, value: text };
}

interface Claim extends Node {
  attributes: Attribute[];
}

/** A claim's attributes, with the view of it. */
function withView(node: Claim, chapter: Chapter, ledger: Ledger): Attribute[] {
  const id = node.attributes.find(({ name }) => name === 'id')?.value;
  const use = chapter.claims.find((claim) => claim.id === id);
  const view = use && claimView(use, ledger);
  return view ? [...node.attributes, attribute('view', view)] : node.attributes;
}
