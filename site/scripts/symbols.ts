/**
 * Filtering the symbols of a page, and finding one among all.
 *
 * @module
 */

/** A symbol, `module:name` in Python, and where the book has it. */
type Hit = [symbol: string, python: string, address: string];

const MOST = 40;

/** Hides the rows of a page that do not have the words asked for, and what is empty then. */
export function filterSymbols(): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.module tbody tr:not(.file)')].map(
    (row) => ({ row, text: textOf(row) }),
  );
  offer((words, say) => {
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !matches(text, words);
      if (!row.hidden) shown += 1;
    }
    for (const part of document.querySelectorAll<HTMLElement>('.module tbody, .module')) {
      part.hidden = !part.querySelector('tbody tr:not(.file, [hidden])');
    }
    say(words.length === 0 ? '' : counted(shown));
  });
}

/** Lists the symbols that have the words asked for; the list is fetched when somebody asks. */
export function findSymbols(): void {
  let asked: Promise<Hit[]> | undefined;
  offer(async (words, say, { filter, isCurrent }) => {
    asked ??= fetch(filter.dataset['list'] ?? '').then((answer) => answer.json());
    const all = words.length === 0 ? [] : await asked;
    if (!isCurrent()) return;
    const hits = all.filter(([symbol, python]) =>
      matches(`${symbol} ${python}`.toLowerCase(), words),
    );
    filter.querySelector('.hits')?.replaceChildren(...hits.slice(0, MOST).map(draw));
    say(words.length === 0 ? '' : counted(hits.length));
  });
}

interface Asking {
  filter: HTMLElement;
  /** Whether nothing else has been asked since. */
  isCurrent: () => boolean;
}

function offer(
  look: (words: string[], say: (text: string) => void, asking: Asking) => void | Promise<void>,
): void {
  const filter = document.querySelector<HTMLElement>('.finder');
  const input = filter?.querySelector('input');
  const found = filter?.querySelector('.found');
  if (!filter || !input || !found) return;
  filter.hidden = false;
  const say = (text: string) => (found.textContent = text);
  const ask = (): void => {
    const { value } = input;
    const words = value.toLowerCase().split(/\s+/).filter(Boolean);
    void look(words, say, { filter, isCurrent: () => input.value === value });
  };
  input.addEventListener('input', ask);
  if (input.value !== '') ask();
}

/** What is searched of a row: its own text, its file and its module. */
function textOf(row: HTMLElement): string {
  const file = row.parentElement?.querySelector('.file')?.textContent ?? '';
  const module = row.closest('.module')?.querySelector('h2')?.textContent ?? '';
  const cells = [...row.children].map((cell) => cell.textContent);
  return [module, file, ...cells].join(' ').toLowerCase();
}

function matches(text: string, words: string[]): boolean {
  return words.every((word) => text.includes(word));
}

function counted(count: number): string {
  return count === 0
    ? 'No symbol has these words.'
    : `${count} ${count === 1 ? 'symbol' : 'symbols'}`;
}

function draw([symbol, python, address]: Hit): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = address;
  link.textContent = symbol;
  item.append(link, ` models ${python}`);
  return item;
}
