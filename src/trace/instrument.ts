/**
 * Rewrites a module so that what carries `@models` reports its calls.
 *
 * Text is inserted and never removed, without a line break, so every line keeps its number and
 * types are left for whoever strips them.
 *
 * @module
 */

import { type AttachedTag, attachModels } from '#models/collect';
import { nodeIn, type SyntaxNode } from '#models/declarations';
import { type Callable, callableOf, exitsIn, yieldsIn } from './callable.ts';

interface Insertion {
  at: number;
  text: string;
}

type LineAt = (offset: number) => number;

const LIBRARY = '__trace';
const OPEN = '__open';

/**
 * The text of a module that reports its calls to `calls.ts`.
 *
 * @param file the module's path, for messages.
 * @param library what the module imports `calls.ts` by.
 * @returns `null` for a module in which nothing is to be changed.
 * @throws an `Error` with file and line for a tag that describes nothing or names no Python.
 */
export function instrument(file: string, source: string, library: string): string | null {
  if (!source.includes('@models')) return null;
  const { tags, failures } = attachModels(file, source);
  const [failure] = failures;
  if (failure) throw new Error(`${failure.file}:${failure.line} ${failure.message}`);

  const lineAt = linesOf(source);
  const insertions = tags.flatMap((tag) => reports(tag, lineAt));
  if (insertions.length === 0) return null;
  const imports = `import * as ${LIBRARY} from ${JSON.stringify(library)}; `;
  return insert(source, [{ at: 0, text: imports }, ...insertions]);
}

function reports(tag: AttachedTag, lineAt: LineAt): Insertion[] {
  const { start, node } = tag.declaration;
  const name = JSON.stringify(`${tag.module}:${tag.qualname}`);
  if (node.type === 'ClassDeclaration') {
    const body = nodeIn(node, 'body');
    if (body === undefined) return [];
    return [{ at: body.start + 1, text: ` static { ${LIBRARY}.nameClass(this, ${name}); }` }];
  }
  const code = callableOf(node);
  if (code === undefined) return [];
  const opens = opening(code, name, lineAt(start));
  return code.isBlock ? aroundBlock(code, opens, lineAt) : aroundExpression(code, opens, lineAt);
}

const CLOSES = `catch (__error) { throw ${LIBRARY}.fail(${OPEN}, __error); } finally { ${LIBRARY}.leave(${OPEN}); }`;

/** A constructor has no `this` yet; a function has none at all. */
function opening({ self, given }: Callable, name: string, line: number): string {
  const object = self === 'this?.constructor ?? null' ? 'this' : 'undefined';
  const told = [name, self, line, object, ...given].join(', ');
  return `const ${OPEN} = ${LIBRARY}.enter(${told}); try {`;
}

function aroundBlock({ body, isGenerator }: Callable, opens: string, lineAt: LineAt): Insertion[] {
  const exits = exitsIn(body).flatMap((exit) => exitValue(exit, lineAt));
  return [
    { at: body.start + 1, text: ` ${opens}` },
    ...exits.map(({ before }) => before),
    ...(isGenerator ? aroundYields(body) : []),
    ...exits.map(({ after }) => after),
    { at: body.end - 1, text: ` } ${CLOSES}` },
  ];
}

function aroundExpression({ body }: Callable, opens: string, lineAt: LineAt): Insertion[] {
  const exit = `${LIBRARY}.exit(${OPEN}, ${lineAt(body.start)}, (`;
  return [
    { at: body.start, text: `(() => { ${opens} return ${exit}` },
    { at: body.end, text: `)); } ${CLOSES} })()` },
  ];
}

function exitValue(exit: SyntaxNode, lineAt: LineAt): { before: Insertion; after: Insertion }[] {
  const value = nodeIn(exit, 'argument');
  if (value === undefined) return [];
  const text = `${LIBRARY}.exit(${OPEN}, ${lineAt(exit.start)}, (`;
  return [{ before: { at: value.start, text }, after: { at: value.end, text: '))' } }];
}

function aroundYields(body: Callable['body']): Insertion[] {
  return yieldsIn(body).flatMap((node) => {
    const value = nodeIn(node, 'argument');
    if (value === undefined) {
      return [
        { at: node.start, text: `${LIBRARY}.resume(${OPEN}, ` },
        { at: node.end, text: ` ${LIBRARY}.suspend(${OPEN}, undefined))` },
      ];
    }
    if (Reflect.get(node, 'delegate') === true) {
      return [
        { at: value.start, text: `${LIBRARY}.delegate(${OPEN}, ` },
        { at: value.end, text: ')' },
      ];
    }
    return [
      { at: node.start, text: `${LIBRARY}.resume(${OPEN}, ` },
      { at: value.start, text: `${LIBRARY}.suspend(${OPEN}, ` },
      { at: node.end, text: '))' },
    ];
  });
}

function linesOf(source: string): LineAt {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
}

/** Insertions at one place come in the order in which they were given, closing ones inside out. */
function insert(source: string, insertions: readonly Insertion[]): string {
  let text = '';
  let from = 0;
  for (const { at, text: more } of insertions.toSorted((left, right) => left.at - right.at)) {
    text += source.slice(from, at) + more;
    from = at;
  }
  return text + source.slice(from);
}
