/**
 * Shows what TypeScript knows of the name under the pointer, or of the one that the arrow keys
 * have reached in a focused snippet. Escape puts it away.
 *
 * @module
 */

/** As the build wrote it: texts, and for each snippet line, column, length and text of its names. */
interface Names {
  texts: string[];
  names: Record<string, [line: number, column: number, length: number, text: number][]>;
}

interface Name {
  range: Range;
  text: string;
}

const GAP = 6;

/** Fetches the names of this page and listens. */
export async function showNames(address: string): Promise<void> {
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  const { texts, names } = (await response.json()) as Names;
  const tip = new Tip();
  const known = new Map<Element, Name[]>();
  const namesOf = (scroll: Element): Name[] => {
    const list = known.get(scroll) ?? findNames(scroll, names, texts);
    known.set(scroll, list);
    return list;
  };
  const scrollOf = (target: EventTarget | null): Element | null =>
    target instanceof Element ? target.closest('[data-language="ts"] .scroll') : null;

  document.addEventListener('pointermove', ({ target, clientX, clientY, pointerType }) => {
    if (pointerType === 'touch' || tip.holds(target)) return;
    const scroll = scrollOf(target);
    tip.show(
      scroll ? namesOf(scroll).find(({ range }) => covers(range, clientX, clientY)) : undefined,
    );
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') tip.show(undefined);
    const scroll = event.target === scrollOf(event.target) ? scrollOf(event.target) : null;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!scroll || !step || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = namesOf(scroll);
    if (list.length === 0) return;
    event.preventDefault();
    const at = list.findIndex((name) => name === tip.shown);
    tip.show(
      list[at < 0 && step < 0 ? list.length - 1 : (at + step + list.length) % list.length],
      true,
    );
  });
  const greet = (target: EventTarget | null): void => {
    const scroll = target === scrollOf(target) ? scrollOf(target) : null;
    if (scroll?.matches(':focus-visible')) tip.show(namesOf(scroll)[0], true);
  };
  document.addEventListener('focusin', ({ target }) => greet(target));
  document.addEventListener('focusout', () => tip.show(undefined));
  greet(document.activeElement);
}

/** The box that a name's text is shown in; one for the page. */
class Tip {
  shown: Name | undefined;
  readonly #box = document.createElement('div');

  constructor() {
    this.#box.className = 'name-tip';
    this.#box.setAttribute('role', 'status');
    document.body.append(this.#box);
  }

  /** Whether an event is one of the box itself: a reader may point at what it says. */
  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.#box.contains(target);
  }

  show(name: Name | undefined, scrollTo = false): void {
    if (name === this.shown) return;
    this.shown = name;
    mark(name?.range);
    this.#box.textContent = name?.text ?? '';
    this.#box.classList.toggle('open', name !== undefined);
    if (!name) return;
    if (scrollTo)
      name.range.startContainer.parentElement?.scrollIntoView({
        block: 'nearest',
        inline: 'nearest',
      });
    const { left, bottom, top } = name.range.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#box;
    const below = bottom + GAP + offsetHeight < innerHeight;
    const x = Math.max(
      GAP,
      Math.min(left, document.documentElement.clientWidth - offsetWidth - GAP),
    );
    this.#box.style.left = `${x + scrollX}px`;
    this.#box.style.top = `${(below ? bottom + GAP : top - GAP - offsetHeight) + scrollY}px`;
  }
}

function mark(range: Range | undefined): void {
  if (!('highlights' in CSS)) return;
  if (range) CSS.highlights.set('name', new Highlight(range));
  else CSS.highlights.delete('name');
}

function findNames(scroll: Element, names: Names['names'], texts: string[]): Name[] {
  const { id = '' } = scroll.closest<HTMLElement>('.snippet') ?? {};
  return (names[id] ?? []).flatMap(([line, column, length, text]) => {
    const range = rangeIn(document.getElementById(`${id}-L${line}`), column, length);
    return range ? [{ range, text: texts[text] ?? '' }] : [];
  });
}

function rangeIn(line: Element | null, column: number, length: number): Range | undefined {
  if (!line) return undefined;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = node.textContent?.length ?? 0;
    if (column < at + size) {
      const range = document.createRange();
      range.setStart(node, column - at);
      range.setEnd(node, Math.min(column - at + length, size));
      return range;
    }
    at += size;
  }
  return undefined;
}

function covers(range: Range, x: number, y: number): boolean {
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
