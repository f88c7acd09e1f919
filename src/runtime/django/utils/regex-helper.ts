/**
 * Turning a regular expression round: the shortest texts that it could match, with gaps
 * where its groups stand.
 *
 * @module
 */

import { ValueError } from '../../builtins.ts';

/** A text with gaps: literal pieces, and the names of groups to be filled in. */
export interface ReversedForm {
  parts: (string | { group: string })[];
  /** The groups that have to be given, in order. */
  params: string[];
}

interface Piece {
  forms: ReversedForm[];
  captures: boolean;
}

interface Token {
  character: string;
  escaped: boolean;
}

const REPRESENTATIVES: Record<string, string> = { d: '0', D: 'x', s: ' ', S: 'x', w: 'x', W: '!' };
const NOTHING: ReversedForm = { parts: [], params: [] };

class DisjunctionFound extends Error {}

/** The forms of a pattern; one that is empty where it has alternatives. @throws {ValueError} for a group of another kind. @models django.utils.regex_helper:normalize */
export function normalize(pattern: string): ReversedForm[] {
  try {
    return join(new Reader(pattern).sequence());
  } catch (error) {
    if (error instanceof DisjunctionFound) return [NOTHING];
    throw error;
  }
}

class Reader {
  readonly #tokens: Token[];
  #at = 0;
  #groups = 0;

  constructor(pattern: string) {
    this.#tokens = tokenize(pattern);
  }

  sequence(): Piece[] {
    const pieces: Piece[] = [];
    for (let token = this.#next(); token; token = this.#next()) {
      const { character, escaped } = token;
      if (escaped) pieces.push(literal(character));
      else if (character === '|') throw new DisjunctionFound();
      else if (character === '$') this.#at = this.#tokens.length;
      else if (character === ')') return pieces;
      else if (character === '[') pieces.push(literal(this.#characterClass()));
      else if (character === '(') pieces.push(...this.#group());
      else if ('*+?{'.includes(character)) quantify(pieces, this.#least(character));
      else if (character !== '^') pieces.push(literal(character));
    }
    return pieces;
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }

  #characterClass(): string {
    const first = this.#next()?.character ?? '';
    this.#skipPast(']');
    return first;
  }

  #group(): Piece[] {
    const kind = this.#take(/^(\?P<|\?P=|\?:|\?[!=<]|\?[^]?|)/);
    if (kind === '?:') return [this.#nonCapturing()];
    if (kind === '?P=') return [gap(this.#name(')'), [])];
    const name = kind === '?P<' ? this.#name('>') : `_${this.#groups}`;
    if (kind === '') this.#groups += 1;
    else if (!/[!=<]$/.test(kind)) {
      throw new ValueError(`Non-reversible reg-exp portion: '(${kind}'`);
    }
    this.#skipGroup();
    return kind === '' || kind === '?P<' ? [gap(name, [name])] : [];
  }

  #nonCapturing(): Piece {
    const inside = this.sequence();
    return { forms: join(inside), captures: inside.some((piece) => piece.captures) };
  }

  #name(end: string): string {
    const start = this.#at;
    this.#skipPast(end);
    const inside = this.#tokens.slice(start, this.#at - 1);
    return inside.map((token) => token.character).join('');
  }

  #take(prefix: RegExp): string {
    const ahead = this.#tokens.slice(this.#at, this.#at + 3);
    const text = ahead.map((token) => (token.escaped ? '\0' : token.character)).join('');
    const found = prefix.exec(text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #skipPast(end: string): void {
    for (let token = this.#next(); token; token = this.#next()) {
      if (!token.escaped && token.character === end) return;
    }
  }

  #skipGroup(): void {
    let depth = 1;
    while (depth > 0) {
      const token = this.#next();
      if (!token) return;
      if (token.escaped) continue;
      if (token.character === '(') depth += 1;
      else if (token.character === ')') depth -= 1;
    }
  }

  #least(quantifier: string): number {
    const start = this.#at;
    if (quantifier === '{') this.#skipPast('}');
    const inside = this.#tokens.slice(start, this.#at).map((token) => token.character);
    this.#take(/^\?/);
    if (quantifier === '{') return Number.parseInt(inside.join(''), 10);
    return quantifier === '+' ? 1 : 0;
  }
}

function tokenize(pattern: string): Token[] {
  return Array.from(pattern.matchAll(/\\([^])|([^])/gu)).flatMap(([, escape, plain]): Token[] => {
    if (escape === undefined) return [{ character: plain ?? '', escaped: false }];
    if ('AbBZ'.includes(escape)) return [];
    return [{ character: REPRESENTATIVES[escape] ?? escape, escaped: true }];
  });
}

function literal(text: string): Piece {
  return { forms: [{ parts: [text], params: [] }], captures: false };
}

function gap(group: string, params: string[]): Piece {
  return { forms: [{ parts: [{ group }], params }], captures: true };
}

function quantify(pieces: Piece[], least: number): void {
  const last = pieces.pop();
  if (!last) return;
  if (least > 0) pieces.push(...Array.from({ length: least }, () => last));
  else if (last.captures) pieces.push({ ...last, forms: [NOTHING, ...last.forms] });
}

function join(pieces: readonly Piece[]): ReversedForm[] {
  return pieces.reduce<ReversedForm[]>(
    (before, piece) => before.flatMap((form) => piece.forms.map((next) => append(form, next))),
    [NOTHING],
  );
}

function append(before: ReversedForm, after: ReversedForm): ReversedForm {
  return {
    parts: [...before.parts, ...after.parts],
    params: [...before.params, ...after.params],
  };
}
