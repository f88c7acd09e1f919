/**
 * The colours of code, as classes. Shiki thinks in colours, a strict policy forbids inline
 * styles: so the theme gives each kind of token a colour that stands for a class, and the
 * stylesheet decides what the class looks like on paper, in the dark and in print.
 *
 * @module
 */

import type { ThemeRegistration } from 'shiki';

const KINDS: Record<string, string[]> = {
  comment: ['comment', 'punctuation.definition.comment'],
  keyword: [
    'keyword',
    'storage',
    'keyword.operator.expression',
    'keyword.operator.new',
    'keyword.operator.logical.python',
    'punctuation.definition.decorator',
    'entity.other.document',
  ],
  string: [
    'string',
    'punctuation.definition.string',
    'constant.character.escape',
    'markup.inserted',
  ],
  number: ['constant.numeric', 'constant.language', 'markup.deleted'],
  name: ['entity.name.function', 'support.function', 'entity.name.tag', 'variable.other.header'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'support.type',
    'support.class',
    'entity.other.inherited-class',
    'entity.other.attribute-name',
  ],
  plain: [
    'keyword.operator',
    'punctuation',
    'meta.brace',
    'string punctuation.definition.template',
  ],
};

const names = Object.keys(KINDS);

function colour(index: number): string {
  return `#0000${(index + 1).toString(16).padStart(2, '0')}`;
}

/** A Shiki theme whose colours stand for kinds of token. */
export const theme: ThemeRegistration = {
  name: 'round-trip',
  type: 'light',
  colors: { 'editor.foreground': '#000000', 'editor.background': '#ffffff' },
  settings: names.map((name, index) => ({
    scope: KINDS[name] ?? [],
    settings: { foreground: colour(index) },
  })),
};

const classes = new Map(names.map((name, index) => [colour(index), name === 'plain' ? '' : name]));

/** The class of a token by the colour that the theme gave it; `''` for plain ink. */
export function classOf(colour: string | undefined): string {
  const kind = classes.get(colour?.toLowerCase() ?? '');
  return kind ? `t-${kind}` : '';
}
