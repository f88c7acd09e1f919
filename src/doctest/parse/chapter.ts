/**
 * Reads a chapter: its fences and its claims, each at its exact place.
 *
 * @module
 */

import { mdxToMdast } from 'satteri';
import { FailureList } from '../failure.ts';
import type {
  Chapter,
  ClaimUse,
  ExerciseUse,
  Fence,
  FenceFlags,
  Place,
  RuleUse,
} from '../model.ts';
import { CHAPTER_FLAGS, parseFenceFlags } from './fence-flags.ts';
import { PlaceFinder } from './places.ts';

interface Node {
  type: string;
  position: { start: { offset: number }; end: { offset: number } };
  children?: Node[];
  lang?: string | null;
  meta?: string | null;
  value?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
}

/** Languages whose fences take the engine's flags. */
const JUDGED: readonly string[] = ['ts', 'python'];

/**
 * Reads one chapter.
 *
 * @param file the chapter's path from the project's root, for messages
 * @param known the flags that its fences may have
 * @throws {ChapterError} with every mistake found: MDX that does not parse, fences left open,
 *   unknown flags, ids given twice.
 */
export function parseChapter(file: string, source: string, known = CHAPTER_FLAGS): Chapter {
  const places = new PlaceFinder(source);
  const failures = new FailureList(file);
  const fences: Fence[] = [];
  const claims: ClaimUse[] = [];
  const rules: RuleUse[] = [];
  const exercises: ExerciseUse[] = [];
  const context: Reading = { source, places, failures, fences, known };
  for (const node of walk(readTree(source, places, failures))) {
    if (node.type === 'code') fences.push(readFence(node, context));
    else if (node.name === 'Claim') claims.push(readClaim(node, context));
    else if (node.name === 'Rule') rules.push(readRule(node, context));
    else if (node.name === 'Exercise') exercises.push(readExerciseUse(node, context));
  }
  attachOutputs(fences, context);
  refuseDoubledIds(fences, failures);
  failures.throwIfAny();
  return { file, source, fences, claims, rules, exercises };
}

interface Reading {
  source: string;
  places: PlaceFinder;
  failures: FailureList;
  fences: Fence[];
  known: readonly string[];
}

function readTree(source: string, places: PlaceFinder, failures: FailureList): Node {
  try {
    return mdxToMdast(source) as Node;
  } catch (error) {
    const [, line = '1', column = '1', text = ''] = /^(\d+):(\d+): (.*)$/s.exec(
      (error as Error).message,
    ) ?? ['', '1', '1', (error as Error).message];
    failures.add(places.of(Number(line), Number(column)), `This is not MDX: ${text}`);
    failures.throwIfAny();
    throw error;
  }
}

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function readFence(node: Node, reading: Reading): Fence {
  const { source, places, failures, fences, known } = reading;
  const start = node.position.start.offset;
  const lines = splitLines(source, start, node.position.end.offset);
  const opening = source.slice(start, lines[0]?.end);
  const language = node.lang ?? '';
  const place = places.at(start);
  const [fenceMark = ''] = /^(`+|~+)/.exec(opening) ?? [];
  const closing = lines.at(-1);
  if (
    !closing ||
    lines.length < 2 ||
    !source.slice(closing.start, closing.end).trimEnd().endsWith(fenceMark)
  ) {
    failures.add(place, `This fence is never closed: ${fenceMark} is missing.`);
  }
  const meta = node.meta ?? '';
  const metaOffset = start + opening.indexOf(meta, fenceMark.length + language.length);
  const flags: FenceFlags = JUDGED.includes(language)
    ? parseFenceFlags(meta, metaOffset, places, failures, known)
    : readPlainFlags(meta);
  const code = (node.value ?? '').replaceAll('\r\n', '\n');
  const ordinal = fences.length;
  return {
    ordinal,
    language,
    flags,
    id: language === 'output' ? '' : (flags.id ?? `snippet-${countSnippets(fences) + 1}`),
    code,
    place,
    lineStarts: code === '' ? [] : findCode(code, lines.slice(1), reading),
    end: lines.at(-2)?.end ?? node.position.end.offset,
  };
}

function countSnippets(fences: Fence[]): number {
  return fences.filter((fence) => fence.language !== 'output').length;
}

/** Fences that are only shown may be titled; whatever else they say is their own business. */
function readPlainFlags(meta: string): FenceFlags {
  const title = /(?:^|\s)title="([^"]*)"/.exec(meta)?.[1];
  const id = /(?:^|\s)id=([a-z][a-z0-9-]*)/.exec(meta)?.[1];
  return { ...(title !== undefined && { title }), ...(id !== undefined && { id }) };
}

interface Line {
  start: number;
  end: number;
}

function splitLines(source: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  for (let start = from; start <= to;) {
    const feed = source.indexOf('\n', start);
    const stop = feed === -1 || feed >= to ? to : feed;
    const end = stop > start && source[stop - 1] === '\r' ? stop - 1 : stop;
    lines.push({ start, end });
    start = stop + 1;
  }
  return lines;
}

/** Where each line of the code begins: behind the list's or quotation's own indentation. */
function findCode(code: string, lines: Line[], { source, places, failures }: Reading): Place[] {
  return code.split('\n').map((text, index) => {
    const line = lines[index] ?? { start: 0, end: 0 };
    const raw = source.slice(line.start, line.end);
    if (!raw.endsWith(text)) {
      failures.add(
        places.at(line.start),
        'This line is indented by tabs and spaces in a way that has no exact column. Indent it with spaces.',
      );
    }
    return places.at(line.end - text.length);
  });
}

function attachOutputs(fences: Fence[], { source, failures }: Reading): void {
  for (const [index, fence] of fences.entries()) {
    if (fence.language !== 'output') continue;
    const before = fences[index - 1];
    const owner = before && JUDGED.includes(before.language) ? before : undefined;
    const between = source.slice(owner?.end, fence.place.offset);
    if (owner && /^\s*[>\s]*(`+|~+)[\s>]*$/.test(between)) owner.output = fence;
    else
      failures.add(
        fence.place,
        'An output fence belongs directly under the snippet that prints it.',
      );
  }
}

