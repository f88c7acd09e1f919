/**
 * Expectations as stretches of a chapter, each with the text that says something else.
 *
 * @module
 */

import type { Chapter, Fence } from '../model.ts';
import { PlaceFinder } from '../parse/places.ts';
import { mutateText } from './mutate-text.ts';
import type { Survivor } from './mutation-report.ts';

/** A stretch of a chapter that states an expectation, and what to put in its place. */
export interface Change {
  fence: Fence;
  start: number;
  end: number;
  /** Absent where nothing can be changed, so the expectation holds whatever happens. */
  text: string | undefined;
  /** For the text under an example: the chapter's line of its prompt. */
  prompt?: number;
}

/** What a change is in a report. */
export function describeChange(chapter: Chapter, { start, end }: Change): Survivor {
  const { line } = new PlaceFinder(chapter.source).at(start);
  const was = chapter.source.slice(start, end).trim();
  return { file: chapter.file, line, what: `the expectation "${was}"` };
}

/** The first line of an output fence that can say something else. */
export function outputChange(fence: Fence, output: Fence): Change {
  const index = output.code.split('\n').findIndex((line) => mutateText(line) !== undefined);
  const line = output.code.split('\n')[index];
  const start = output.lineStarts[index]?.offset;
  if (line === undefined || start === undefined)
    return { fence, start: output.end, end: output.end, text: undefined };
  return { fence, start, end: start + line.length, text: mutateText(line) };
}

/** The text under each `>>>` example; of a traceback, its last line. */
export function wantChanges(fence: Fence): Change[] {
  const lines = fence.code.split('\n');
  const changes: Change[] = [];
  for (const [prompt, line] of lines.entries()) {
    if (!isPrompt(line)) continue;
    const first = lines.findIndex((text, row) => row > prompt && !/^\s*\.\.\.( |$)/.test(text));
    if (first === -1) continue;
    const after = lines.findIndex((text, row) => row >= first && (isBlank(text) || isPrompt(text)));
    const want = lines.slice(first, after === -1 ? undefined : after);
    if (want.length === 0) continue;
    const at = /^\s*Traceback/.test(want[0] ?? '') ? first + want.length - 1 : first;
    const start = fence.lineStarts[at]?.offset ?? fence.end;
    const text = lines[at] ?? '';
    const promptLine = fence.lineStarts[prompt]?.line ?? fence.place.line;
    const change = { fence, start, end: start + text.length, text: mutateText(text) };
    changes.push({ ...change, prompt: promptLine });
  }
  return changes;
}

function isPrompt(line: string): boolean {
  return /^\s*>>>( |$)/.test(line);
}

function isBlank(line: string): boolean {
  return line.trim() === '';
}
