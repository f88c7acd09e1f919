/**
 * How the editor looks: as code does in the book, in the colours of its stylesheet.
 *
 * @module
 */

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const { special, definition, function: functionOf } = tags;

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--soft)', fontStyle: 'italic' },
  {
    tag: [tags.keyword, tags.modifier, tags.definitionKeyword, tags.meta],
    color: 'var(--rubric)',
  },
  { tag: [tags.string, special(tags.string), tags.regexp, tags.escape], color: 'var(--green)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--amber)' },
  {
    tag: [
      functionOf(tags.variableName),
      functionOf(tags.propertyName),
      functionOf(definition(tags.variableName)),
      tags.tagName,
    ],
    color: 'var(--slate)',
  },
  {
    tag: [tags.typeName, tags.className, definition(tags.typeName), tags.attributeName],
    color: 'var(--violet)',
  },
  { tag: tags.invalid, color: 'var(--alarm)' },
]);

const SMALL = { fontSize: '0.9375rem', lineHeight: '1.5rem' };
const mono = { fontFamily: 'var(--mono)', fontSizeAdjust: 'ex-height 0.53' };

const theme = EditorView.theme({
  '&': {
    maxHeight: 'var(--editor-height, none)',
    backgroundColor: 'var(--leaf)',
    color: 'var(--ink)',
    fontVariantNumeric: 'lining-nums',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    ...mono,
    fontSize: '0.84375rem',
    lineHeight: '1.4375rem',
    fontVariantLigatures: 'none',
  },
  '@media (pointer: coarse)': { '.cm-scroller': { fontSize: '1rem', lineHeight: '1.5rem' } },
  '.cm-content': { padding: '0.7rem 0', caretColor: 'var(--rubric)' },
  '.cm-line': { padding: '0 1rem 0 0.6rem' },
  '.cm-gutters': {
    border: '0',
    backgroundColor: 'var(--leaf)',
    color: 'var(--soft)',
    fontSize: '0.75rem',
  },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.6rem', padding: '0 0.3rem 0 0' },
  '& ::selection': { backgroundColor: 'var(--lit)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    outline: '1px solid var(--soft)',
    backgroundColor: 'transparent',
  },
  '.cm-nonmatchingBracket, &.cm-focused .cm-nonmatchingBracket': {
    color: 'var(--alarm)',
    backgroundColor: 'transparent',
  },
  '.cm-line.marked:is(.failed, .error)': { boxShadow: 'inset 3px 0 0 var(--alarm)' },
  '.mark': { ...SMALL, fontFamily: 'var(--serif)', fontSizeAdjust: 'ex-height 0.47' },
  '.mark.held': { paddingLeft: '1.5rem', color: 'var(--green)' },
  '.mark:is(.failed, .error)': {
    padding: '0.2rem 1rem 0.3rem 0.6rem',
    backgroundColor: 'var(--blush)',
    color: 'var(--alarm)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.mark pre': {
    ...mono,
    margin: '0',
    color: 'var(--ink)',
    fontSize: '0.84375rem',
    lineHeight: '1.4375rem',
    whiteSpace: 'pre-wrap',
  },
});

/** The text of the sheet for what stands beside CodeMirror's own elements. */
export const BESIDE = `
  :host { position: relative; display: block; min-width: 0; }
  :host(:focus-within)::after { content: ''; position: absolute; z-index: 300; inset: 0;
    border: 2px solid var(--rubric); pointer-events: none; }
  .keys { margin: 0; padding: 0.2rem 1rem 0.3rem; border-top: 1px solid var(--rule);
    background: var(--leaf); color: var(--soft); font: italic 0.875rem / 1.375rem var(--serif);
    font-size-adjust: ex-height 0.47; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
    white-space: nowrap; }
`;

/** The book's look. */
export function look(): Extension {
  return [theme, syntaxHighlighting(colours)];
}
