/**
 * Python's regular expressions in JavaScript's spelling.
 *
 * @module
 */

import { readSet } from './character-set.ts';
import { characterOf, octalOf, setOf, spell } from './escapes.ts';
import { Groups, type Width } from './groups.ts';
import { Reader, RegexError } from './reader.ts';

/** A pattern for JavaScript's `RegExp`. */
export interface Translation {
  source: string;
  flags: string;
}

interface Piece extends Width {
  source: string;
  /** Places match no character and cannot be repeated; what is repeated cannot be so again. */
  kind: 'place' | 'single' | 'repeated' | 'lookaround';
}

interface Flags {
  ignoreCase: boolean;
  multiline: boolean;
  dotAll: boolean;
  verbose: boolean;
  ascii: boolean;
}

const NO_FLAGS: Flags = {
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  verbose: false,
  ascii: false,
};

const LETTERS: Record<string, keyof Flags> = {
  i: 'ignoreCase',
  m: 'multiline',
  s: 'dotAll',
  x: 'verbose',
  a: 'ascii',
};

const NOTHING: Piece = { source: '', kind: 'place', least: 0, most: 0 };

/** Translates a pattern. @throws {RegexError} with Python's words for a fault, and its place. */
export function translate(pattern: string): Translation {
  const { flags, rest } = leadingFlags(pattern);
  const translator = new Translator(pattern, rest);
  const { source } = translator.alternatives(flags);
  translator.assertEnded();
  return { source, flags: flags.ignoreCase ? 'iu' : 'u' };
}

/** Flags such as `(?i)` hold for the whole pattern and stand at its beginning. */
function leadingFlags(pattern: string): { flags: Flags; rest: number } {
  const flags = { ...NO_FLAGS };
  let rest = 0;
  for (;;) {
    const [whole, letters] = /^\(\?([aimsux]+)\)/.exec(pattern.slice(rest)) ?? [];
    if (whole === undefined || letters === undefined) return { flags, rest };
    for (const letter of letters) switchOn(flags, letter);
    rest += whole.length;
  }
}

function switchOn(flags: Flags, letter: string, on = true): void {
  const name = LETTERS[letter];
  if (name !== undefined) flags[name] = on;
  else if (letter === 'u') flags.ascii = !on;
}

class Translator {
  readonly #reader: Reader;
  readonly #groups = new Groups();

  constructor(pattern: string, start: number) {
    this.#reader = new Reader(pattern);
    this.#reader.at = start;
  }

