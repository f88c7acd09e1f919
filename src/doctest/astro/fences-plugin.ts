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
import type { BookOptions } from '../book.ts';
import type { ClaimUse, Failure, Ledger, SnippetView } from '../model.ts';
import { partViews } from '../report/exercise-views.ts';
import type { JudgedExercise } from '../run/judge-exercise.ts';
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

/** Reports on chapters and exercises, run or remembered. */
export interface FileJudge {
  chapter: (file: string, source: string) => Promise<JudgedChapter>;
  exercise: (file: string, source: string) => Promise<JudgedExercise>;
}

/** The engine's own mdast plugin. */
export function fencesPlugin(engine: Engine, judge: FileJudge): MdastPluginDefinition {
  return defineMdastPlugin({
    name: 'doctest:fences',
    async before(root, context) {
      if (!context.fileURL) return;
      const path = fileURLToPath(context.fileURL);
      const file = relative(engine.options.root, path).split(sep).join('/');
      const source = readFileSync(path, 'utf8');
      const { views, fences, claims } = engine.exercises.has(file)
        ? viewsOfExercise(await judge.exercise(file, source), engine.options)
        : viewsOfChapter(await judge.chapter(file, source), engine.options);
      const ledger = engine.ledger();
      let ordinal = 0;
      for (const node of walk(root as Node)) {
        if (node.type === 'code') {
          const view = views.get(ordinal);
          if (view) context.replaceNode(node as never, snippetElement(view) as never);
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

/** What a page shows of a file: views by the ordinals of its fences, how many there are, claims. */
interface PageViews {
  views: Map<number, SnippetView>;
  fences: number;
  claims: ClaimUse[];
}

function viewsOfChapter(report: JudgedChapter, options: BookOptions): PageViews {
  const { fences, claims } = report.chapter;
  if (fences.length === 0) throwAll(report.failures);
  return { views: snippetViews(report, options), fences: fences.length, claims };
}

function viewsOfExercise(judged: JudgedExercise, options: BookOptions): PageViews {
  if (!judged.exercise) throwAll(judged.failures);
  const fences = judged.exercise?.text.fences.length ?? 0;
  return { views: partViews(judged, options), fences, claims: [] };
}

function throwAll(failures: Failure[]): void {
  if (failures.length > 0) throw new Error(failures.map(describe).join('\n'));
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
    attributes: [
      attribute('view', JSON.stringify(view)),
      ...(view.part ? [attribute('part', view.part)] : []),
    ],
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
