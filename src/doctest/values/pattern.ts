/**
 * Text in which `…` stands for anything.
 *
 * @module
 */

/** Whether a text is what was expected, where each `…` matches any run of characters. */
export function matches(text: string, pattern: string): boolean {
  const parts = pattern.split('…');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return from <= text.length - last.length;
}

/** Text as an `output` fence compares it: LF, no blanks at the ends of lines, no last line feed. */
export function tidy(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replace(/\n+$/, '');
}

/** A rendering on one line, as a comment holds it. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/,\n\s*([}\]])/g, (_, close: string) => (close === '}' ? ' }' : close))
    .replaceAll(/([[{])\n\s*/g, (_, open: string) => (open === '{' ? '{ ' : open))
    .replaceAll(/\n\s*/g, ' ');
}