  assertEnded(): void {
    if (!this.#reader.ended) throw this.#reader.fault('unbalanced parenthesis', this.#reader.at);
  }

  alternatives(flags: Flags): Piece {
    const branches = [this.#sequence(flags)];
    while (this.#reader.accept('|')) branches.push(this.#sequence(flags));
    return {
      source: branches.map(({ source }) => source).join('|'),
      kind: 'single',
      least: Math.min(...branches.map(({ least }) => least)),
      most: Math.max(...branches.map(({ most }) => most)),
    };
  }

  #sequence(flags: Flags): Piece {
    const pieces: Piece[] = [];
    while (!['', '|', ')'].includes(this.#reader.next)) {
      if (flags.verbose && this.#skipComment()) continue;
      const start = this.#reader.at;
      const quantifier = this.#quantifier();
      if (quantifier === null) pieces.push(this.#piece(flags));
      else pieces.push(this.#repeat(pieces.pop(), quantifier, start));
    }
    return {
      source: pieces.map(({ source }) => source).join(''),
      kind: 'single',
      least: pieces.reduce((sum, { least }) => sum + least, 0),
      most: pieces.reduce((sum, { most }) => sum + most, 0),
    };
  }

  #skipComment(): boolean {
    if (this.#reader.takeWhile(/[ \t\n\r\v\f]/) !== '') return true;
    if (!this.#reader.accept('#')) return false;
    this.#reader.takeWhile(/[^\n]/);
    return true;
  }

  #quantifier(): Width | null {
    const reader = this.#reader;
    const start = reader.at;
    if (reader.accept('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (reader.accept('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (reader.accept('?')) return { least: 0, most: 1 };
    if (!reader.accept('{')) return null;
    const low = reader.takeWhile(/[0-9]/);
    const isRange = reader.accept(',');
    const high = isRange ? reader.takeWhile(/[0-9]/) : low;
    if ((low === '' && !isRange) || !reader.accept('}')) {
      reader.at = start;
      return null;
    }
    const least = Number(low || 0);
    const most = high === '' ? Number.POSITIVE_INFINITY : Number(high);
    if (most < least) throw reader.fault('min repeat greater than max repeat', start + 1);
    return { least, most };
  }

  #repeat(piece: Piece | undefined, { least, most }: Width, start: number): Piece {
    if (piece === undefined || piece.kind === 'place') {
      throw this.#reader.fault('nothing to repeat', start);
    }
    if (piece.kind === 'repeated') throw this.#reader.fault('multiple repeat', start);
    const lazy = this.#reader.accept('?') ? '?' : '';
    const once = piece.kind === 'lookaround' ? `(?:${piece.source})` : piece.source;
    const end = most === Number.POSITIVE_INFINITY ? '' : String(most);
    return {
      source: `${once}{${least},${end}}${lazy}`,
      kind: 'repeated',
      least: piece.least * least,
      most: piece.most === 0 ? 0 : piece.most * most,
    };
  }

  #piece(flags: Flags): Piece {
    const start = this.#reader.at;
    const character = this.#reader.take();
    switch (character) {
      case '.':
        return single(flags.dotAll ? '[^]' : '[^\\n]');
      case '^':
        return place(flags.multiline ? '(?<![^\\n])' : '^');
      case '$':
        return place(flags.multiline ? '(?![^\\n])' : '(?=\\n?$)');
      case '[':
        return single(readSet(this.#reader, flags.ascii));
      case '(':
        return this.#group(flags, start);
      case '\\':
        return this.#escape(flags, start);
      default:
        return single(spell(character.codePointAt(0) ?? 0));
    }
  }

  #escape({ ascii }: Flags, start: number): Piece {
    const reader = this.#reader;
    const letter = reader.take();
    if (letter === '') throw reader.fault('bad escape (end of pattern)', start);
    if (letter === 'A') return place('^');
    if (letter === 'Z') return place('$');
    if (letter === 'b' || letter === 'B') return place(boundary(letter, ascii));
    const set = setOf(letter.toLowerCase(), ascii);
    if (set !== null) return single(letter === letter.toLowerCase() ? `[${set}]` : `[^${set}]`);
    const point = characterOf(reader, letter, start);
    return point === null ? this.#number(letter, start) : single(spell(point));
  }

  /** A reference to a group, or three octal digits. */
  #number(first: string, start: number): Piece {
    const reader = this.#reader;
    let digits = first + reader.takeWhile(/[0-9]/, 1);
    if (/^[0-3][0-7]$/.test(digits) || /^[4-7][0-7]$/.test(digits)) {
      const third = reader.takeWhile(/[0-7]/, 1);
      if (third !== '') return single(spell(this.#octal(digits + third, start)));
    }
    digits = String(Number(digits));
    const width = this.#groups.width(reader, Number(digits), start);
    return { source: `(?:\\${digits})`, kind: 'single', ...width };
  }

  #octal(digits: string, start: number): number {
    const point = octalOf(digits);
    if (point <= 0o377) return point;
    throw this.#reader.fault(`octal escape value \\${digits} outside of range 0-0o377`, start);
  }

  #group(flags: Flags, start: number): Piece {
    const reader = this.#reader;
    if (!reader.accept('?')) return this.#capture(flags, start, null);
    const kind = reader.take();
    switch (kind) {
      case '':
        throw reader.fault('unexpected end of pattern', reader.at);
      case 'P':
        return this.#named(flags, start);
      case ':':
        return this.#closed(flags, start, '(?:');
      case '#':
        return this.#comment(start);
      case '=':
      case '!':
        return this.#lookaround(flags, start, kind);
      case '<':
        return this.#lookbehind(flags, start);
      default:
        return this.#flagged(flags, start, kind);
    }
  }

  #capture(flags: Flags, start: number, name: string | null): Piece {
    const number = this.#groups.open(this.#reader, name);
    const piece = this.#closed(flags, start, name === null ? '(' : `(?<${name}>`);
    this.#groups.close(number, { least: piece.least, most: piece.most });
    return piece;
  }

  #closed(flags: Flags, start: number, opening: string): Piece {
    const inside = this.alternatives(flags);
    if (!this.#reader.accept(')')) {
      throw this.#reader.fault('missing ), unterminated subpattern', start);
    }
    return { ...inside, source: `${opening}${inside.source})` };
  }

  #named(flags: Flags, start: number): Piece {
    const reader = this.#reader;
    if (reader.accept('<')) return this.#capture(flags, start, reader.takeName('>'));
    if (reader.accept('=')) {
      const name = reader.takeName(')');
      const width = this.#groups.widthOf(reader, name);
      return { source: `\\k<${name}>`, kind: 'single', ...width };
    }
    const kind = reader.take();
    if (kind === '') throw reader.fault('unexpected end of pattern', reader.at);
    throw reader.fault(`unknown extension ?P${kind}`, start + 1);
  }

  #comment(start: number): Piece {
    this.#reader.takeWhile(/[^)]/);
    if (this.#reader.accept(')')) return NOTHING;
    throw this.#reader.fault('missing ), unterminated comment', start);
  }

  #lookaround(flags: Flags, start: number, kind: string): Piece {
    const { source } = this.#closed(flags, start, `(?${kind}`);
    return { source, kind: 'lookaround', least: 0, most: 0 };
  }

  #lookbehind(flags: Flags, start: number): Piece {
    const reader = this.#reader;
    const kind = reader.take();
    if (kind === '') throw reader.fault('unexpected end of pattern', reader.at);
    if (kind !== '=' && kind !== '!') throw reader.fault(`unknown extension ?<${kind}`, start + 1);
    const { source, least, most } = this.#closed(flags, start, `(?<${kind}`);
    if (least !== most) throw new RegexError('look-behind requires fixed-width pattern');
    return { source, kind: 'lookaround', least: 0, most: 0 };
  }

  #flagged(flags: Flags, start: number, first: string): Piece {
    const reader = this.#reader;
    if (!/[aiLmsux-]/.test(first)) throw reader.fault(`unknown extension ?${first}`, start + 1);
    const on = (first === '-' ? '' : first) + (first === '-' ? '' : reader.takeWhile(/[aimsux]/));
    if (on !== '' && reader.next === ')') {
      throw reader.fault('global flags not at the start of the expression', start);
    }
    const minus = first === '-' || reader.accept('-');
    const off = minus ? reader.takeWhile(/[imsx]/) : '';
    if (minus && off === '') throw reader.fault('missing flag', reader.at);
    if (!reader.accept(':')) {
      throw reader.fault(minus ? 'missing :' : 'missing -, : or )', reader.at);
    }
    const inner = { ...flags };
    for (const letter of on) switchOn(inner, letter);
    for (const letter of off) switchOn(inner, letter, false);
    const modifier = inner.ignoreCase === flags.ignoreCase ? '' : inner.ignoreCase ? 'i' : '-i';
    return this.#closed(inner, start, `(?${modifier}:`);
  }
}

function single(source: string): Piece {
  return { source, kind: 'single', least: 1, most: 1 };
}

function place(source: string): Piece {
  return { source, kind: 'place', least: 0, most: 0 };
}

function boundary(letter: string, ascii: boolean): string {
  const word = `[${setOf('w', ascii)}]`;
  const inside = `(?<=${word})(?=${word})|(?<!${word})(?!${word})`;
  const edge = `(?<=${word})(?!${word})|(?<!${word})(?=${word})`;
  return `(?:${letter === 'b' ? edge : inside})`;
}
