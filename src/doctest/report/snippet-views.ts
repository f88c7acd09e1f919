/**
 * What pages are given to show.
 *
 * @module
 */

import type { BookOptions } from '../book.ts';
import { isRun } from '../compile/compile-chapter.ts';
import { readSymbol } from '../compile/read-symbol.ts';
import { parseWithRolldown } from '../compile/rolldown-parser.ts';
import type {
  Chapter,
  ChapterReport,
  ClaimUse,
  ClaimView,
  Fence,
  Ledger,
  SnippetReport,
  SnippetView,
} from '../model.ts';
import { listScenes } from '../parse/scenes.ts';
import { runnableFences } from '../page/runnable.ts';
import { diffLines } from './diff-lines.ts';
import { markViews } from './mark-views.ts';

/** The views of a chapter's snippets, by the ordinal of their fences. */
export function snippetViews(
  report: ChapterReport,
  options: BookOptions,
): Map<number, SnippetView> {
  const views = new Map<number, SnippetView>();
  for (const snippet of report.snippets) {
    const fence = report.chapter.fences[snippet.ordinal];
    if (fence) views.set(snippet.ordinal, viewOf(fence, snippet, report, options));
  }
  return views;
}

function viewOf(
  fence: Fence,
  snippet: SnippetReport,
  { chapter }: ChapterReport,
  options: BookOptions,
): SnippetView {
  const { flags, output } = fence;
  const reason = flags.skip ?? flags['no-runtime'];
  const twin =
    flags['same-as'] ?? chapter.fences.find((other) => other.flags['same-as'] === fence.id)?.id;
  const source = flags.src === undefined ? undefined : readSymbol(options.root, flags.src);
  const shown = source && 'code' in source ? source.code : fence.code;
  const earlier =
    flags.diff === undefined ? undefined : chapter.fences.find(({ id }) => id === flags.diff);
  const [path = '', symbol = ''] = flags.src?.split('#') ?? [];
  return {
    chapter: chapter.file,
    id: fence.id,
    language: fence.language,
    ...(flags.title !== undefined && { title: flags.title }),
    code: shown,
    firstLine: fence.lineStarts[0]?.line ?? fence.place.line + 1,
    setup: flags.setup === true,
    node: flags.node === true,
    ...(isJudged(fence, snippet) && { runs: runsBefore(fence, chapter) }),
    status: snippet.status,
    ...(reason !== undefined && { reason }),
    ...(snippet.judge && { judge: snippet.judge }),
    checks: snippet.checks,
    marks: markViews(snippet, fence),
    ...(showsOutput(fence, snippet) && {
      output: {
        text: snippet.printed,
        verified: snippet.outputHeld === true,
        ...(output && { expected: output.code }),
      },
    }),
    ...(snippet.value !== undefined && { value: snippet.value }),
    failures: snippet.failures,
    entered: snippet.entered.filter((name) => !name.includes('<')),
    ...(source && 'code' in source && { source: { path, symbol, line: source.line } }),
    ...(twin !== undefined && { sameAs: twin }),
    ...(earlier && { changes: diffLines(earlier.code, shown) }),
  };
}

function isJudged(fence: Fence, { status }: SnippetReport): boolean {
  return status !== 'shown' && isRun(fence) && !fence.flags.node;
}

/** How many snippets a page runs before it does this one. */
function runsBefore(fence: Fence, chapter: Chapter): number | false {
  const scenes = listScenes(runnableFences(chapter, parseWithRolldown));
  const before = scenes.map((scene) => scene.indexOf(fence)).find((index) => index !== -1);
  return before ?? false;
}

/** What a Python session prints stands in the session itself. */
function showsOutput({ language, code, output }: Fence, { printed }: SnippetReport): boolean {
  const isSession = language === 'python' && /^\s*>>> /m.test(code);
  return output !== undefined || (printed !== '' && !isSession);
}

/** The view of a claim in a chapter. */
export function claimView(use: ClaimUse, ledger: Ledger): ClaimView | undefined {
  const row = ledger.claims.find(({ id }) => id === use.id);
  if (!row) return undefined;
  return {
    id: use.id,
    kind: row.kind,
    ...(row.verdict && { verdict: row.verdict }),
    holds: use.holds,
    fails: use.fails,
  };
}
