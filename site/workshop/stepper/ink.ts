/**
 * Code with its colours, line by line, in the classes that the book's own snippets have.
 *
 * @module
 */

import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';
import { markup, Markup } from './markup.ts';

const INKS = tagHighlighter([
  { tag: [tags.comment, tags.docString], class: 't-comment' },
  { tag: [tags.keyword, tags.modifier, tags.self, tags.definitionKeyword], class: 't-keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 't-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 't-number' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.function(tags.propertyName),
      tags.function(tags.definition(tags.propertyName)),
      tags.definition(tags.propertyName),
    ],
    class: 't-name',
  },
  { tag: [tags.typeName, tags.className, tags.definition(tags.className)], class: 't-type' },
]);

const PARSERS = { typescript: javascript.configure({ dialect: 'ts' }), python };

/** A method is no statement: the parser is shown a class around it. */
const CLASS = 'class X {';
const STATEMENT = /^(?:export |function|const |async function|class )/;

const inked = new Map<string, Markup[]>();

/** The lines of some code as HTML. */
export function inkLines(code: string, language: 'typescript' | 'python'): Markup[] {
  const known = inked.get(code) ?? ink(code, language);
  inked.set(code, known);
  return known;
}

function ink(code: string, language: 'typescript' | 'python'): Markup[] {
  const around = language === 'typescript' && !STATEMENT.test(code) ? CLASS : '';
  const text = around === '' ? code : `${around}${code}}`;
  const tree = PARSERS[language].parse(text);
  const lines: string[] = [''];
  const put = (part: string, classes: string): void => {
    const drawn =
      classes === '' ? markup`${part}` : markup`<span class="${classes}">${part}</span>`;
    lines[lines.length - 1] += drawn.text;
  };
  const from = around.length;
  highlightCode(text, tree, INKS, put, () => lines.push(''), from, from + code.length);
  return lines.map((line) => new Markup(line));
}
