/**
 * Puts what the engine found into a chapter's page: each fence becomes a `<Snippet>` with the key of
 * its view, each `<Claim>` gets its `view`. Sätteri gives its plugins no positions, so fences are matched by order.
 *
 * @module
 */

import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineMdastPlugin, type MdastPluginDefinition } from 'satteri';
import type { Engine } from '../engine.ts';
import type { ClaimUse, Ledger, SnippetView } from '../model.ts';
import { claimView } from '../report/snippet-views.ts';
import { viewKey, type PageContent } from './page-content.ts';

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

/** Gives what a page is compiled with; `source` is the text of its file. */
export type ContentOf = (file: string, source: string) => Promise<PageContent>;

/** The engine's own mdast plugin. A page has a key in place of each snippet's view. */
export function fencesPlugin(engine: Engine, contentOf: ContentOf): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'doctest:fences',
    async before(root, context) {
      if (!context.fileURL) return;
      const path = fileURLToPath(context.fileURL);
      const file = relative(engine.options.root, path).split(sep).join('/');
      const { views, fences, claims } = await contentOf(file, readFileSync(path, 'utf8'));
      const ledger = engine.ledger();
      let ordinal = 0;
      for (const node of walk(root as Node)) {
        if (node.type === 'code') {
          const view = views.get(ordinal);
          const key = viewKey(file, ordinal);
          if (view) context.replaceNode(node as never, snippetElement(view, key) as never);
          else context.removeNode(node as never);
          ordinal += 1;
        } else if (node.name === 'Claim' && ledger) {
          const attributes = withView(node as Claim, claims, ledger);
          const { type, name, children } = node;
          context.replaceNode(node as never, { type, name, attributes, children } as never);
        }
      }
      if (ordinal !== fences) {
        throw new Error(`${file}: the page has ${ordinal} fences, the engine read ${fences}.`);
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

function snippetElement({ part }: SnippetView, key: string): object {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Snippet',
    attributes: [attribute('view', key), ...(part ? [attribute('part', part)] : [])],
    children: [],
  };
}

function attribute(name: string, value: string): Attribute {
  return { type: 'mdxJsxAttribute', name, value };
}

interface Claim extends Node {
  attributes: Attribute[];
}

/** A claim's attributes, with the view of it. */
function withView(node: Claim, claims: ClaimUse[], ledger: Ledger): Attribute[] {
  const id = node.attributes.find(({ name }) => name === 'id')?.value;
  const use = claims.find((claim) => claim.id === id);
  const view = use && claimView(use, ledger);
  return view ? [...node.attributes, attribute('view', JSON.stringify(view))] : node.attributes;
}
