/**
 * How many bits each symbol's code has: Huffman's tree, kept below a greatest length.
 *
 * Which of two equally good trees comes out depends on how ties are broken. Here they are
 * broken as zlib breaks them, so that the bytes are the same.
 *
 * @module
 */

interface Node {
  /** A symbol of the alphabet; -1 inside the tree. */
  symbol: number;
  frequency: number;
  /** The height of what hangs below. */
  depth: number;
  children: readonly Node[];
  length: number;
}

/** A heap in which the rarer node, or else the lower one, comes first. */
class Heap {
  readonly #nodes: Node[];

  constructor(leaves: readonly Node[]) {
    this.#nodes = [...leaves];
    for (let at = Math.floor(leaves.length / 2) - 1; at >= 0; at -= 1) this.#sink(at);
  }

  get size(): number {
    return this.#nodes.length;
  }

  get first(): Node {
    return this.#nodes[0] as Node;
  }

  /** Takes the first node out. */
  take(): Node {
    const { first } = this;
    const last = this.#nodes.pop() as Node;
    if (this.size > 0) this.replaceFirst(last);
    return first;
  }

  /** Puts another node where the first one was. */
  replaceFirst(node: Node): void {
    this.#nodes[0] = node;
    this.#sink(0);
  }

  #sink(start: number): void {
    const node = this.#nodes[start] as Node;
    let at = start;
    for (let child = 2 * at + 1; child < this.size; child = 2 * at + 1) {
      const [left, right] = this.#nodes.slice(child, child + 2) as [Node, Node?];
      const smaller = right && comesFirst(right, left) ? right : left;
      if (comesFirst(node, smaller)) break;
      this.#nodes[at] = smaller;
      at = smaller === left ? child : child + 1;
    }
    this.#nodes[at] = node;
  }
}

function comesFirst(one: Node, other: Node): boolean {
  if (one.frequency !== other.frequency) return one.frequency < other.frequency;
  return one.depth <= other.depth;
}

/**
 * The length of each symbol's code in bits, 0 for a symbol that does not occur. At least two
 * symbols get a code, whether they occur or not.
 */
export function codeLengths(frequencies: readonly number[], greatest: number): number[] {
  const leaves = leavesOf(frequencies);
  const nodes = growTree(leaves);
  const overflow = assignLengths(nodes, greatest);
  if (overflow > 0) shorten(nodes, overflow, greatest);
  const lengths = frequencies.map(() => 0);
  for (const { symbol, length } of leaves) lengths[symbol] = length;
  return lengths;
}

function leavesOf(frequencies: readonly number[]): Node[] {
  const used = Array.from(frequencies.keys()).filter((symbol) => frequencies[symbol]);
  const leaves = used.map((symbol) => leaf(symbol, frequencies[symbol] ?? 0));
  let last = used.at(-1) ?? -1;
  while (leaves.length < 2) leaves.push(leaf(last < 2 ? (last += 1) : 0, 1));
  return leaves;
}

function leaf(symbol: number, frequency: number): Node {
  return { symbol, frequency, depth: 0, children: [], length: 0 };
}

/** Every node in the order in which it left the heap: the rarest first, the root last. */
function growTree(leaves: readonly Node[]): Node[] {
  const heap = new Heap(leaves);
  const taken: Node[] = [];
  while (heap.size > 1) {
    const children = [heap.take(), heap.first] as const;
    taken.push(...children);
    heap.replaceFirst({
      symbol: -1,
      frequency: children[0].frequency + children[1].frequency,
      depth: Math.max(children[0].depth, children[1].depth) + 1,
      children,
      length: 0,
    });
  }
  return [...taken, heap.first];
}

/** Gives each node its distance from the root, or `greatest`; tells how many were too far. */
function assignLengths(nodes: readonly Node[], greatest: number): number {
  let overflow = 0;
  for (const { children, length } of nodes.toReversed()) {
    for (const child of children) {
      child.length = Math.min(length + 1, greatest);
      if (length + 1 > greatest) overflow += 1;
    }
  }
  return overflow;
}

/** Makes room at the greatest length by lengthening shorter codes; the rarest symbols get the longest. */
function shorten(nodes: readonly Node[], overflow: number, greatest: number): void {
  const leaves = nodes.filter(({ symbol }) => symbol >= 0);
  const counts = Array.from(
    { length: greatest + 1 },
    (_, bits) => leaves.filter(({ length }) => length === bits).length,
  );
  const add = (bits: number, more: number) => (counts[bits] = (counts[bits] ?? 0) + more);
  for (let left = overflow; left > 0; left -= 2) {
    const bits = counts.findLastIndex((count, at) => at < greatest && count > 0);
    add(bits, -1);
    add(bits + 1, 2);
    add(greatest, -1);
  }
  const lengths = counts.flatMap((count, bits) => Array.from({ length: count }, () => bits));
  for (const one of leaves) one.length = lengths.pop() ?? 0;
}
