declare module 'virtual:doctest/book' {
  /** What the engine found in the whole book, by claim and by chapter. */
  export const book: {
    claims: Record<string, { chapter: string; anchor: string; holds: string[]; fails: string[] }>;
    chapters: Record<string, { snippets: number; checks: number }>;
  };
}
