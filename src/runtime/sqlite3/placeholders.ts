/**
 * The parameters that an SQL text asks for.
 *
 * @module
 */

const TOKEN =
  /'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[A-Za-z_][\w$]*|\?(\d*)|([:@$][A-Za-z_]\w*)/g;

/** The names of the parameters in their order, `null` for one without a name. */
export function placeholdersIn(sql: string): (string | null)[] {
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

/** Whether there is anything but blanks and comments. */
export function hasStatement(sql: string): boolean {
  return sql.replaceAll(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, '').trim() !== '';
}

/** Whether a statement changes rows: Python begins a transaction before it. */
export function changesRows(sql: string): boolean {
  const bare = sql.replace(/^(?:\s+|--[^\n]*\n?|\/\*[\s\S]*?\*\/)+/, '');
  return /^(?:insert|update|delete|replace)\b/i.test(bare);
}
