/**
 * Routes read without an expression. Where each parameter ends is plain in nearly every route:
 * it takes what its converter accepts, and what comes next it does not accept.
 *
 * @module
 */

/** A part of a route: text, or a parameter and the expression of its converter. */
export type RoutePiece = string | { parameter: string; regex: string };

/** What a route found at the beginning of a path. */
export interface RouteReading {
  /** Index after it, in UTF-16 units. */
  end: number;
  names: readonly string[];
  /** What stands where the parameters are, in the order of their names. */
  texts: readonly string[];
}

type Unit = (unit: number) => boolean;

const isDigit: Unit = (unit) => unit >= 48 && unit <= 57;
const isLetter: Unit = (unit) => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);

/** Which units the expressions of Django's own converters accept, one or more of them. */
const ACCEPTED: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['[0-9]+', isDigit],
  ['[^/]+', (unit) => unit !== 47],
  ['[-a-zA-Z0-9_]+', (unit) => isLetter(unit) || isDigit(unit) || unit === 45 || unit === 95],
]);

type Step = string | Unit;

/** Reads paths as the expression of a route would. */
export class RouteReader {
  readonly #steps: readonly Step[];
  readonly #names: readonly string[];
  readonly #isEndpoint: boolean;

  private constructor(steps: readonly Step[], names: readonly string[], isEndpoint: boolean) {
    this.#steps = steps;
    this.#names = names;
    this.#isEndpoint = isEndpoint;
  }

  /** A reader for a route; `null` for one that takes more than reading forward. */
  static for(pieces: readonly RoutePiece[], isEndpoint: boolean): RouteReader | null {
    const steps: Step[] = [];
    const names: string[] = [];
    for (const [at, piece] of pieces.entries()) {
      const step = typeof piece === 'string' ? piece : ACCEPTED.get(piece.regex);
      if (step === undefined) return null;
      if (typeof piece !== 'string') {
        if (names.includes(piece.parameter) || !endsThere(step as Unit, pieces[at + 1]))
          return null;
        names.push(piece.parameter);
      }
      steps.push(step);
    }
    return new RouteReader(steps, names, isEndpoint);
  }

  /** What the route finds, or `null`. */
  read(path: string): RouteReading | null {
    const texts: string[] = [];
    let end = 0;
    for (const step of this.#steps) {
      const start = end;
      if (typeof step === 'string') {
        if (!path.startsWith(step, start)) return null;
        end += step.length;
      } else {
        while (end < path.length && step(path.charCodeAt(end))) end += 1;
        if (end === start) return null;
        texts.push(path.slice(start, end));
      }
    }
    if (this.#isEndpoint && end !== path.length) return null;
    return { end, names: this.#names, texts };
  }
}

/** Whether what follows a parameter cannot belong to it. */
function endsThere(accepts: Unit, next: RoutePiece | undefined): boolean {
  return next === undefined || (typeof next === 'string' && !accepts(next.charCodeAt(0)));
}
