/**
 * HTML without what would run, load, or lead away. The frame's policy stops all that by itself,
 * whatever is missed here; what is taken away makes no complaint in the console.
 *
 * @module
 */

const ELEMENTS =
  'script, iframe, frame, frameset, object, embed, link, base, meta, portal, fencedframe';

/** Attributes that load something, unless it lies in the address itself. */
const LOADING = new Set(['src', 'srcset', 'poster', 'data', 'background', 'ping', 'target']);

/** Comments and elements whose text is no HTML, or a tag with its attributes. */
const PIECES =
  /<!--[\s\S]*?-->|<(script|style|textarea|title|xmp)\b[\s\S]*?<\/\1\s*>|<[a-z][^\s/>]*(?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?|\s*\/)*\s*>/gi;

const ATTRIBUTE = /\s+([^\s=>/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g;

/** Parses HTML into a document of its own, and takes away what is not harmless. */
export function harmless(html: string): Document {
  const made = new DOMParser().parseFromString(quiet(html), 'text/html');
  for (const element of made.querySelectorAll(ELEMENTS)) element.remove();
  for (const element of made.querySelectorAll('*')) clean(element);
  return made;
}

/** Without what the browser would complain of while it parses. */
export function quiet(html: string): string {
  return html.replaceAll(PIECES, (piece, raw: string | undefined) => {
    if (raw !== undefined) return raw.toLowerCase() === 'script' ? '' : piece;
    if (piece.startsWith('<!--')) return piece;
    if (/^<base\b/i.test(piece)) return '';
    return piece.replaceAll(ATTRIBUTE, (attribute, name: string) =>
      /^on/i.test(name) ? '' : attribute,
    );
  });
}

function clean(element: Element): void {
  for (const { name, value } of Array.from(element.attributes)) {
    if (name.startsWith('on') || name === 'autofocus') element.removeAttribute(name);
    else if (LOADING.has(name) && !value.startsWith('data:image/')) element.removeAttribute(name);
    else if (/(?:^|:)href$/.test(name) && !element.matches('a, area'))
      element.removeAttribute(name);
  }
}