function refuseDoubledIds(fences: Fence[], failures: FailureList): void {
  const seen = new Map<string, Fence>();
  for (const fence of fences) {
    if (fence.language === 'output') continue;
    const first = seen.get(fence.id);
    if (!first) seen.set(fence.id, fence);
    else
      failures.add(
        fence.place,
        `The id "${fence.id}" is taken: line ${first.place.line} has it already.`,
        { id: fence.id },
      );
  }
}

function readClaim(node: Node, reading: Reading): ClaimUse {
  const place = reading.places.at(node.position.start.offset);
  const attributes = readAttributes(node, 'Claim', ['id', 'holds', 'fails'], reading);
  if (!attributes.id) reading.failures.add(place, 'A <Claim> needs the id of a row of the ledger.');
  const { id = '', holds, fails } = attributes;
  return { id, holds: words(holds), fails: words(fails), place };
}

function readRule(node: Node, reading: Reading): RuleUse {
  const place = reading.places.at(node.position.start.offset);
  const names = ['id', 'holds', 'fails', 'caught', 'why', 'level', 'who'];
  const { id = '', holds, fails, caught, why } = readAttributes(node, 'Rule', names, reading);
  if (!id) reading.failures.add(place, 'A <Rule> needs an id.');
  const evidence = { holds: words(holds), fails: words(fails), caught: words(caught) };
  return { id, ...evidence, ...(why !== undefined && { why }), place };
}

function readExerciseUse(node: Node, reading: Reading): ExerciseUse {
  const place = reading.places.at(node.position.start.offset);
  const { id = '' } = readAttributes(node, 'Exercise', ['id'], reading);
  if (!id) reading.failures.add(place, 'An <Exercise> needs an id: the name of its file.');
  return { id, place };
}

/** The attributes of an element of ours, all plain text. */
function readAttributes(
  node: Node,
  element: string,
  names: string[],
  { places, failures }: Reading,
): Record<string, string> {
  const place = places.at(node.position.start.offset);
  const known = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  const article = /^[AEIOU]/.test(element) ? 'An' : 'A';
  const attributes: Record<string, string> = {};
  for (const { name, value } of node.attributes ?? []) {
    if (name === undefined || typeof value !== 'string') {
      const example = names.map((attribute) => `${attribute}="…"`).join(' ');
      failures.add(place, `${article} <${element}> takes plain attributes: ${example}.`);
    } else if (names.includes(name)) attributes[name] = value;
    else
      failures.add(place, `${article} <${element}> has no attribute "${name}": it takes ${known}.`);
  }
  return attributes;
}

function words(list = ''): string[] {
  return list.split(/\s+/).filter(Boolean);
}
