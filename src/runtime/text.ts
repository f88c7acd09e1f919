/**
 * What Python's text methods do otherwise than JavaScript's.
 *
 * @module
 */

const SPACES = new Set(
  '\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

const LINE_ENDS = '\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029';
const LINE_END = new RegExp(`\r\n|[${LINE_ENDS}]`);
const WORD = /\p{Cased}+/gu;

/** A text without the spaces around it; what counts as one is not what JavaScript trims. @models builtins:str.strip */
export function strip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.has(text.charAt(start))) start += 1;
  while (end > start && SPACES.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The lines of a text without their ends; more characters end a line than JavaScript knows. @models builtins:str.splitlines */
export function splitlines(text: string): string[] {
  const lines = text.split(LINE_END);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Each word with a capital first letter and small ones after it. @models builtins:str.title */
export function title(text: string): string {
  return text.replaceAll(WORD, (word) => {
    const [first = '', ...rest] = Array.from(word);
    const [capital = '', ...more] = Array.from(first.toUpperCase());
    return capital + more.join('').toLowerCase() + rest.join('').toLowerCase();
  });
}
