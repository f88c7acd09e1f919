/**
 * Rewrites a module so that what carries `@models` reports its calls.
 *
 * Text is inserted and never removed, without a line break, so every line keeps its number and
 * types are left for whoever strips them.
 *
 * @module
 */

import { type AttachedTag, attachModels } from '#models/collect';
import { nodeIn } from '#models/declarations';
import { type Callable, callableOf, yieldsIn } from './callable.ts';

interface Insertion {
  at: number;
  text: string;
}

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

  const insertions = tags.flatMap(reports);
  if (insertions.length === 0) return null;
  const imports = `import * as ${LIBRARY} from ${JSON.stringify(library)}; `;
  return insert(source, [{ at: 0, text: imports }, ...insertions]);
}

function reports({ module, qualname, declaration: { node } }: AttachedTag): Insertion[] {
  const name = JSON.stringify(`${module}:${qualname}`);
  if (node.type === 'ClassDeclaration') {
    const body = nodeIn(node, 'body');
    if (body === undefined) return [];
    return [{ at: body.start + 1, text: ` static { ${LIBRARY}.nameClass(this, ${name}); }` }];
  }
  const code = callableOf(node);
  if (code === undefined) return [];
  return code.isBlock ? aroundBlock(code, name) : aroundExpression(code, name);
}

function aroundBlock({ body, isGenerator, self }: Callable, name: string): Insertion[] {
  const opens = `const ${OPEN} = ${LIBRARY}.enter(${name}, ${self});`;
  return [
    { at: body.start + 1, text: ` ${opens} try {` },
    ...(isGenerator ? aroundYields(body) : []),
    { at: body.end - 1, text: ` } finally { ${LIBRARY}.leave(${OPEN}); }` },
  ];
}

function aroundExpression({ body, self }: Callable, name: string): Insertion[] {
  const opens = `const ${OPEN} = ${LIBRARY}.enter(${name}, ${self});`;
  return [
    { at: body.start, text: `(() => { ${opens} try { return (` },
    { at: body.end, text: `); } finally { ${LIBRARY}.leave(${OPEN}); } })()` },
  ];
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
