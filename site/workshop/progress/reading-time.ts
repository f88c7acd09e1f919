/**
 * How long a page has been looked at.
 *
 * @module
 */

/** Counts down while the page is visible, and stands still while it is not. */
export class ReadingTime {
  #left: number;
  #since: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #over: () => void;

  /** `least` is in milliseconds; `over` is called once they have passed. */
  constructor(least: number, over: () => void) {
    this.#left = least;
    this.#over = over;
    document.addEventListener('visibilitychange', () => this.#turn());
    this.#turn();
  }

  /** Whether the time has passed. */
  get isOver(): boolean {
    return this.#left <= 0;
  }

  #turn(): void {
    clearTimeout(this.#timer);
    if (this.#since !== undefined) this.#left -= performance.now() - this.#since;
    this.#since = document.hidden ? undefined : performance.now();
    if (this.isOver || document.hidden) return;
    this.#timer = setTimeout(() => {
      this.#left = 0;
      this.#over();
    }, this.#left);
  }
}
