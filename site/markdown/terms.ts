/**
 * Marks the first use of each term of the glossary in a chapter, so that it can lead there.
 *
 * @module
 */

import { defineHastPlugin, type HastPluginDefinition } from 'satteri';
import { isExercise } from './exercises.ts';
import type { Term } from '../glossary/glossary.ts';

interface Node {
  type: string;
  name?: string | null;
  tagName?: string;
  value?: string;
  attributes?: { type: string; name: string; value: string }[];
  children?: Node[];
}

/** Where a term is not marked: it would be a link in a link or in what unfolds an answer, or is no prose. */
const CLOSED = new Set([
  'a',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'summary',
  'Snippet',
  'Rule',
  'Source',
  'Term',
]);

/** A plugin that puts `<Term id="…">` around the first use of each term, in prose outside links and headings. */
export function terms(glossary: readonly Term[]): HastPluginDefinition {
  return defineHastPlugin({
    name: 'round-trip:terms',
    after(root, context) {
      if (isExercise(context.fileURL)) return;
      const next = markTerms(root as unknown as Node, glossary);
      context.replaceNode(root, next as unknown as typeof root);
    },
  });
}

/** A tree with the first use of each term marked. */
export function markTerms(root: Node, glossary: readonly Term[]): Node {
  const ids = new Map(
    glossary.flatMap(({ id, term, also = [] }) =>
      [term, ...also].map((form) => [form.toLowerCase(), id] as const),
    ),
  );
  const forms = [...ids.keys()].toSorted((a, b) => b.length - a.length);
  const escaped = forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\w.-])(?:${escaped.join('|')})(?![\\w-])`, 'gi');
  const used = new Set<string>();

  const visit = (node: Node): Node[] => {
    if (node.type === 'text') return mark(node.value ?? '');
    if (node.tagName === 'code') return [markCode(node)];
    if (CLOSED.has(node.tagName ?? node.name ?? '') || !node.children) return [node];
    return [{ ...node, children: node.children.flatMap(visit) }];
  };
  const mark = (text: string): Node[] => {
    const nodes: Node[] = [];
    let from = 0;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const id = ids.get(found.toLowerCase());
      if (id === undefined || used.has(id)) continue;
      used.add(id);
      nodes.push(
        { type: 'text', value: text.slice(from, index) },
        termNode(id, { type: 'text', value: found }),
      );
      from = index + found.length;
    }
    return [...nodes, { type: 'text', value: text.slice(from) }].filter(
      ({ value }) => value !== '',
    );
  };
  const markCode = (node: Node): Node => {
    const id = ids.get((node.children ?? []).map(({ value = '' }) => value.toLowerCase()).join(''));
    if (id === undefined || used.has(id)) return node;
    used.add(id);
    return termNode(id, node);
  };
  return visit(root)[0] ?? root;
}

function termNode(id: string, child: Node): Node {
  return {
    type: 'mdxJsxTextElement',
    name: 'Term',
    attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }],
    children: [child],
  };
}
