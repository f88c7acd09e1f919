/**
 * The surprises of the book, as pages list them.
 *
 * @module
 */

import file from '../../content/surprises.json' with { type: 'json' };

/** A surprise; `content/surprises.schema.json` describes its fields. */
export interface Surprise {
  number: number;
  /** The surprise in one sentence. */
  title: string;
  /** What one would expect instead. */
  expected: string;
  /** Why it is so. */
  because: string;
  /** Lines as the ledger names them, such as `django/core/wsgi.py:12`. */
  decidedBy: string[];
  note?: string;
  /** The chapter that tells it, and a snippet there: `1-wsgi/the-body#after-empty`. */
  chapter?: string;
}

/** All surprises, by number. */
export const surprises: readonly Surprise[] = file.surprises;

/** The surprises of a list such as `1 3 7`, in its order. @throws an `Error` for a number that there is not. */
export function surprisesOf(numbers: string): Surprise[] {
  return numbers.split(' ').map((text) => {
    const found = surprises.find(({ number }) => String(number) === text);
    if (found) return found;
    throw new Error(`There is no surprise ${JSON.stringify(text)}.`);
  });
}

/** Where a surprise is told: the chapter's id and the anchor in it. @throws an `Error` where no chapter is named. */
export function placeOf({ number, chapter }: Surprise): { chapter: string; anchor: string } {
  const [, id, anchor] = /^([^#]+)#(.+)$/.exec(chapter ?? '') ?? [];
  if (id !== undefined && anchor !== undefined) return { chapter: id, anchor };
  throw new Error(`Surprise ${number} names no snippet of a chapter.`);
}

/** What is typed in a terminal to make a surprise happen. */
export function commandOf({ number }: Surprise): string {
  return `npm run surprise -- ${number}`;
}
