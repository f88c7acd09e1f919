declare module 'virtual:doctest/book' {
  import type { ExerciseView, SnippetView } from '#doctest/model';

  /** What the engine found in the whole book, by claim and by chapter. */
  export const book: {
    claims: Record<string, { chapter: string; anchor: string; holds: string[]; fails: string[] }>;
    chapters: Record<string, { snippets: number; checks: number }>;
    exercises: Record<string, { chapter: string; view: ExerciseView }>;
    views: Record<string, SnippetView>;
  };
}

/** Every module of the runtime that a browser can load, by the specifier that snippets use. */
declare module 'virtual:runtime' {
  export const runtime: Record<string, object>;
}

/** A page that a program of the workshop carries as text. */
declare module '*.html' {
  const text: string;
  export default text;
}
