/**
 * Text in lines of a width.
 *
 * @module
 */

const BREAKS = /(\s+)|(?<=\w[^\d\W]-)(?=\w+[^\d\W])/;

/** A text in lines that are no longer than `width`, broken at blanks and after hyphens. @models textwrap:wrap */
export function wrap(text: string, width: number): string[] {
  const words = text
    .replaceAll(/\s/g, ' ')
    .split(BREAKS)
    .filter((piece) => piece !== undefined && piece !== '');
  const lines: string[] = [];
  let line = '';
  for (const word of words.flatMap((word) => pieces(word, width))) {
    if (line.length + word.length > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || word.trim() !== '') line += word;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

function pieces(word: string, width: number): string[] {
  return word.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [];
}
