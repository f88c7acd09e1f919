/**
 * Makes one TypeScript module of a chapter. Each snippet becomes a block inside the block of the
 * snippet before it: later ones see earlier names, and may declare them again.
 *
 * @module
 */

import { FailureList } from '../failure.ts';
import type { Chapter, Fence, Marker } from '../model.ts';
import { listScenes } from '../parse/scenes.ts';
import { engineWords } from './engine-words.ts';
import { FenceSource } from './fence-source.ts';
import { ImportList, type ChapterImport } from './imports.ts';
import { MappedText, type Piece } from './mapped-text.ts';
import { findMarkers, type BoundMarker } from './markers.ts';
import { child, type ParseCode, type ParsedCode, type SyntaxNode } from './syntax.ts';

/** Where the harness that a compiled chapter calls is declared; a path or a URL to import from. */
export interface CompileOptions {
  parse: ParseCode;
  harness: string;
  /** The markers of the modules that run before it in the same thread: its own are numbered on. */
  before?: Site[];
}

/** A marker of the chapter and the snippet it belongs to. */
export interface Site extends Marker {
  ordinal: number;
}

/** A chapter as a module: `export const scenes`, a list of functions that take the harness. */
export interface CompiledChapter {
  text: string;
  pieces: Piece[];
  /** Every marker by the number by which a module calls it; those of modules before it first. */
  sites: Site[];
  imports: ChapterImport[];
  /** Where the text's imports and exports end: all of them stand before. */
  head: number;
}

/** Whether a snippet is compiled at all. */
export function isCompiled({ language, flags }: Fence): boolean {
  return (
    language === 'ts' &&
    flags.skip === undefined &&
    flags.src === undefined &&
    flags.env === undefined
  );
}

/** Whether a snippet is compiled and then run. */
export function isRun(fence: Fence): boolean {
  return isCompiled(fence) && !fence.flags['no-run'] && !fence.flags['type-error'];
}

/**
 * Compiles a chapter.
 *
 * @throws {ChapterError} with every syntax error and misplaced expectation of all its snippets.
 */
export function compileChapter(
  chapter: Chapter,
  { parse, harness, before = [] }: CompileOptions,
): CompiledChapter {
  const failures = new FailureList(chapter.file);
  const head = new MappedText(chapter.source);
  head.write(`import type { Harness as __Harness } from ${JSON.stringify(harness)};\n`);
  const imports = new ImportList(failures);
  const sites = [...before];
  const blocks = new Map<number, Block>();
  for (const fence of chapter.fences.filter(isCompiled)) {
    const block = readBlock(fence, parse, failures);
    if (!block) continue;
    for (const node of block.imports) imports.add(node, fence, block.source, head);
    for (const marker of block.markers) sites.push({ ...marker, ordinal: fence.ordinal });
    blocks.set(fence.ordinal, block);
  }
  refuseEngineWords(chapter, failures);
  failures.throwIfAny();
  head.write('export const scenes: ((__t: __Harness) => Promise<void>)[] = [];\n');
  const headEnd = head.text.length;
  const { text, pieces } = writeScenes(chapter, blocks, { text: head, first: before.length });
  return { text, pieces, sites, imports: imports.imports, head: headEnd };
}

interface Block {
  fence: Fence;
  source: FenceSource;
  body: SyntaxNode[];
  imports: SyntaxNode[];
  markers: BoundMarker[];
}

function readBlock(fence: Fence, parse: ParseCode, failures: FailureList): Block | undefined {
  const source = new FenceSource(fence);
  const parsed: ParsedCode = parse(fence.code);
  if (parsed.error) {
    failures.add(source.place(parsed.error.offset), `Syntax error: ${parsed.error.message}.`, {
      id: fence.id,
    });
    return undefined;
  }
  for (const node of parsed.body) {
    if (/^(Export|TSExport)/.test(node.type)) {
      failures.add(
        source.place(node.start),
        'A snippet exports nothing: the snippets of a chapter share their names.',
        { id: fence.id },
      );
    }
  }
  const imports = parsed.body.filter((node) => node.type === 'ImportDeclaration');
  return {
    fence,
    source,
    body: parsed.body,
    imports,
    markers: findMarkers(fence, parsed, source, parse, failures),
  };
}

