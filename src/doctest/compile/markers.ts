/**
 * Finds `// => …` and `// throws …` in a snippet, and the statement each of them is about.
 *
 * Comments are the parser's, so a marker inside a string or a template is just text.
 *
 * @module
 */

import type { Fence, Marker } from '../model.ts';
import type { FailureList } from '../failure.ts';
import { engineWords } from './engine-words.ts';
import {
  child,
  childList,
  children,
  isFunction,
  textField,
  visit,
  type Comment,
  type ParseCode,
  type ParsedCode,
  type SyntaxNode,
} from './syntax.ts';
import type { FenceSource } from './fence-source.ts';

/** A marker with the code it judges; offsets within the snippet's code. */
export interface BoundMarker extends Marker {
  statement: { start: number; end: number };
  /** The expression to judge; for `const name = …` the name. */
  subject: { start: number; end: number; declared: boolean };
  /** Whether the expression awaits. */
  awaits: boolean;
}

const MARKER = /^\s*(=>|throws\b)[ \t]*(.*?)\s*$/;

/** The markers of a snippet in order. Mistakes are noted at their places. */
export function findMarkers(
  fence: Fence,
  parsed: ParsedCode,
  source: FenceSource,
  parse: ParseCode,
  failures: FailureList,
): BoundMarker[] {
  const statements = listStatements(parsed.body);
  const markers: BoundMarker[] = [];
  for (const comment of parsed.comments) {
    const marker = comment.type === 'Line' ? readMarker(comment, source, parse) : undefined;
    if (!marker) continue;
    const complain = (message: string) => failures.add(marker.place, message, { id: fence.id });
    const statement = statements.find((node) => isJustBefore(node, comment, fence.code));
    const bound = statement && bind(marker, statement);
    if (bound) markers.push(bound);
    else complain(misplaced(marker, statement, goesOn(statements, comment)));
    if (marker.expected === '') complain('This expectation is empty.');
    const words = engineWords(marker.expected);
    if (words)
      complain(
        `"${words}" is the JavaScript engine's own wording, which changes with its release. Expect the error's name only, or an error of yours.`,
      );
  }
  return markers;
}

function readMarker(comment: Comment, source: FenceSource, parse: ParseCode): Marker | undefined {
  const found = MARKER.exec(comment.value);
  if (!found) return undefined;
  const [, word, expected = ''] = found;
  const begin =
    comment.start +
    2 +
    comment.value.indexOf(expected, comment.value.indexOf(word ?? '') + (word ?? '').length);
  const start = expected ? source.offset(begin) : source.offset(comment.end);
  const kind = word === 'throws' ? 'throws' : isExpression(expected, parse) ? 'value' : 'text';
  return {
    kind,
    expected,
    place: source.place(comment.start),
    start,
    end: start + expected.length,
  };
}

function isExpression(text: string, parse: ParseCode): boolean {
  const parsed = parse(`(${text}\n)`);
  return (
    !parsed.error && parsed.body.length === 1 && parsed.body[0]?.type === 'ExpressionStatement'
  );
}

/** Every statement that stands in a list of statements, outermost first. */
function listStatements(body: SyntaxNode[]): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const gather = (list: SyntaxNode[]) => {
    for (const statement of list) {
      found.push(statement);
      for (const part of children(statement)) visit(part, enterList);
      enterList(statement);
    }
  };
  const enterList = (node: SyntaxNode): boolean => {
    if (!['BlockStatement', 'StaticBlock', 'SwitchCase'].includes(node.type)) return true;
    gather(childList(node, node.type === 'SwitchCase' ? 'consequent' : 'body'));
    return false;
  };
  gather(body);
  return found;
}

function isJustBefore(statement: SyntaxNode, comment: Comment, code: string): boolean {
  return (
    statement.end <= comment.start &&
    /^[ \t]*;?[ \t]*$/.test(code.slice(statement.end, comment.start))
  );
}

function bind(marker: Marker, statement: SyntaxNode): BoundMarker | undefined {
  const range = { start: statement.start, end: statement.end };
  if (statement.type === 'ExpressionStatement') {
    const expression = child(statement, 'expression');
    return (
      expression && {
        ...marker,
        statement: range,
        subject: { ...span(expression), declared: false },
        awaits: awaits(expression),
      }
    );
  }
  const [declarator, ...others] = childList(statement, 'declarations');
  const name = declarator && child(declarator, 'id');
  if (marker.kind === 'throws' || others.length > 0 || name?.type !== 'Identifier')
    return undefined;
  const length = textField(name, 'name').length;
  return {
    ...marker,
    statement: range,
    subject: { start: name.start, end: name.start + length, declared: true },
    awaits: false,
  };
}

/** Whether a statement that began before a comment ends only behind it. */
function goesOn(statements: SyntaxNode[], comment: Comment): boolean {
  return statements.some(
    ({ type, start, end }) =>
      type === 'ExpressionStatement' && start < comment.start && end > comment.end,
  );
}

function misplaced(marker: Marker, statement: SyntaxNode | undefined, open: boolean): string {
  const sign = marker.kind === 'throws' ? '// throws' : '// =>';
  if (!statement && open)
    return `The statement before "${sign}" goes on behind it: end it with a semicolon, or move the expectation to its last line.`;
  if (!statement)
    return `"${sign}" must stand behind a complete statement, on the line on which it ends.`;
  const may = marker.kind === 'throws' ? 'an expression' : 'an expression or "const name = …"';
  return `"${sign}" must stand behind ${may}, not behind ${describeStatement(statement.type)}.`;
}

function describeStatement(type: string): string {
  const words = type.replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** Whether an expression awaits outside the functions within it. */
function awaits(expression: SyntaxNode): boolean {
  let found = false;
  visit(expression, (node) => {
    if (node.type === 'AwaitExpression') found = true;
    return !isFunction(node);
  });
  return found;
}

function span(node: SyntaxNode): { start: number; end: number } {
  return { start: node.start, end: node.end };
}
