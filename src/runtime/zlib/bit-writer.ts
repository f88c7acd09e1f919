/**
 * Bits in the order in which deflate packs them: from the lowest of each byte upwards.
 *
 * @module
 */

/** Collects bits into bytes. */
export class BitWriter {
  readonly bytes: number[] = [];
  #pending = 0;
  #count = 0;

  /** Writes the lowest `count` bits of a number, at most 16, the lowest first. */
  write(value: number, count: number): void {
    this.#pending |= value << this.#count;
    this.#count += count;
    while (this.#count >= 8) {
      this.bytes.push(this.#pending & 0xff);
      this.#pending >>>= 8;
      this.#count -= 8;
    }
  }

  /** Writes a code, whose highest bit goes first. */
  writeCode(code: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit -= 1) this.write((code >> bit) & 1, 1);
  }

  /** Fills the last byte up with zeros. */
  align(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count);
  }
}