function refuseEngineWords(chapter: Chapter, failures: FailureList): void {
  for (const { id, output } of chapter.fences) {
    const words = output && engineWords(output.code);
    if (words)
      failures.add(
        output.place,
        `"${words}" is the JavaScript engine's own wording, which changes with its release.`,
        { id },
      );
  }
}

function writeScenes(
  chapter: Chapter,
  blocks: Map<number, Block>,
  { text, first }: { text: MappedText; first: number },
): MappedText {
  let site = first;
  const numbers = new Map<BoundMarker, number>();
  for (const block of blocks.values())
    for (const marker of block.markers) numbers.set(marker, site++);
  for (const scene of listScenes(chapter.fences.filter(isCompiled))) {
    text.write('scenes.push(async (__t) => {\n');
    let open = 0;
    for (const { ordinal } of scene) {
      const block = blocks.get(ordinal);
      if (block) open += writeSnippet(block, numbers, text);
    }
    text.write(`${'}'.repeat(open)}\n});\n`);
  }
  return text;
}

/** Writes one snippet and returns how many blocks it leaves open. */
function writeSnippet(block: Block, numbers: Map<BoundMarker, number>, text: MappedText): number {
  const { ordinal, flags } = block.fence;
  if (!isRun(block.fence)) {
    text.write('{ void (async () => {\n');
    writeStatements(block, numbers, text);
    text.write('\n}); }\n');
    return 0;
  }
  if (flags.throws) {
    text.write(`{ __t.begin(${ordinal}); try {\n`);
    writeStatements(block, numbers, text);
    text.write(
      `\n__t.didNotThrow(${ordinal}); } catch (__error) { __t.threw(${ordinal}, __error); } await __t.end(${ordinal}); }\n`,
    );
    return 0;
  }
  text.write(`{ __t.begin(${ordinal});\n`);
  writeStatements(block, numbers, text);
  text.write(`\n;await __t.end(${ordinal});\n`);
  return 1;
}

function writeStatements(block: Block, numbers: Map<BoundMarker, number>, text: MappedText): void {
  const { fence, source } = block;
  let at = 0;
  const copyUntil = (to: number) => {
    source.copyTo(text, at, to);
    at = to;
  };
  for (const edit of listEdits(block, numbers)) {
    copyUntil(edit.start);
    edit.write(text);
    at = edit.end;
  }
  copyUntil(fence.code.length);
}

interface Edit {
  start: number;
  end: number;
  write: (text: MappedText) => void;
}

function listEdits(block: Block, numbers: Map<BoundMarker, number>): Edit[] {
  const edits = block.imports.map(({ start, end }): Edit => ({ start, end, write: () => {} }));
  for (const marker of block.markers)
    edits.push(checkOf(marker, numbers.get(marker) ?? 0, block.source));
  const last = lastValue(block);
  if (last) edits.push(last);
  return edits.sort((left, right) => left.start - right.start);
}

/** The call that judges one expectation, in place of its statement. */
function checkOf(marker: BoundMarker, number: number, source: FenceSource): Edit {
  const { statement, subject, awaits: waits } = marker;
  const copy = (text: MappedText) => source.copyTo(text, subject.start, subject.end);
  const write = (text: MappedText) => {
    if (marker.kind === 'throws') {
      text.write(
        waits ? `;await __t.rejects(${number}, async () => (` : `;__t.throws(${number}, () => (`,
      );
      copy(text);
      text.write('));');
      return;
    }
    text.write(marker.kind === 'value' ? `;__t.is(${number}, (` : `;__t.shows(${number}, (`);
    copy(text);
    text.write(')');
    if (marker.kind === 'value') text.write(', (').copy(marker.start, marker.end).write(')');
    text.write(');');
  };
  return subject.declared
    ? { start: statement.end, end: statement.end, write }
    : { start: statement.start, end: statement.end, write };
}

/** A bare expression at the end of a snippet is its value. */
function lastValue({ body, markers, source }: Block): Edit | undefined {
  const statement = body.at(-1);
  const expression = statement?.type === 'ExpressionStatement' && child(statement, 'expression');
  if (
    !expression ||
    !statement ||
    markers.some((marker) => marker.statement.start === statement.start)
  )
    return undefined;
  return {
    start: statement.start,
    end: statement.end,
    write: (text) => {
      text.write(';__t.value((');
      source.copyTo(text, expression.start, expression.end);
      text.write('));');
    },
  };
}
