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
import type { Ledger, SnippetView } from '../model.ts';
import type { JudgedChapter } from '../run/judge-chapter.ts';
import { claimView, snippetViews } from '../report/snippet-views.ts';

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

/** The engine's own mdast plugin. `judge` gives a chapter's report, run or remembered. */
export function fencesPlugin(
  engine: Engine,
  judge: (file: string, source: string) => Promise<JudgedChapter>,
): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'doctest:fences',
    async before(root, context) {
      if (!context.fileURL) return;
      const path = fileURLToPath(context.fileURL);
      const file = relative(engine.options.root, path).split(sep).join('/');
      const report = await judge(file, readFileSync(path, 'utf8'));
      if (report.chapter.fences.length === 0 && report.failures.length > 0) {
        throw new Error(report.failures.map(describe).join('\n'));
      }
      const views = snippetViews(report, engine.options);
      const ledger = engine.ledger();
      let ordinal = 0;
      for (const node of walk(root as Node)) {
        if (node.type === 'code') {
          const view = views.get(ordinal);
          if (view) context.replaceNode(node as never, snippetElement(view) as never);
          else context.removeNode(node as never);
          ordinal += 1;
        } else if (node.name === 'Claim' && ledger) {
          const attributes = withView(node as Claim, report, ledger);
          const { type, name, children } = node;
          context.replaceNode(node as never, { type, name, attributes, children } as never);
        }
      }
      if (ordinal !== report.chapter.fences.length) {
        throw new Error(
          `${file}: the page has ${ordinal} fences, the engine read ${report.chapter.fences.length}.`,
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

function snippetElement(view: SnippetView): object {
  return {
    type: 'mdxJsxFlowElement',
    name: 'Snippet',
    attributes: [attribute('view', view)],
    children: [],
  };
}

function attribute(name: string, value: unknown): Attribute {
  return { type: 'mdxJsxAttribute', name, value: JSON.stringify(value) };
}

interface Claim extends Node {
  attributes: Attribute[];
}

/** A claim's attributes, with the view of it. */
function withView(node: Claim, report: JudgedChapter, ledger: Ledger): Attribute[] {
  const id = node.attributes.find(({ name }) => name === 'id')?.value;
  const use = report.chapter.claims.find((claim) => claim.id === id);
  const view = use && claimView(use, ledger);
  return view ? [...node.attributes, attribute('view', view)] : node.attributes;
}
