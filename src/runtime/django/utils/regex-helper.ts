/**
 * Turning a regular expression round: the shortest texts that it could match, with gaps
 * where its groups stand. It reads expressions more simply than `re` does, and where that
 * goes wrong, it goes wrong as in Django.
 *
 * @module
 */

import { IndexError, ValueError } from '../../builtins.ts';
import { integer } from '../../wsgiref/integer.ts';

/** A text with gaps: a template of Python's `%`, and the groups that have to be given, in order. */
export interface ReversedForm {
  template: string;
  params: string[];
}

type Piece =
  | { kind: 'text'; text: string }
  /** A group; one that refers to another has no parameter of its own. */
  | { kind: 'group'; name: string; param: string | null }
  | { kind: 'together'; pieces: Piece[] }
  /** Nothing, or once. */
  | { kind: 'optional'; piece: Piece };

interface Token {
  character: string;
  escaped: boolean;
}

const REPRESENTATIVES: Record<string, string> = { d: '0', D: 'x', s: ' ', S: 'x', w: 'x', W: '!' };
const NOTHING: ReversedForm = { template: '', params: [] };

/** Steers: the expression is over before a piece of it is. */
class Ended extends Error {}

/** The forms of a pattern; one that is empty where it has alternatives. @throws {ValueError} @throws {IndexError} for what cannot be turned round. @models django.utils.regex_helper:normalize */
export function normalize(pattern: string): ReversedForm[] {
  const reader = new Reader(pattern);
  try {
    if (!reader.read()) return [NOTHING];
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
  return flatten(reader.pieces);
}

class Reader {
  pieces: Piece[] = [];
  readonly #tokens: Token[];
  #at = 0;
  #positional = 0;
  readonly #openAt: number[] = [];

  constructor(pattern: string) {
    this.#tokens = tokenize(pattern);
  }

  /** Reads to the end; false where there are alternatives. @throws {Ended} */
  read(): boolean {
    let token = this.#take();
    for (;;) {
      const { character, escaped } = token;
      let next: Token | null = null;
      if (escaped) this.#push(character);
      else if (character === '|') return false;
      else if (character === '$') return true;
      else if (character === ')') this.#close();
      else if (character === '[') this.#characterClass();
      else if (character === '(') this.#group();
      else if ('*+?{'.includes(character)) next = this.#quantify(character);
      else if (character !== '^') this.#push(character);
      token = next ?? this.#take();
    }
  }

  #push(text: string): void {
    this.pieces.push({ kind: 'text', text });
  }

  #take(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #peek(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Ended();
    return token;
  }

  #close(): void {
    const start = this.#openAt.pop();
    if (start === undefined) throw new IndexError('pop from empty list');
    this.pieces = [
      ...this.pieces.slice(0, start),
      { kind: 'together', pieces: this.pieces.slice(start) },
    ];
  }

  #characterClass(): void {
    this.#push(this.#take().character);
    for (let token = this.#take(); token.escaped || token.character !== ']';) {
      token = this.#take();
    }
  }

  #group(): void {
    const { character, escaped } = this.#take();
    if (character !== '?' || escaped) {
      const name = `_${this.#positional}`;
      this.#positional += 1;
      this.pieces.push({ kind: 'group', name, param: name });
      this.#walkToEnd(character);
      return;
    }
    const kind = this.#take().character;
    if ('!=<'.includes(kind)) this.#walkToEnd(kind);
    else if (kind === ':') this.#openAt.push(this.pieces.length);
    else if (kind === 'P') this.#namedGroup();
    else throw new ValueError(`Non-reversible reg-exp portion: '(?${kind}'`);
  }

  #namedGroup(): void {
    const { character } = this.#take();
    if (character !== '<' && character !== '=') {
      throw new ValueError(`Non-reversible reg-exp portion: '(?P${character}'`);
    }
    const isReference = character === '=';
    const name = this.#name(isReference ? ')' : '>');
    this.pieces.push({ kind: 'group', name, param: isReference ? null : name });
    if (!isReference) this.#walkToEnd('>');
  }

  #name(end: string): string {
    let name = '';
    for (let { character } = this.#take(); character !== end; { character } = this.#take()) {
      name += character;
    }
    return name;
  }

  #walkToEnd(first: string): void {
    let nesting = first === '(' ? 1 : 0;
    while (this.#at < this.#tokens.length) {
      const { character, escaped } = this.#take();
      if (escaped) continue;
      if (character === '(') nesting += 1;
      else if (character === ')') {
        if (nesting === 0) return;
        nesting -= 1;
      }
    }
  }

  /** Repeats the last piece as little as it may be; gives the token after the quantifier, which is taken for one without a backslash. */
  #quantify(quantifier: string): Token | null {
    const least = quantifier === '{' ? this.#braces() : Number(quantifier === '+');
    const next = this.#tokens[this.#at];
    this.#at += 1;
    const last = this.pieces.at(-1);
    if (last === undefined && least !== 1) throw new IndexError('list index out of range');
    if (least === 0) {
      this.pieces.pop();
      if (last && hasGroup(last)) this.pieces.push({ kind: 'optional', piece: last });
    }
    if (last && least > 1) this.pieces.push(...Array.from({ length: least - 1 }, () => last));
    if (next === undefined || next.character === '?') return null;
    return { character: next.character, escaped: false };
  }

  #braces(): number {
    let inside = '';
    for (let { character } = this.#take(); character !== '}'; { character } = this.#take()) {
      inside += character;
    }
    return integer(inside.split(',')[0] ?? '');
  }
}

function tokenize(pattern: string): Token[] {
  return Array.from(pattern.matchAll(/\\([^])|([^])/gu)).flatMap(([, escape, plain]): Token[] => {
    if (escape === undefined) return [{ character: plain ?? '', escaped: false }];
    if ('AbBZ'.includes(escape)) return [];
    return [{ character: REPRESENTATIVES[escape] ?? escape, escaped: true }];
  });
}

function hasGroup(piece: Piece): boolean {
  if (piece.kind === 'together') return piece.pieces.some(hasGroup);
  return piece.kind === 'group';
}

function flatten(pieces: readonly Piece[]): ReversedForm[] {
  return pieces.reduce<ReversedForm[]>(
    (before, piece) => before.flatMap((form) => formsOf(piece).map((next) => append(form, next))),
    [NOTHING],
  );
}

function formsOf(piece: Piece): ReversedForm[] {
  switch (piece.kind) {
    case 'text':
      return [{ template: piece.text, params: [] }];
    case 'group':
      return [{ template: `%(${piece.name})s`, params: piece.param === null ? [] : [piece.param] }];
    case 'together':
      return flatten(piece.pieces);
    case 'optional':
      return [NOTHING, ...formsOf(piece.piece)];
  }
}

function append(before: ReversedForm, after: ReversedForm): ReversedForm {
  return {
    template: before.template + after.template,
    params: [...before.params, ...after.params],
  };
}
