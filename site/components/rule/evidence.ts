/**
 * A rule's evidence as the page shows it: links to snippets, and what they amount to.
 *
 * @module
 */

/** A link to a snippet, in this chapter or in another. */
export interface EvidenceLink {
  address: string;
  text: string;
}

/** What the snippets amount to; `tone` is a class of the stylesheet. */
export interface Standing {
  label: string;
  sign: string;
  tone: 'holds' | 'partly' | 'wrong' | 'cited' | 'open';
}

/**
 * The links of a list of references, each `snippet` or `chapter#snippet`.
 *
 * @param addressOf the address of the chapter with that name
 */
export function evidenceOf(
  references = '',
  addressOf: (chapter: string) => string,
): EvidenceLink[] {
  const links = references.split(/\s+/).filter(Boolean);
  return links.map((reference) => {
    const [first = '', snippet] = reference.split('#');
    if (snippet === undefined) return { address: `#${first}`, text: first };
    return { address: `${addressOf(first)}#${snippet}`, text: snippet };
  });
}

/** Whether the snippets keep a rule, break it, or both; undefined where there are none. */
export function standingOf(holds = '', fails = '', caught = ''): Standing | undefined {
  if (holds && fails) return { label: 'kept in part', sign: '◐', tone: 'partly' };
  if (holds) return { label: 'kept', sign: '✓', tone: 'holds' };
  if (fails) return { label: 'broken', sign: '✗', tone: 'wrong' };
  return caught ? { label: 'caught', sign: '✓', tone: 'cited' } : undefined;
}

/** How many rules of some chapters' texts stand how. */
export function countStandings(texts: string[]): (Standing & { count: number })[] {
  const counts = new Map<string, Standing & { count: number }>();
  for (const [, attributes = ''] of texts.join('\n').matchAll(/^<Rule ([^>]*)>/gm)) {
    const read = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
    const standing = standingOf(read('holds'), read('fails'), read('caught')) ?? NOT_RUN;
    const known = counts.get(standing.label) ?? { ...standing, count: 0 };
    counts.set(standing.label, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

const NOT_RUN: Standing = { label: 'not run', sign: '○', tone: 'open' };
