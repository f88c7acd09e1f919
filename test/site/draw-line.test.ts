import { describe, expect, it } from 'vitest';
import type { MarkView } from '../../src/doctest/model.ts';
import { drawLine } from '../../site/code/draw-line.ts';
import { drawCode } from '../../site/code/draw-code.ts';
import { highlight } from '../../site/code/highlight.ts';

const plain = (text: string) => [{ text, className: '' }];
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function mark(line: string, from: string, ok = true): MarkView {
  const start = line.indexOf(from);
  return { line: 1, start, end: line.length, kind: 'value', ok, expected: '' };
}

describe('a line of code', () => {
  it('keeps its text in ASCII whatever is drawn into it', () => {
    const line = "a < b && 'x'; // => true";
    expect(textOf(drawLine(plain(line), [mark(line, '//')]))).toBe(line);
  });

  it('sets the sign of an expectation apart, whether the mark begins at the sign or after it', () => {
    const line = 'f() // => 3';
    const whole = drawLine(plain(line), [mark(line, '//')]);
    expect(whole).toContain('<span class="ascii">// =&gt; </span></span>3');
    expect(drawLine(plain(line), [mark(line, '3')])).toBe(whole);
  });

  it('takes the comment that belongs to the mark, not an earlier one that looks like it', () => {
    const line = "f('// => 1') // => 2";
    const html = drawLine(plain(line), [{ ...mark(line, '//'), start: 13 }]);
    expect(html.startsWith("f('// =&gt; 1') <span")).toBe(true);
  });

  it('says of a mark whether it held', () => {
    const line = 'f() // => 3';
    expect(drawLine(plain(line), [mark(line, '//', false)])).toContain('value broken');
    expect(drawLine(plain(line), [mark(line, '//')])).toContain('value held');
  });
});

describe('a snippet', () => {
  it('gives each line an anchor, and makes the first number the only tab stop', async () => {
    const html = await drawCode({ id: 'x', language: 'ts', code: 'a();\nb();\n', marks: [] });
    expect(html).toContain('id="x-L2"');
    expect(html).not.toContain('id="x-L3"');
    expect(html.match(/tabindex="-1"/g)).toHaveLength(1);
  });

  it('shows a line that is gone where it stood, without an anchor', async () => {
    const changes = [{ kind: 'removed' as const, line: 2, text: 'old();' }];
    const html = await drawCode({
      id: 'x',
      language: 'ts',
      code: 'a();\nb();',
      marks: [],
      changes,
    });
    expect(html.indexOf('old();')).toBeGreaterThan(html.indexOf('x-L1'));
    expect(html.indexOf('old();')).toBeLessThan(html.indexOf('id="x-L2"'));
  });

  it('is set in plain ink where the language is unknown', async () => {
    expect(await highlight('{ } <', 'no-such-language')).toEqual([plain('{ } <')]);
  });
});
