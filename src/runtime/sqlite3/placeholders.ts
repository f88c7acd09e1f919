/**
 * The parameters that an SQL text asks for.
 *
 * @module
 */

const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[A-Za-z_][\w$]*|\?(\d*)|([:@$][A-Za-z_]\w*)/g;

/** What the text of a statement says about itself. */
export interface Statement {
  /** The names of the parameters in their order, `null` for one without a name. */
  placeholders: readonly (string | null)[];
  /** Whether there is anything but blanks and comments. */
  hasStatement: boolean;
  /** Whether it changes rows: Python begins a transaction before it. */
  changesRows: boolean;
}

const MOST_KNOWN = 128;
const LONGEST_KNOWN = 4096;
const known = new Map<string, Statement>();

/** Reads the text of a statement; programs run the same ones again and again. */
export function readStatement(sql: string): Statement {
  const before = known.get(sql);
  if (before) return before;
  const made = {
    placeholders: placeholdersIn(sql),
    hasStatement: hasStatement(sql),
    changesRows: changesRows(sql),
  };
  if (sql.length > LONGEST_KNOWN) return made;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(sql, made);
  return made;
}

function placeholdersIn(sql: string): (string | null)[] {
  const found: (string | null)[] = [];
  for (const [, place, name] of sql.matchAll(TOKEN)) {
    if (name !== undefined) {
      if (!found.includes(name)) found.push(name);
    } else if (place) {
      while (found.length < Number(place)) found.push(null);
    } else if (place !== undefined) {
      found.push(null);
    }
  }
  return found;
}

function hasStatement(sql: string): boolean {
  return sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, '').trim() !== '';
}

function changesRows(sql: string): boolean {
  const bare = sql.replace(/^(?:\s+|--[^\n]*\n?|\/\*[\s\S]*?\*\/)+/, '');
  return /^(?:insert|update|delete|replace)\b/i.test(bare);
}
