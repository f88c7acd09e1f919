/**
 * Characters of a text taken away, so that all others keep their places.
 *
 * @module
 */

/** Notes what goes, and what stands in the place of single characters. */
export class Blanks {
  readonly #code: string;
  readonly #ranges: [start: number, end: number][] = [];
  readonly #signs = new Map<number, string>();

  constructor(code: string) {
    this.#code = code;
  }

  /** Takes a stretch away. */
  blank(start: number, end: number): void {
    if (end > start) this.#ranges.push([start, end]);
  }

  /** Puts another character in the place of one. */
  put(at: number, sign: string): void {
    this.#signs.set(at, sign);
  }

  /** The text without what was taken away. */
  text(): string {
    let text = '';
    let done = 0;
    for (const [start, end] of this.#ranges.toSorted(([left], [right]) => left - right)) {
      if (end <= done) continue;
      text += this.#code.slice(done, Math.max(start, done));
      text += blankOf(this.#code.slice(Math.max(start, done), end));
      done = end;
    }
    text += this.#code.slice(done);
    return this.#withSigns(text);
  }

  #withSigns(text: string): string {
    let signed = '';
    let done = 0;
    for (const [at, sign] of [...this.#signs].toSorted(([left], [right]) => left - right)) {
      signed += text.slice(done, at) + sign;
      done = at + 1;
    }
    return signed + text.slice(done);
  }
}

/** White space as long as a text in UTF-8 as well as in UTF-16; line breaks and tabs stay. */
function blankOf(text: string): string {
  return text.replaceAll(/\S/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return ' ';
    if (code < 0x800) return '\u00A0';
    return code < 0x1_00_00 ? '\u2002' : ' \uFEFF';
  });
}
