/**
 * HTML as text, with everything that comes from outside escaped.
 *
 * @module
 */

/** Text that is HTML already. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | false | null | undefined | readonly Part[];

/** A template of HTML: strings in it are escaped, markup and lists of it are not, `false` and nothing leave no trace. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.reduce((made, string, index) => made + textOf(parts[index - 1]) + string);
  return new Markup(text);
}

/** Text that may be broken within names, after a dot and before an underscore. */
export function breakable(text: string): Markup {
  const parts = text.split(/(?<=\w\.)(?=\w)|(?<=\w)(?=_\w)/);
  return new Markup(parts.map(escaped).join('<wbr />'));
}

function textOf(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
