/**
 * Sets a chapter in rows: a run of prose, and beside it the snippets that follow it. On a
 * narrow screen a row reads from top to bottom; on a wide one it becomes two columns. A source
 * lens, the stepper and an exercise have columns of their own, so each has a row for itself.
 *
 * @module
 */

import { defineHastPlugin, type HastPluginDefinition } from 'satteri';
import { isExercise } from './exercises.ts';

/** What takes the whole width, and stands alone in its row. */
const WIDE = new Set(['Source', 'Follow', 'Exercise']);

const BLOCKS = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'table', 'div', 'Snippet', ...WIDE]);

interface Node {
  type: string;
  name?: string | null;
  tagName?: string;
  value?: string;
  children?: Node[];
}

interface Row {
  prose: Node[];
  code: Node[];
  /** What takes the whole width, and stands alone in its row. */
  wide?: Node;
}

/** A plugin that wraps what stands at the top level of a chapter in rows of prose and code. */
export function rows(): HastPluginDefinition {
  return defineHastPlugin({
    name: 'round-trip:rows',
    after(root, context) {
      if (isExercise(context.fileURL)) return;
      const children = root.children as Node[];
      const modules = children.filter((node) => node.type === 'mdxjsEsm');
      const text = paragraphs(children.filter((node) => node.type !== 'mdxjsEsm'));
      const next = { type: 'root', children: [...modules, ...gather(text).map(draw)] };
      context.replaceNode(root, next as unknown as typeof root);
    },
  });
}

/** Groups nodes into rows: a new row begins at prose that follows code, and at each `h2`. */
export function gather(nodes: Node[]): Row[] {
  const gathered: Row[] = [];
  for (const node of nodes) {
    if (isBlank(node)) continue;
    const current = gathered.at(-1);
    if (WIDE.has(node.name ?? '')) {
      gathered.push({ prose: [], code: [], wide: node });
    } else if (isCode(node)) {
      if (current && !current.wide) current.code.push(node);
      else gathered.push({ prose: [], code: [node] });
    } else if (current && !current.wide && current.code.length === 0 && node.tagName !== 'h2') {
      current.prose.push(node);
    } else {
      gathered.push({ prose: [node], code: [] });
    }
  }
  return gathered;
}

/** Gives back their paragraph to claims that stood alone in one, which MDX takes away. */
export function paragraphs(nodes: Node[]): Node[] {
  const whole: Node[] = [];
  let open: Node | undefined;
  for (const node of nodes) {
    if (!isSentence(node)) {
      if (!isBlank(node)) open = undefined;
      whole.push(node);
    } else if (open?.children) {
      open.children.push({ type: 'text', value: ' ' }, node);
    } else {
      open = { type: 'element', tagName: 'p', children: [node] };
      whole.push(open);
    }
  }
  return whole;
}

function isSentence(node: Node): boolean {
  if (node.name !== 'Claim') return false;
  return (node.children ?? []).every((child) => !BLOCKS.has(child.tagName ?? child.name ?? ''));
}

function draw(row: Row): Node {
  if (row.wide) return box('row wide', [row.wide]);
  const name = row.code.length > 0 ? 'row' : 'row plain';
  const columns = [box('prose', row.prose)];
  if (row.code.length > 0) columns.push(box('code', row.code));
  return box(name, columns);
}

function box(className: string, children: Node[]): Node {
  const properties = { className: className.split(' ') };
  return { type: 'element', tagName: 'div', properties, children } as Node;
}

function isCode(node: Node): boolean {
  return node.name === 'Snippet' || node.tagName === 'pre';
}

function isBlank(node: Node): boolean {
  return node.type === 'text' && (node.value ?? '').trim() === '';
}
