/**
 * Sets an exercise in three boxes: the task, what is worked with, and what helps. Chapters are set
 * in rows instead, and their terms are marked; an exercise stands inside one of them.
 *
 * @module
 */

import { defineHastPlugin, type HastPluginDefinition } from 'satteri';

interface Node {
  type: string;
  name?: string | null;
  tagName?: string;
  value?: string;
  attributes?: { type: string; name: string; value: string }[];
  children?: Node[];
}

type Box = 'task' | 'work' | 'help';

/** Whether a file is that of an exercise. */
export function isExercise(file: URL | undefined): boolean {
  return file !== undefined && /\/exercises\/[^/]+\.mdx$/.test(file.pathname);
}

/** A plugin that gathers what stands at the top level of an exercise in its boxes. */
export function exercises(): HastPluginDefinition {
  return defineHastPlugin({
    name: 'round-trip:exercises',
    after(root, context) {
      if (!isExercise(context.fileURL)) return;
      const next = { type: 'root', children: setInBoxes(root.children as Node[]) };
      context.replaceNode(root, next as unknown as typeof root);
    },
  });
}

/** The boxes of an exercise; its solution stands last, with the wrong answers below it. */
export function setInBoxes(nodes: Node[]): Node[] {
  const modules = nodes.filter((node) => node.type === 'mdxjsEsm');
  const content = nodes.filter((node) => node.type !== 'mdxjsEsm' && !isBlank(node));
  const boxes = Map.groupBy(content, boxOf);
  const answers = content.filter(isAnswer);
  const solution = {
    type: 'mdxJsxFlowElement',
    name: 'Solution',
    attributes: [],
    children: answers,
  };
  const help = (boxes.get('help') ?? []).filter((node) => !isAnswer(node));
  return [
    ...modules,
    box('task', boxes.get('task') ?? []),
    box('work', boxes.get('work') ?? []),
    box('help', [...help, ...(answers.length > 0 ? [solution] : [])]),
  ];
}

function boxOf(node: Node): Box {
  if (node.name === 'Hint' || isAnswer(node)) return 'help';
  return node.name === 'Snippet' && partOf(node) !== undefined ? 'work' : 'task';
}

function isAnswer(node: Node): boolean {
  const part = partOf(node);
  return part === 'solution' || part === 'wrong';
}

function partOf(node: Node): string | undefined {
  return node.attributes?.find(({ name }) => name === 'part')?.value;
}

function isBlank(node: Node): boolean {
  return node.type === 'text' && (node.value ?? '').trim() === '';
}

function box(name: Box, children: Node[]): Node {
  const properties = { className: [`exercise-${name}`] };
  return { type: 'element', tagName: 'div', properties, children } as Node;
}
